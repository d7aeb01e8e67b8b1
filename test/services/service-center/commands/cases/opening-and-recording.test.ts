import { verifyJournal } from '../../../../../services/shared/verify-journal';
import { readJournal } from '../../../../../services/shared/journal';
import { eraseApplicant } from '../../../../../services/service-center/commands/cases/erase-applicant';
import { item } from '../../a-service-center';
import { aCounter, accepted, AGENCY, APPLICATION, BUREAU, CLERK, FORM, HALL, someone, type ACounter } from '../../a-counter';

const REFUSAL = { outcome: 'REFUSED', inWriting: true, reasons: '水资源不足', remedies: '六十日内申请复议，六个月内起诉' };

describe('a case at a counter', () => {
  let counter: ACounter;
  beforeAll(async () => {
    counter = await aCounter();
  });
  afterAll(() => counter.drop());
  const code = async (outcome: Promise<{ ok: boolean; refusal?: { code: string } }>) => {
    const settled = await outcome;
    return settled.ok ? 'ok' : settled.refusal!.code;
  };
  const opened = async (when = '09-22') => {
    counter.goTo(when);
    return (await accepted(counter.open())).number;
  };
  const accept = async (when = '09-22') => {
    const number = await opened(when);
    await accepted(counter.record(number, 'ACCEPTED'));
    return number;
  };
  const row = async (number: string) => (await counter.database.pool.query('SELECT * FROM service_center.service_case WHERE number = $1', [number])).rows[0];

  it('is opened for what this agency may exercise that day, and for nothing else (P5)', async () => {
    counter.goTo('09-05');
    expect(await accepted(counter.open())).toEqual({
      number: expect.stringMatching(/^1401000132014090500001[0-9A-Z]$/),
      queryCode: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/),
    });
    expect(await code(counter.open({ itemCode: 'S1' }))).toBe('SUSPENDED');
    expect(await code(counter.open({ itemCode: 'X1' }))).toBe('OTHER_BODY');
    expect(await code(counter.open({ itemCode: 'NONE' }))).toBe('NOT_ON_LIST');
    expect(await code(counter.open({ receivedAt: '2014-08-31T01:00:00.000Z' }))).toBe('NOT_ON_LIST');
    expect(await code(counter.open({ receivedAt: '2014-09-06T01:00:00.000Z' }))).toBe('EVENT_IN_FUTURE');
    expect(await code(counter.open({ officeId: '14010001401' }))).toBe('WRONG_OFFICE');
    expect(await counter.open({ applicant: { name: '长'.repeat(101), idNumber: null, contact: null } })).toMatchObject({ refusal: { code: 'MALFORMED', details: [{ path: 'applicant.name' }] } });
    expect(await code(counter.open({ note: '长'.repeat(2001) }))).toBe('MALFORMED');
  });

  it('is pinned to the guide in force that day and remembers no query code', async () => {
    const number = await opened();
    expect(await row(number)).toMatchObject({ guide_version: 1, state: 'RECEIVED', open: true, event_count: 1, due_on: null, query_code_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('bears the counter’s own number if it wants, once', async () => {
    counter.goTo('09-22');
    expect(await accepted(counter.open({ number: '2014-7' }))).toMatchObject({ number: `${AGENCY}-2014-7` });
    expect(await code(counter.open({ number: '2014-7' }))).toBe('NUMBER_TAKEN');
    expect(await code(counter.open({ number: '2014 7' }))).toBe('MALFORMED');
  });

  it('goes as the state machine says', async () => {
    const number = await opened();
    expect(await code(counter.record(number, 'DECIDED', { outcome: 'GRANTED' }))).toBe('IMPOSSIBLE_EVENT');
    expect(await code(counter.record(number, 'DELIVERED'))).toBe('IMPOSSIBLE_EVENT');
    expect(await code(counter.record(number, 'RECEIVED'))).toBe('IMPOSSIBLE_EVENT');
    await accepted(counter.record(number, 'ACCEPTED'));
    expect(await row(number)).toMatchObject({ state: 'IN_PROGRESS', days_used: 0 });
    expect(await code(counter.record(number, 'ACCEPTED'))).toBe('IMPOSSIBLE_EVENT');
    expect(await code(counter.record(number, 'DECIDED'))).toBe('MALFORMED');
    expect(await code(counter.record(number, 'NOTHING'))).toBe('MALFORMED');
    expect(await code(counter.record('140100013-none', 'ACCEPTED'))).toBe('CASE_UNKNOWN');
    expect(await code(counter.record(number, 'DECIDED', { outcome: 'GRANTED', at: '2014-09-21T01:00:00.000Z' }))).toBe('EVENT_BEFORE_LAST');
    await accepted(counter.record(number, 'DECIDED', { outcome: 'GRANTED' }));
    await accepted(counter.record(number, 'DELIVERED'));
    expect(await row(number)).toMatchObject({ state: 'DELIVERED', open: false, on_time: true, outcome: 'GRANTED' });
  });

  it('refuses what law and guide do not allow, with the rule and the place', async () => {
    const number = await accept();
    expect(await counter.record(number, 'DECIDED', { outcome: 'REFUSED' })).toMatchObject({ refusal: { code: 'NO_REASON_FOR_REFUSAL', rule: '许可法 38' } });
    expect(await code(counter.record(number, 'STEP_STARTED', { step: 2, officeId: '14010001401' }))).toBe('WRONG_OFFICE');
    expect(await code(counter.record(number, 'STEP_STARTED', { step: 2, officeId: '14010001301' }))).toBe('WRONG_OFFICE');
    expect(await code(counter.record(number, 'STEP_STARTED', { step: 2 }))).toBe('STEP_SKIPPED');
    expect(await code(counter.record(number, 'STEP_STARTED', { step: 9 }))).toBe('STEP_UNKNOWN');
    expect(await code(counter.record(number, 'STEP_COMPLETED', { step: 1 }))).toBe('STEP_NOT_STARTED');
    expect(await code(counter.record(number, 'EXTENDED', {}))).toBe('EXTENSION_WITHOUT_APPROVAL');
    expect(await code(counter.record(number, 'EXTENDED', { approvedBy: 'AGENCY_HEAD' }))).toBe('EXTENSION_WITHOUT_NOTICE');
    expect(await code(counter.record(number, 'SPECIAL_PROCEDURE_STARTED', { procedure: '公示' }))).toBe('PROCEDURE_NOT_ON_CLOSED_LIST');
    expect(await code(counter.record(number, 'SPECIAL_PROCEDURE_STARTED', { procedure: 'HEARING' }))).toBe('PROCEDURE_WITHOUT_NOTICE');
    expect(await code(counter.record(number, 'SPECIAL_PROCEDURE_ENDED', { procedure: 'HEARING' }))).toBe('IMPOSSIBLE_EVENT');
    const fee = { name: '工本费', amount: 10 };
    expect(await counter.record(number, 'DECIDED', { outcome: 'GRANTED', fees: [{ name: '水资源费', amount: 5 }, fee] })).toMatchObject({
      refusal: { code: 'FEE_WITHOUT_BASIS', rule: '许可法 58、59', details: [{ path: 'fees.1.name', value: '工本费' }] },
    });
    expect(await row(number)).toMatchObject({ event_count: 2 });
    expect(await code(counter.record(number, 'DECIDED', REFUSAL))).toBe('ok');
  });

  it('is granted only with the required materials, whenever they came', async () => {
    counter.goTo('09-22');
    const { number } = await accepted(counter.open({ materials: [] }));
    await accepted(counter.record(number, 'ACCEPTED'));
    expect(await counter.record(number, 'DECIDED', { outcome: 'GRANTED' })).toMatchObject({
      refusal: { code: 'MISSING_REQUIRED_MATERIAL', details: [{ path: 'materials', value: FORM }] },
    });
    await accepted(counter.record(number, 'CORRECTED', { materials: [FORM] }));
    expect(await code(counter.record(number, 'DECIDED', { outcome: 'GRANTED' }))).toBe('ok');
  });

  it('asks for corrections once, and for everything (许可法 32(4))', async () => {
    const number = await opened();
    expect(await code(counter.record(number, 'CORRECTION_REQUESTED'))).toBe('NOTHING_TO_CORRECT');
    await accepted(counter.record(number, 'CORRECTION_REQUESTED', { toCorrect: ['申请书签章'] }));
    await accepted(counter.record(number, 'CORRECTED'));
    expect(await code(counter.record(number, 'CORRECTION_REQUESTED', { toCorrect: ['另一项'] }))).toBe('REPEATED_CORRECTION');
  });

  it('says the same once', async () => {
    const number = await opened();
    await accepted(counter.record(number, 'ACCEPTED', { eventId: 'mine' }));
    await accepted(counter.record(number, 'ACCEPTED', { eventId: 'mine' }));
    expect(await row(number)).toMatchObject({ event_count: 2 });
  });

  it('is nobody else’s to handle', async () => {
    const number = await opened();
    await expect(counter.record(number, 'ACCEPTED', {}, someone('AGENCY_EDITOR', '140100014'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(counter.record('650200013-1', 'ACCEPTED', {}, HALL)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(counter.open({ ...APPLICATION, agencyCode: '140100014' })).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await code(counter.record(number, 'ACCEPTED', {}, HALL))).toBe('ok');
  });

  it('keeps the applicant out of the journal, and forgets him when the case is over', async () => {
    const number = await accept();
    const head = someone('AGENCY_HEAD', AGENCY);
    const { entries } = await readJournal(counter.database, 'service_center', 0, 1000);
    expect(entries.filter(({ subject }) => subject.id === number).map(({ action }) => action)).toEqual(['CaseOpened', 'CaseEventsRecorded']);
    expect(JSON.stringify(entries)).not.toMatch(/示例水业|91140100|0351-0000000/);
    expect(entries.find(({ subject }) => subject.id === number)!.after).toMatchObject({ applicant: expect.stringMatching(/^[0-9a-f]{64}$/), state: 'RECEIVED' });
    expect(await code(counter.run(eraseApplicant, { number }, head))).toBe('CASE_OPEN');
    await expect(counter.run(eraseApplicant, { number }, CLERK)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await accepted(counter.record(number, 'DECIDED', { outcome: 'WITHDRAWN' }));
    await accepted(counter.run(eraseApplicant, { number }, BUREAU));
    const { rows } = await counter.database.pool.query('SELECT * FROM service_center.case_applicant WHERE case_number = $1', [number]);
    expect(rows).toEqual([{ case_number: number, name: null, id_number: null, contact: null, salt: null, erased_at: expect.any(Date) }]);
    expect(await verifyJournal(counter.database, 'service_center')).toMatchObject({ ok: true });
  });

  it('is opened on what the list says inside the transaction', async () => {
    counter.goTo('09-22');
    await counter.catalogSays(item('W1', { status: 'CANCELLED', validFrom: '2014-09-22' }));
    await counter.subgraph.catchUp();
    expect(await code(counter.open())).toBe('NOT_ON_LIST');
    await counter.catalogSays(item('W1', { validFrom: '2014-09-22' }));
    await counter.subgraph.catchUp();
    expect(await code(counter.open())).toBe('ok');
  });
});
