import { ANONYMOUS, systemActor } from '../../../../services/shared/actor';
import { verifyJournal } from '../../../../services/shared/verify-journal';
import { extendCalendar } from '../../../../services/service-center/commands/extend-calendar';
import { aCounter, accepted, AGENCY, BUREAU, CLERK, FORM, HALL, someone, type ACounter } from '../a-counter';
import { at } from '../rules/clock/a-case';

const CASES = `query ($agencyCode: ID, $regionCode: ID, $filter: CaseFilter, $first: Int, $after: String) {
  cases(agencyCode: $agencyCode, regionCode: $regionCode, filter: $filter, first: $first, after: $after) {
    nodes { number state overdue dueOn daysLeft applicant { name idNumber } agency { code name } } pageInfo { hasNextPage endCursor } totalCount
  }
}`;
const TIMELINESS = `query ($regionCode: ID!, $from: Date!, $to: Date!, $groupBy: [CaseDimension!]!) {
  caseTimeliness(regionCode: $regionCode, from: $from, to: $to, groupBy: $groupBy) {
    rows { agency { code name } item { code } month received decided onTime overdue medianDays p90Days }
  }
}`;
const OPEN = `mutation ($input: OpenCaseInput!) { openCase(input: $input) {
  ... on OpenedCase { queryCode case { number state guideVersion applicant { name contact } } } ... on Refusal { code rule message details { path value } } } }`;
const RECORD = `mutation ($input: RecordCaseEventInput!) { recordCaseEvent(input: $input) { ... on Case { state events { kind } } ... on Refusal { code rule } } }`;
const REPORT = `mutation ($input: RecordCaseEventsInput!) { recordCaseEvents(input: $input) {
  ... on CaseEventBatch { accepted duplicates rejected answers { eventId caseNumber status reason { code message } } } } }`;

