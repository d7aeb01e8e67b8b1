import { readJournal } from '../../services/shared/journal';
import { verifyJournal } from '../../services/shared/verify-journal';
import { aCounter, accepted, BUREAU, CLERK, FORM, type ACounter } from '../services/service-center/a-counter';

const TRACK = `query ($number: ID!, $queryCode: String!) {
  trackCase(number: $number, queryCode: $queryCode) {
    number state item { code } receivedAt dueOn dueProvisional daysUsed intakeDueOn statutoryDueOn overdue events { kind at office { name } note }
  }
}`;

/**
 * What the applicant sees after each event: the day, what happens, then state, last day to answer, promised and lawful
 * last day to decide, days used. Ten days are promised, twenty are the law's; National Day is 1–7 October, and 28
 * September and 11 October are worked.
 */
const STORY: readonly [when: string, kind: string, said: Record<string, unknown>, shown: readonly (string | number | null)[]][] = [
  ['09-12', 'CORRECTION_REQUESTED', { toCorrect: ['取水许可申请书未签章'], note: '请补正申请书' }, ['CORRECTION_PENDING', null, null, null, 0]],
  ['09-18', 'CORRECTED', { materials: [FORM] }, ['RECEIVED', '2014-09-25', null, null, 0]],
  ['09-22', 'ACCEPTED', { officeId: '14010001301', note: '准予受理' }, ['IN_PROGRESS', null, '2014-10-10', '2014-10-23', 0]],
  ['09-23', 'STEP_STARTED', { step: 1, officeId: '14010001301' }, ['IN_PROGRESS', null, '2014-10-10', '2014-10-23', 1]],
  ['09-24', 'STEP_COMPLETED', { step: 1, officeId: '14010001301' }, ['IN_PROGRESS', null, '2014-10-10', '2014-10-23', 2]],
  ['09-25', 'STEP_STARTED', { step: 2, officeId: '14010001302' }, ['IN_PROGRESS', null, '2014-10-10', '2014-10-23', 3]],
  ['10-08', 'SPECIAL_PROCEDURE_STARTED', { procedure: 'HEARING', noticedAt: '2014-10-08T01:00:00.000Z' }, ['SUSPENDED', null, '2014-10-10', '2014-10-23', 8]],
  ['10-17', 'SPECIAL_PROCEDURE_ENDED', { procedure: 'HEARING' }, ['IN_PROGRESS', null, '2014-10-21', '2014-11-04', 8]],
  ['10-20', 'EXTENDED', { approvedBy: 'AGENCY_HEAD', noticedAt: '2014-10-20T01:00:00.000Z', note: '延长十个工作日' }, ['IN_PROGRESS', null, '2014-11-04', '2014-11-18', 9]],
  ['10-31', 'STEP_COMPLETED', { step: 2, officeId: '14010001302' }, ['IN_PROGRESS', null, '2014-11-04', '2014-11-18', 18]],
  ['11-03', 'DECIDED', { outcome: 'GRANTED', fees: [{ name: '水资源费', amount: 300 }], note: '准予许可' }, ['GRANTED', null, '2014-11-04', '2014-11-18', 19]],
  ['11-05', 'DELIVERED', {}, ['DELIVERED', null, '2014-11-04', '2014-11-18', 19]],
];

describe('a case of 2014, from receipt to delivery', () => {
  let counter: ACounter;
  let receipt: { number: string; queryCode: string };
  beforeAll(async () => {
    counter = await aCounter();
  });
  afterAll(() => counter.drop());
  const shown = async () => {
    const { state, intakeDueOn, dueOn, statutoryDueOn, daysUsed } = await track();
    return [state, intakeDueOn, dueOn, statutoryDueOn, daysUsed];
  };
  const track = async (changes = {}) => (await counter.query(TRACK, { ...receipt, ...changes })).data.trackCase;

  it('is received on 5 September; it is to be answered by the 15th', async () => {
    counter.goTo('09-05');
    receipt = await accepted(counter.open({ materials: [] }));
    expect(await shown()).toEqual(['RECEIVED', '2014-09-15', null, null, 0]);
  });

  it.each(STORY.map(([when, kind, said, expected]) => [`${kind} on ${when}`, when, kind, said, expected] as const))('%s', async (_title, when, kind, said, expected) => {
    counter.goTo(when);
    await accepted(counter.record(receipt.number, kind, said));
    expect(await shown()).toEqual(expected);
    const { rows } = await counter.database.pool.query('SELECT state, due_on::text AS due, days_used AS used FROM service_center.service_case WHERE number = $1', [receipt.number]);
    expect(rows).toEqual([{ state: expected[0], due: expected[2], used: expected[4] }]);
  });

  it('shows the applicant who did what, and nobody who he is', async () => {
    const seen = await track();
    expect(seen.item).toEqual({ code: 'W1' });
    expect(seen.overdue).toBe(false);
    expect(seen.events.map(({ kind }: { kind: string }) => kind)).toEqual(['RECEIVED', ...STORY.map(([, kind]) => kind)]);
    expect(seen.events[3]).toMatchObject({ office: { name: '科室14010001301' }, note: '准予受理' });
    expect(JSON.stringify(seen)).not.toMatch(/示例水业/);
  });

  it('tells nothing to a wrong code or a wrong number, and makes no difference between them', async () => {
    expect(await track({ queryCode: 'K7QD-29MX-HT4W' })).toBeNull();
    expect(await track({ number: '140100013201409050000ZZ' })).toBeNull();
    const wrongCode = await counter.statements(() => track({ queryCode: 'K7QD-29MX-HT4W' }));
    const wrongNumber = await counter.statements(() => track({ number: 'nothing' }));
    expect(wrongCode).toEqual(wrongNumber);
  });

  it('is told by the journal, which verifies', async () => {
    const { entries } = await readJournal(counter.database, 'service_center', 0, 1000);
    const told = entries.filter(({ subject }) => subject.id === receipt.number);
    expect(told).toHaveLength(STORY.length + 1);
    expect(told.at(-1)!.after).toMatchObject({ state: 'DELIVERED', onTime: true, dueOn: '2014-11-04' });
    expect(await verifyJournal(counter.database, 'service_center')).toMatchObject({ ok: true });
  });
});

