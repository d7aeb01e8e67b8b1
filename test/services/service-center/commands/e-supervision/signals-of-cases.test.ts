import { ANONYMOUS } from '../../../../../services/shared/actor';
import { readJournal } from '../../../../../services/shared/journal';
import { runSupervision, type SupervisionRun } from '../../../../../services/service-center/commands/e-supervision/run-supervision';
import { setSupervisionPolicy } from '../../../../../services/service-center/commands/e-supervision/set-supervision-policy';
import { signalsAfter } from '../../../../../services/service-center/queries/e-supervision/signals-after';
import { aCounter, accepted, AGENCY, BUREAU, CLERK, FORM, HALL, someone, type ACounter, type Report } from '../../a-counter';
import { at } from '../../rules/clock/a-case';

const REGION = { regionCode: '140100', agencyCode: null };
const SIGNALS = `query ($agencyCode: ID, $regionCode: ID, $filter: SignalFilter, $first: Int, $after: String) {
  supervisionSignals(agencyCode: $agencyCode, regionCode: $regionCode, filter: $filter, first: $first, after: $after) {
    nodes { id sequence kind severity rule caseNumber eventId numbers { name value } state occurredOn } pageInfo { hasNextPage endCursor } totalCount } }`;
const SCORES = `query ($month: String!) { supervisionScores(regionCode: "140100", month: $month) { agency { code name } score yellow red successiveRuns decided earlyShare } }`;

/** Everything that can be wrong with cases, reported at once and late. */
function manyCases(): Report[] {
  const received = (n: string, when: string, said: object = {}): Report => ({ caseNumber: n, eventId: 'r', kind: 'RECEIVED', at: at(when), itemCode: 'W1', materials: [FORM], ...said });
  const event = (n: string, kind: string, when: string, said: object = {}): Report => ({ caseNumber: n, eventId: `${kind} ${when}`, kind, at: at(when), ...said });
  return [
    received('fine', '10-08'), event('fine', 'ACCEPTED', '10-08'),
    received('near', '09-23'), event('near', 'ACCEPTED', '09-23'),
    received('late', '09-03'), event('late', 'ACCEPTED', '09-03'),
    received('silent', '09-18'),
    received('off', '10-08', { itemCode: 'S1' }),
    received('foreign', '10-08', { officeId: '14010001401' }),
    received('step', '09-26'), event('step', 'ACCEPTED', '09-26'), event('step', 'STEP_STARTED', '09-26 10:00', { step: 1 }),
    received('skips', '10-08'), event('skips', 'ACCEPTED', '10-08'), event('skips', 'STEP_STARTED', '10-08 10:00', { step: 2 }),
    received('heard', '09-09'), event('heard', 'ACCEPTED', '09-09'), event('heard', 'SPECIAL_PROCEDURE_STARTED', '09-10', { procedure: 'HEARING', noticedAt: at('09-10') }),
    received('extends', '10-08'), event('extends', 'ACCEPTED', '10-08'), event('extends', 'EXTENDED', '10-09'),
    received('pays', '10-08'), event('pays', 'ACCEPTED', '10-08', { fees: [{ name: '工本费', amount: 5 }] }),
    received('again', '10-08'), event('again', 'CORRECTION_REQUESTED', '10-08 10:00'), event('again', 'CORRECTED', '10-09'), event('again', 'CORRECTION_REQUESTED', '10-09 10:00'),
    received('refused', '10-08'), event('refused', 'ACCEPTED', '10-08'), event('refused', 'DECIDED', '10-09', { outcome: 'REFUSED' }),
    received('missing', '10-08', { materials: [] }), event('missing', 'ACCEPTED', '10-08'), event('missing', 'DECIDED', '10-09', { outcome: 'GRANTED' }),
  ];
}

