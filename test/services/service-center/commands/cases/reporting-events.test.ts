import { readJournal } from '../../../../../services/shared/journal';
import { aCounter, AGENCY, BUREAU, CLERK, FORM, someone, type ACounter, type Report } from '../../a-counter';
import { at } from '../../rules/clock/a-case';
import { recordCaseEvents } from '../../../../../services/service-center/commands/cases/record-case-events';

const GRANTED = { kind: 'DECIDED', outcome: 'GRANTED' };
/** A whole case, in the order it went. */
const course = (caseNumber: string): Report[] =>
  [
    { kind: 'RECEIVED', at: at('09-22'), itemCode: 'W1', materials: [FORM], channel: 'ONLINE', applicantKind: 'ENTERPRISE', queryCode: 'abc-123' },
    { kind: 'ACCEPTED', at: at('09-23') },
    { kind: 'SPECIAL_PROCEDURE_STARTED', at: at('09-24'), procedure: 'HEARING', noticedAt: at('09-24') },
    { kind: 'SPECIAL_PROCEDURE_ENDED', at: at('09-26'), procedure: 'HEARING' },
    { ...GRANTED, at: at('09-28') },
    { kind: 'DELIVERED', at: at('09-29') },
  ].map((event, i) => ({ ...event, caseNumber, eventId: `e${i}` }));