const SIGNALS = `query { supervisionSignals(regionCode: "140100") { nodes { id kind severity rule occurredOn state numbers { name value } } } }`;

/** Accepted on 22 September: ten days promised to 10 October, twenty by law to 23 October. */
describe('a case of 2014 that is not decided in time', () => {
  let counter: ACounter;
  beforeAll(async () => {
    counter = await aCounter();
    counter.goTo('09-22');
    const { number } = await accepted(counter.open());
    await accepted(counter.record(number, 'ACCEPTED'));
  });
  afterAll(() => counter.drop());
  const signals = async () => (await counter.query(SIGNALS, {}, BUREAU)).data.supervisionSignals.nodes;
  const kinds = async () => (await signals()).map(({ kind, severity }: { kind: string; severity: string }) => `${kind} ${severity}`);
  const runOn = async (when: string) => {
    counter.goTo(when);
    return (await counter.query('mutation { runSupervision(regionCode: "140100") { ... on SupervisionRun { examined raised } } }', {}, BUREAU)).data.runSupervision;
  };
  const move = async (name: string, actor = BUREAU, text: string | null = null) => {
    const [, red] = await signals();
    const { data } = await counter.query(`mutation ($id: ID!, $text: String) { ${name}(id: $id, text: $text) { ... on SupervisionSignal { state } ... on Refusal { code } } }`, { id: red.id, text }, actor);
    return data[name].state;
  };

  it('raises nothing while there is time', async () => {
    expect(await runOn('10-08')).toEqual({ examined: 1, raised: 0 });
  });

  it('raises a yellow signal on 9 October, when nine of ten days are used', async () => {
    expect(await runOn('10-09')).toEqual({ examined: 1, raised: 1 });
    expect(await signals()).toMatchObject([{ kind: 'NEAR_DUE', severity: 'YELLOW', occurredOn: '2014-10-09', state: 'RAISED', numbers: expect.arrayContaining([{ name: 'daysUsed', value: '9' }, { name: 'dueOn', value: '2014-10-10' }]) }]);
    expect(await runOn('10-10')).toEqual({ examined: 1, raised: 0 });
  });

  it('raises a red one on 11 October, a Saturday that is worked, and another when the law’s limit is over', async () => {
    expect(await runOn('10-11')).toEqual({ examined: 1, raised: 1 });
    expect(await kinds()).toEqual(['NEAR_DUE YELLOW', 'OVERDUE_PROMISED RED']);
    expect(await runOn('10-23')).toEqual({ examined: 1, raised: 0 });
    expect(await runOn('10-24')).toEqual({ examined: 1, raised: 1 });
    expect(await kinds()).toEqual(['NEAR_DUE YELLOW', 'OVERDUE_PROMISED RED', 'OVERDUE_STATUTORY RED']);
  });

  it('is notified, answered by the agency, upheld and closed, all of it in the journal', async () => {
    expect(await move('notifySignal')).toBe('NOTIFIED');
    expect(await move('answerSignal', CLERK, '经办人更换，已限期办结')).toBe('ANSWERED');
    expect(await move('upholdSignal', BUREAU, '理由不成立')).toBe('UPHELD');
    expect(await move('closeSignal')).toBe('CLOSED');
    const { entries } = await readJournal(counter.database, 'service_center', 0, 1000);
    expect(entries.map(({ action }) => action).slice(-4)).toEqual(['SignalNotified', 'SignalAnswered', 'SignalUpheld', 'SignalClosed']);
    expect(await verifyJournal(counter.database, 'service_center')).toMatchObject({ ok: true });
  });
});