describe('e-supervision over cases', () => {
  let counter: ACounter;
  beforeAll(async () => {
    counter = await aCounter();
    counter.goTo('10-10');
  });
  afterAll(() => counter.drop());
  const run = (): Promise<SupervisionRun> => accepted(runSupervision(counter.store, '140100', BUREAU));
  const raised = async (filter = {}) => signalsAfter(counter.database, REGION, filter, 0, 1000);
  const named = async () => (await raised()).map(({ caseNumber, kind, cause }) => `${caseNumber} ${kind} ${cause}`).toSorted();
  const kindsOf = async (number: string) => (await raised({ caseNumber: `${AGENCY}-${number}` })).map(({ kind }) => kind).filter((kind) => kind !== 'LATE_REPORT');

  it('raises on every batch what is wrong with the cases it touches', async () => {
    await counter.report(manyCases());
    const expected: Record<string, string[]> = {
      fine: [], near: ['NEAR_DUE'], late: ['OVERDUE_PROMISED', 'OVERDUE_STATUTORY'], silent: ['INTAKE_OVERDUE', 'OVERDUE_PROMISED'], off: ['OFF_LIST_ITEM'],
      foreign: ['WRONG_OFFICE'], step: ['STEP_OVERDUE'], skips: ['STEP_SKIPPED'], heard: [], extends: ['EXTENSION_WITHOUT_APPROVAL'],
      pays: ['FEE_WITHOUT_BASIS'], again: ['REPEATED_CORRECTION'], refused: ['NO_REASON_FOR_REFUSAL'], missing: ['MISSING_REQUIRED_MATERIAL'],
    };
    const found = Object.fromEntries(await Promise.all(Object.keys(expected).map(async (number) => [number, (await kindsOf(number)).toSorted()] as const)));
    expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([number, kinds]) => [number, kinds.toSorted()])));
  });

  it('finds the same in the daily run: nothing is left to raise, nothing was raised too much', async () => {
    const onEvents = await named();
    const open = new Set((await counter.database.pool.query('SELECT number FROM service_center.service_case WHERE open')).rows.map(({ number }) => number as string));
    expect(await run()).toMatchObject({ examined: open.size, raised: 0, revoked: 0 });
    expect(await named()).toEqual(onEvents);
    await counter.database.pool.query('TRUNCATE service_center.supervision_signal');
    const again = await run();
    expect(await named()).toEqual(onEvents.filter((name) => open.has(name.split(' ')[0]!)));
    expect(again.raised).toBe((await named()).length);
    expect(await run()).toMatchObject({ raised: 0, revoked: 0 });
  });

  it('raises what falls due as days pass, each once', async () => {
    counter.goTo('10-14');
    await run();
    expect(await kindsOf('near')).toEqual(['NEAR_DUE', 'OVERDUE_PROMISED']);
    expect(await kindsOf('fine')).toEqual([]);
    counter.goTo('10-20');
    await run();
    expect(await kindsOf('fine')).toEqual(['NEAR_DUE']);
    expect(await run()).toMatchObject({ raised: 0 });
    const { rows } = await counter.database.pool.query('SELECT state, accepted_on::text AS on FROM service_center.service_case WHERE number = $1', [`${AGENCY}-silent`]);
    expect(rows).toEqual([{ state: 'RECEIVED', on: '2014-09-18' }]);
  });

  it('takes back what late facts do not bear out, before anybody was told; a warning stays', async () => {
    counter.goTo('10-20');
    await counter.report([{ caseNumber: 'near', eventId: 'd', kind: 'DECIDED', at: at('10-10'), outcome: 'GRANTED' }]);
    const states = Object.fromEntries((await raised({ caseNumber: `${AGENCY}-near` })).map(({ kind, state }) => [kind, state]));
    expect(states).toMatchObject({ NEAR_DUE: 'RAISED', OVERDUE_PROMISED: 'REVOKED', LATE_REPORT: 'RAISED' });
  });

  it('does not forget a step that took too long when it is begun again, nor believes it late when it was not', async () => {
    counter.goTo('10-20');
    await counter.report([{ caseNumber: 'step', eventId: 'anew', kind: 'STEP_STARTED', at: at('10-20'), step: 1 }]);
    const states = async () => (await raised({ caseNumber: `${AGENCY}-step`, kind: ['STEP_OVERDUE'] })).map(({ cause, state }) => [cause, state]);
    expect(await states()).toEqual([['step 1 2014-09-26', 'RAISED']]);
    counter.goTo('10-22');
    await run();
    await counter.report([{ caseNumber: 'step', eventId: 'done', kind: 'STEP_COMPLETED', at: at('10-20 11:00'), step: 1 }]);
    expect(await states()).toEqual([['step 1 2014-09-26', 'RAISED'], ['step 1 2014-10-20', 'REVOKED']]);
    counter.goTo('10-20');
  });

  it('numbers signals without a gap, so that a reader goes on where it was', async () => {
    const all = await raised();
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, i) => i + 1));
    const pages = [];
    for (let after = 0; ; after = pages.at(-1)!.sequence) {
      const page = await signalsAfter(counter.database, REGION, {}, after, 3);
      if (page.length === 0) break;
      pages.push(...page);
    }
    expect(pages).toEqual(all);
    const { entries } = await readJournal(counter.database, 'service_center', 0, 1000);
    expect(entries.filter(({ action }) => action === 'SignalRaised').length).toBeGreaterThanOrEqual(all.length);
  });

  it('goes from raised to closed, each by who may', async () => {
    const [signal] = await raised({ kind: ['OVERDUE_PROMISED'], caseNumber: `${AGENCY}-late` });
    const id = `${AGENCY}-S${signal!.sequence}`;
    const move = async (name: string, actor = BUREAU, text: string | null = null) => {
      const source = `mutation ($id: ID!, $text: String) { ${name}(id: $id, text: $text) { ... on SupervisionSignal { state answer conclusion upheld } ... on Refusal { code } } }`;
      const { data, errors } = await counter.query(source, { id, text }, actor);
      return errors ? errors[0]!.extensions.code : (data[name].code ?? data[name].state);
    };
    expect(await move('answerSignal', CLERK, '补办')).toBe('IMPOSSIBLE_MOVE');
    expect(await move('notifySignal', CLERK)).toBe('FORBIDDEN');
    expect(await move('notifySignal')).toBe('NOTIFIED');
    expect(await move('upholdSignal', BUREAU, '属实')).toBe('ANSWER_STILL_DUE');
    expect(await move('answerSignal', CLERK)).toBe('TEXT_MISSING');
    expect(await move('answerSignal', someone('AGENCY_HEAD', '140100014'), '代答')).toBe('FORBIDDEN');
    expect(await move('answerSignal', BUREAU, '代答')).toBe('FORBIDDEN');
    expect(await move('answerSignal', CLERK, '经办人更换，已限期办结')).toBe('ANSWERED');
    expect(await move('upholdSignal', BUREAU, '理由不成立')).toBe('UPHELD');
    expect(await move('revokeSignal', BUREAU, '改判')).toBe('IMPOSSIBLE_MOVE');
    expect(await move('closeSignal')).toBe('CLOSED');
    const [closed] = await raised({ caseNumber: `${AGENCY}-late`, kind: ['OVERDUE_PROMISED'] });
    expect(closed).toMatchObject({ state: 'CLOSED', verdict: 'UPHELD', answer: '经办人更换，已限期办结', conclusion: '理由不成立', notifiedAt: expect.any(String), closedAt: expect.any(String) });
    const { entries } = await readJournal(counter.database, 'service_center', 0, 1000);
    expect(entries.filter(({ subject }) => subject.id === `S${signal!.sequence}` && subject.kind === 'Signal').map(({ action }) => action).slice(-4)).toEqual(['SignalNotified', 'SignalAnswered', 'SignalUpheld', 'SignalClosed']);
    expect(JSON.stringify(entries)).not.toContain('经办人更换');
    expect((await counter.query(`mutation { closeSignal(id: "${AGENCY}-S999999") { ... on Refusal { code } } }`, {}, BUREAU)).data.closeSignal.code).toBe('SIGNAL_UNKNOWN');
    expect((await counter.query(`mutation { closeSignal(id: "140100014-S${signal!.sequence}") { ... on Refusal { code } } }`, {}, BUREAU)).data.closeSignal.code).toBe('SIGNAL_UNKNOWN');
  });

  it('is read by supervision, the service center and the agency itself', async () => {
    const ask = async (variables: Record<string, unknown>, actor = BUREAU) => {
      const { data, errors } = await counter.query(SIGNALS, variables, actor);
      return errors ? errors[0]!.extensions.code : data.supervisionSignals;
    };
    const region = { regionCode: '140100' };
    const red = await ask({ ...region, filter: { severity: 'RED', kind: ['FEE_WITHOUT_BASIS'] } });
    expect(red).toMatchObject({ totalCount: 1, nodes: [{ kind: 'FEE_WITHOUT_BASIS', rule: '许可法 58、59', eventId: 'ACCEPTED 10-08', numbers: [{ name: 'fees', value: '工本费' }, { name: 'amount', value: '5' }] }] });
    const first = await ask({ ...region, first: 2 }, HALL);
    expect((await ask({ ...region, first: 2, after: first.pageInfo.endCursor }, HALL)).nodes[0].sequence).toBe(3);
    expect((await ask({ agencyCode: AGENCY }, CLERK)).totalCount).toBe((await ask(region)).totalCount);
    expect(await ask({ agencyCode: AGENCY }, someone('AGENCY_EDITOR', '140100014'))).toBe('FORBIDDEN');
    expect(await ask(region, CLERK)).toBe('FORBIDDEN');
    expect(await ask(region, ANONYMOUS)).toBe('UNAUTHENTICATED');
  });

  it('scores a month by what was not revoked', async () => {
    const { data } = await counter.query(SCORES, { month: '2014-10' }, someone('GOVERNMENT'));
    const [score] = data.supervisionScores;
    expect(score).toMatchObject({ agency: { code: AGENCY, name: '太原市水务局' }, decided: 3, earlyShare: 1 });
    const counted = (await raised()).filter(({ occurredOn, verdict }) => occurredOn.startsWith('2014-10') && verdict !== 'REVOKED');
    expect([score.yellow, score.red]).toEqual([counted.filter(({ severity }) => severity === 'YELLOW').length, counted.filter(({ severity }) => severity === 'RED').length]);
    expect((await counter.query(SCORES, { month: '2014-13' }, BUREAU)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await counter.query(SCORES, { month: '2014-10' }, someone('AGENCY_HEAD', '140100014'))).data.supervisionScores).toEqual([]);
    expect((await counter.query(SCORES, { month: '2014-10' }, someone('LEGAL_OFFICE'))).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('follows the policy of the nearest region, from its day on, never backwards', async () => {
    const policy = (changes: object) => counter.run(setSupervisionPolicy, { regionCode: '140100', effectiveFrom: '2014-10-22', basis: '并监发〔2014〕1号', policy: {}, ...changes }, BUREAU);
    expect(await policy({ effectiveFrom: '2014-10-01' })).toMatchObject({ refusal: { code: 'EFFECTIVE_IN_THE_PAST' } });
    expect(await policy({ policy: { nearDueShare: '多' } })).toMatchObject({ refusal: { code: 'MALFORMED_POLICY' } });
    expect(await policy({ basis: ' ' })).toMatchObject({ refusal: { code: 'BASIS_MISSING' } });
    await expect(counter.run(setSupervisionPolicy, { regionCode: '650200', effectiveFrom: '2014-10-22', basis: 'x', policy: {} }, BUREAU)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await accepted(policy({ policy: { nearDueShare: 0.1, nearDueDaysLeft: 0, severity: { NEAR_DUE: 'RED' } } }));
    counter.goTo('10-21');
    await counter.report([{ caseNumber: 'new', kind: 'RECEIVED', at: at('10-20'), itemCode: 'W1' }, { caseNumber: 'new', kind: 'ACCEPTED', at: at('10-20') }]);
    await run();
    expect(await kindsOf('new')).toEqual([]);
    counter.goTo('10-22');
    await run();
    expect(await raised({ caseNumber: `${AGENCY}-new`, kind: ['NEAR_DUE'] })).toMatchObject([{ severity: 'RED', numbers: { daysUsed: 2, limit: 10 } }]);
  });

  it('costs a batch the same statements however much it finds', async () => {
    const batch = (prefix: string, copies: number) => Array.from({ length: copies }, (_, i) => manyCases().map((event) => ({ ...event, caseNumber: `${prefix}${i}${event.caseNumber}` }))).flat();
    const count = async (events: Report[]) => (await counter.statements(() => counter.report(events))).length;
    expect(await count(batch('x', 20))).toBe(await count(batch('y', 1)));
  });
});