describe('events from a counter’s own system', () => {
  let counter: ACounter;
  beforeAll(async () => {
    counter = await aCounter();
    counter.goTo('09-30');
  });
  afterAll(() => counter.drop());

  const folded = async (...numbers: string[]) =>
    (await counter.database.pool.query('SELECT * FROM service_center.service_case WHERE number = ANY($1) ORDER BY number', [numbers.map((n) => `${AGENCY}-${n}`)])).rows.map(
      ({ number: _number, query_code_hash, ...row }) => ({ ...row, tracked: query_code_hash !== null }),
    );
  const statuses = async (events: readonly Report[]) => (await counter.report(events)).map(({ status, reason }) => reason?.code ?? status);

  it('are recorded with the case they open, pinned to the guide of the day', async () => {
    expect(await statuses(course('A'))).toEqual(Array(6).fill('ACCEPTED'));
    expect(await folded('A')).toMatchObject([
      { item_code: 'W1', category: 'LICENSE', guide_version: 1, agency_code: AGENCY, region_code: '140100', origin: 'REPORTED', state: 'DELIVERED', open: false, channel: 'ONLINE', on_time: true, event_count: 6, tracked: true },
    ]);
  });

  it('come to the same in whatever order and batches they arrive', async () => {
    const shuffled = course('B').toSorted((a, b) => a.at.localeCompare(b.at) * -1);
    await counter.report(shuffled.slice(0, 2).map((event) => ({ ...event, itemCode: 'W1' })));
    await counter.report(shuffled.slice(2, 3));
    await counter.report(shuffled.slice(3));
    expect(await folded('B')).toEqual(await folded('A'));
  });

  it('are recorded once, in a batch or across batches', async () => {
    const events = course('C');
    expect(await statuses([...events.slice(0, 2), events[0]!])).toEqual(['ACCEPTED', 'ACCEPTED', 'DUPLICATE']);
    expect(await statuses(events)).toEqual(['DUPLICATE', 'DUPLICATE', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    const { entries } = await readJournal(counter.database, 'service_center', 0, 1000);
    const before = entries.length;
    expect(await statuses(events)).toEqual(Array(6).fill('DUPLICATE'));
    expect((await readJournal(counter.database, 'service_center', 0, 1000)).entries).toHaveLength(before);
  });

  it('are facts even when they could not have happened', async () => {
    expect(await statuses([{ ...GRANTED, at: at('09-23'), caseNumber: 'D', itemCode: 'S1' }, { kind: 'DELIVERED', at: at('09-22'), caseNumber: 'E', itemCode: 'W1' }])).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(await folded('D', 'E')).toMatchObject([
      { state: 'GRANTED', open: false, outcome: 'GRANTED', accepted_on: null },
      { state: 'DELIVERED', open: false, decided_at: null },
    ]);
  });

  it('are rejected one by one when they cannot be read, and told why', async () => {
    const fine = { kind: 'RECEIVED', at: at('09-22'), itemCode: 'W1' };
    const answers = await counter.report([
      { ...fine, caseNumber: 'F' },
      { ...fine, caseNumber: 'F', kind: 'TAKEN_IN' },
      { ...fine, caseNumber: 'F', at: '2014-09-31T09:00:00+08:00' },
      { ...fine, caseNumber: 'F', at: '1999-09-01T09:00:00+08:00' },
      { ...fine, caseNumber: 'F', at: at('10-01') },
      { ...fine, caseNumber: 'F', itemCode: 'X1' },
      { ...fine, caseNumber: 'no such', itemCode: 'W1' },
      { ...fine, caseNumber: 'G', itemCode: undefined },
      { ...fine, caseNumber: 'F', kind: 'DECIDED' },
      { ...fine, caseNumber: 'F', agencyCode: '650200001' },
      { ...fine, caseNumber: 'F', surprise: true },
    ]);
    expect(answers.map(({ status, reason }) => reason?.code ?? status)).toEqual([
      'ACCEPTED', 'MALFORMED', 'MALFORMED', 'MALFORMED', 'EVENT_IN_FUTURE', 'OTHER_ITEM', 'MALFORMED', 'CASE_UNKNOWN', 'MALFORMED', 'FOREIGN_AGENCY', 'MALFORMED',
    ]);
    expect(answers[8]).toMatchObject({ reason: { message: '缺少 outcome', details: [{ path: 'outcome' }] } });
  });

  it('are of the own agency, or for the hall of its region', async () => {
    const event = { eventId: 'x', caseNumber: 'H', kind: 'RECEIVED', at: at('09-22'), itemCode: 'W1' };
    const batch = (agencyCode: string | null) => ({ regionCode: '140100', agencyCode, events: [event] });
    await expect(counter.run(recordCaseEvents, batch(null), CLERK)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(counter.run(recordCaseEvents, batch('140100014'), CLERK)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(counter.run(recordCaseEvents, batch(AGENCY), BUREAU)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(counter.run(recordCaseEvents, batch(null), someone('SERVICE_CENTER', null, '650200'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await counter.run(recordCaseEvents, batch(AGENCY), CLERK)).toMatchObject({ ok: true, value: [{ status: 'ACCEPTED' }] });
    const foreign = await counter.run(recordCaseEvents, { ...batch(AGENCY), events: [{ ...event, eventId: 'y', agencyCode: '140100014' }] }, CLERK);
    expect(foreign).toMatchObject({ value: [{ status: 'REJECTED', reason: { code: 'FOREIGN_AGENCY' } }] });
  });

  it('come 1–1,000 at a time, and cost the same statements however many they are', async () => {
    const batch = (from: number, cases: number) => Array.from({ length: cases }, (_, i) => course(`N${from + i}`)).flat();
    await expect(counter.report([])).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    await expect(counter.report(batch(0, 200))).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    const count = async (events: Report[]) => (await counter.statements(() => counter.run(recordCaseEvents, { regionCode: '140100', agencyCode: AGENCY, events }, CLERK))).length;
    // The counter’s own connection is counted through the service’s pool.
    const seen: number[] = [];
    for (const events of [batch(1000, 1), batch(2000, 160)]) seen.push(await count(events));
    expect(seen[1]).toBe(seen[0]);
    expect(seen[0]).toBeLessThanOrEqual(16);
    expect(seen[0]).toBeGreaterThan(5);
  });

  it('tell the journal of each case once a batch', async () => {
    const { head } = await readJournal(counter.database, 'service_center', 0, 1);
    await counter.report([...course('P'), ...course('Q')]);
    const { entries } = await readJournal(counter.database, 'service_center', head.seq, 1000);
    const ofCases = entries.filter(({ subject }) => subject.kind === 'Case');
    expect(ofCases.map(({ action, subject }) => [action, subject.id])).toEqual([
      ['CaseOpened', `${AGENCY}-P`],
      ['CaseOpened', `${AGENCY}-Q`],
    ]);
    expect((entries[0]!.after as { events: unknown[] }).events).toHaveLength(6);
    // The summary is public: not how a case stands, nor whose a signal is.
    for (const { summary, subject } of entries) expect(`${summary} ${subject.kind === 'Signal' ? subject.id : ''}`).not.toMatch(/准予|送达|到期|黄牌|红牌|S?140100013-S/);
  });

  it('cannot be changed afterwards', async () => {
    await expect(counter.database.pool.query('UPDATE service_center.case_event SET at = now()')).rejects.toThrow(/immutable/);
    await expect(counter.database.pool.query('DELETE FROM service_center.case_event')).rejects.toThrow(/immutable/);
  });
});