describe('cases over GraphQL', () => {
  let counter: ACounter;
  beforeAll(async () => {
    counter = await aCounter();
    counter.goTo('11-20');
    const whole = (n: number, received: string, ...rest: [kind: string, when: string, said?: object][]) =>
      [['RECEIVED', received, { itemCode: 'W1', materials: [FORM], applicant: { name: '李四', idNumber: '1401' } }] as const, ...rest].map(([kind, when, said], i) => ({
        ...said, eventId: `${i}`, caseNumber: `C${n}`, kind, at: at(when),
      }));
    await counter.report([
      ...whole(1, '09-09', ['ACCEPTED', '09-09'], ['DECIDED', '09-12', { outcome: 'GRANTED' }]),
      ...whole(2, '09-10', ['ACCEPTED', '09-10'], ['DECIDED', '09-17', { outcome: 'GRANTED' }]),
      ...whole(3, '09-12', ['ACCEPTED', '09-12'], ['DECIDED', '10-20', { outcome: 'REFUSED', inWriting: true, reasons: '不符合', remedies: '复议' }]),
      ...whole(4, '10-15', ['ACCEPTED', '10-15']),
      ...whole(5, '11-19', ['ACCEPTED', '11-19']),
      ...whole(6, '11-19', ['ACCEPTED', '11-19'], ['DECIDED', '11-20', { outcome: 'WITHDRAWN' }]),
      ...whole(7, '11-19').map((event) => ({ ...event, agencyCode: '140100014', itemCode: 'X1' })),
    ]);
  });
  afterAll(() => counter.drop());
  const own = (...numbers: number[]) => numbers.map((n) => `${AGENCY}-C${n}`);
  const list = async (variables: object, actor = CLERK) => {
    const { data, errors } = await counter.query(CASES, { agencyCode: AGENCY, ...variables }, actor);
    return errors ? errors[0]!.extensions.code : data.cases;
  };
  const numbers = async (filter: object) => (await list({ filter })).nodes.map(({ number }: { number: string }) => number);

  it('lists an agency’s, the last received first, page by page', async () => {
    const first = await list({ first: 4 });
    expect(first).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
    const second = await list({ first: 4, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ number }: { number: string }) => number)).toEqual(own(6, 5, 4, 3, 2, 1));
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(await list({ after: 'nonsense' })).toBe('BAD_USER_INPUT');
  });

  it('narrows by state, item, due date and lateness', async () => {
    expect(await numbers({ state: ['IN_PROGRESS'] })).toEqual(own(5, 4));
    expect(await numbers({ overdue: true })).toEqual(own(4, 3));
    expect(await numbers({ overdue: false })).toEqual(own(6, 5, 2, 1));
    expect(await numbers({ dueBefore: '2014-11-01' })).toEqual(own(4));
    expect(await numbers({ itemCode: 'X1' })).toEqual([]);
    expect((await list({ filter: { state: ['IN_PROGRESS'] } })).nodes).toMatchObject([{ overdue: false, daysLeft: 9 }, { overdue: true, dueOn: '2014-10-29', daysLeft: -16 }]);
  });

  it('shows cases to who may see them, and applicants to fewer', async () => {
    const region = { agencyCode: null, regionCode: '140100' };
    expect((await list(region, HALL)).totalCount).toBe(7);
    expect((await list({ ...region, regionCode: '140000' }, someone('SUPERVISION', null, '140000'))).totalCount).toBe(7);
    for (const actor of [ANONYMOUS, someone('REFORM_OFFICE'), someone('AGENCY_HEAD', '140100014'), someone('SERVICE_CENTER', null, '650200')])
      expect(await list({}, actor)).toBe(actor === ANONYMOUS ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    expect(await list(region, CLERK)).toBe('FORBIDDEN');
    const applicantFor = async (actor = CLERK) => (await list({ first: 1 }, actor)).nodes[0].applicant;
    expect(await applicantFor()).toEqual({ name: '李四', idNumber: '1401' });
    expect(await applicantFor(BUREAU)).toEqual({ name: '李四', idNumber: '1401' });
    expect(await applicantFor(HALL)).toEqual({ name: '李**', idNumber: '******' });
    expect(await applicantFor(systemActor('test'))).toEqual({ name: '李**', idNumber: '******' });
    const one = (actor = CLERK, number = own(1)[0]) => counter.query('query ($n: ID!) { case(number: $n) { state agency { name } } }', { n: number }, actor);
    expect((await one()).data.case).toEqual({ state: 'GRANTED', agency: { name: '太原市水务局' } });
    expect((await one(CLERK, '140100013-none')).data.case).toBeNull();
    expect((await one(someone('AGENCY_HEAD', '140100014'))).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('reads a page of any length in the same statements', async () => {
    const count = async (first: number) => (await counter.statements(() => list({ first }))).length;
    await count(6);
    expect(await count(6)).toBe(await count(1));
    expect(await count(6)).toBeLessThanOrEqual(7);
  });

  it('counts how timely they were, each case in the month of what is counted', async () => {
    const ask = async (groupBy: string[], actor = someone('REPORTING'), changes = {}) => {
      const { data, errors } = await counter.query(TIMELINESS, { regionCode: '140100', from: '2014-09-01', to: '2014-12-31', groupBy, ...changes }, actor);
      return errors ? errors[0]!.extensions.code : data.caseTimeliness.rows;
    };
    const all = { received: 7, decided: 3, onTime: 2, overdue: 2, medianDays: 5, agency: null, item: null, month: null };
    const [row] = await ask([]);
    expect(row).toMatchObject(all);
    expect(row.p90Days).toBeGreaterThan(15);
    expect(await ask(['AGENCY'])).toMatchObject([
      { agency: { code: AGENCY, name: '太原市水务局' }, received: 6, decided: 3, month: null },
      { agency: { code: '140100014' }, received: 1, decided: 0, onTime: 0, overdue: 0, medianDays: null },
    ]);
    expect(await ask(['MONTH', 'ITEM'])).toMatchObject([
      { item: { code: 'W1' }, month: '2014-09', received: 3, decided: 2, onTime: 2, overdue: 0, medianDays: 4 },
      { item: { code: 'W1' }, month: '2014-10', received: 1, decided: 1, onTime: 0, overdue: 2 },
      { item: { code: 'W1' }, month: '2014-11', received: 2, decided: 0, onTime: 0, overdue: 0 },
      { item: { code: 'X1' }, month: '2014-11', received: 1 },
    ]);
    expect(await ask([], CLERK)).toMatchObject([{ received: 6 }]);
    expect(await ask([], someone('LEGAL_OFFICE'))).toBe('FORBIDDEN');
    expect(await ask([], someone('GOVERNMENT', null, '650200'))).toBe('FORBIDDEN');
    expect(await ask([], undefined, { from: '2015-01-01' })).toBe('BAD_USER_INPUT');
    expect(await counter.statements(() => ask(['AGENCY', 'ITEM', 'MONTH']))).toHaveLength(1);
  });

  it('opens, records and reports', async () => {
    const input = { agencyCode: AGENCY, itemCode: 'W1', materials: [FORM], applicant: { name: '王五' } };
    const { data } = await counter.query(OPEN, { input }, HALL);
    expect(data.openCase).toMatchObject({ queryCode: expect.any(String), case: { state: 'RECEIVED', guideVersion: 1, applicant: { name: '王**', contact: null } } });
    const refused = await counter.query(OPEN, { input: { ...input, itemCode: 'S1' } }, HALL);
    expect(refused.data.openCase).toEqual({ code: 'SUSPENDED', rule: 'P5', message: '事项当日已暂停行使', details: [{ path: 'itemCode', value: 'S1' }] });
    const record = async (kind: string) => (await counter.query(RECORD, { input: { number: data.openCase.case.number, kind } }, HALL)).data.recordCaseEvent;
    expect(await record('DELIVERED')).toEqual({ code: 'IMPOSSIBLE_EVENT', rule: '许可法 44' });
    expect(await record('ACCEPTED')).toEqual({ state: 'IN_PROGRESS', events: [{ kind: 'RECEIVED' }, { kind: 'ACCEPTED' }] });
    const event = { eventId: 'r1', caseNumber: 'R1', itemCode: 'W1', kind: 'RECEIVED', at: at('11-20') };
    const reported = await counter.query(REPORT, { input: { regionCode: '140100', agencyCode: AGENCY, events: [event, { ...event, kind: '收件' }, event] } }, CLERK);
    expect(reported.data.recordCaseEvents).toMatchObject({ accepted: 1, duplicates: 1, rejected: 1, answers: [{ status: 'ACCEPTED', caseNumber: `${AGENCY}-R1` }, { reason: { code: 'MALFORMED' } }, { status: 'DUPLICATE' }] });
  });
});

describe('a calendar that grows', () => {
  it('moves the due dates of open cases in the same command, in the same statements however many', async () => {
    const counter = await aCounter();
    counter.goTo('2026-12-21');
    const { number } = await accepted(counter.open());
    await accepted(counter.record(number, 'ACCEPTED'));
    const stored = async () => (await counter.database.pool.query('SELECT due_on::text AS due, due_provisional AS provisional FROM service_center.service_case WHERE number = $1', [number])).rows[0];
    expect(await stored()).toEqual({ due: '2027-01-04', provisional: true });
    const holidays = ['2027-01-01', '2027-01-04', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'];
    const statements = await counter.statements(() => accepted(counter.run(extendCalendar, { year: 2027, notice: '假定通知', holidays, workdays: [] }, systemActor('test'))));
    expect(await stored()).toEqual({ due: '2027-01-06', provisional: false });
    expect(statements.length).toBeLessThanOrEqual(14);
    expect(await verifyJournal(counter.database, 'service_center')).toMatchObject({ ok: true });
    await counter.drop();
  });
});
