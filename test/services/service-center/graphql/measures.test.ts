import { ANONYMOUS, type Actor } from '../../../../services/shared/actor';
import { readJournal } from '../../../../services/shared/journal';
import { aCounter, AGENCY, BUREAU, CLERK, HALL, someone, type ACounter } from '../a-counter';
import { item } from '../a-service-center';

const REFUSAL = '... on Refusal { code rule details { path value } }';
const MEASURES = 'number version kind text basis frequency { value unit } responsibleOffice { id name agency { code } } effectiveOn';
const STATE = `mutation ($input: StateMeasuresInput!) { stateMeasures(input: $input) { ... on StatedMeasures { version effectiveOn item { code } measures { ${MEASURES} } } ${REFUSAL} } }`;
const PLAN = 'mutation ($input: PlanChecksInput!) { planChecks(input: $input) { checkId status reason { code } } }';
const RECORD = 'mutation ($input: RecordCheckResultsInput!) { recordCheckResults(input: $input) { checkId status reason { code } } }';
const DUE = `query ($agencyCode: ID!, $until: Date!, $first: Int, $after: String) { checksDue(agencyCode: $agencyCode, until: $until, first: $first, after: $after) {
  totalCount nodes { checkId item { code } measure measureVersion kind plannedOn subject overdue } pageInfo { hasNextPage endCursor } } }`;
const COVERAGE = 'query ($regionCode: ID!) { measureCoverage(regionCode: $regionCode) { agency { code name } itemsNeeding itemsWith itemsWithout checksPlanned checksDone checksOverdue } }';
const ITEMS = `query ($of: [_Any!]!, $asOf: Date) { _entities(representations: $of) { ... on PowerItem { code measures(asOf: $asOf) { ${MEASURES} } } } }`;

const INSPECTION = { kind: 'INSPECTION', text: '随机抽取取水户、随机选派检查人员', basis: '《取水许可和水资源费征收管理条例》第四十五条', frequency: { value: 5, unit: 'PERCENT_PER_YEAR' }, officeId: '14010001302' };
const REPORTING = { kind: 'REPORTING', text: '取水户每年报送用水总结', frequency: { value: 1, unit: 'TIMES_PER_YEAR' }, officeId: '14010001302' };
const OTHERS = someone('AGENCY_EDITOR', '140100014');

let counter: ACounter;
beforeAll(async () => {
  counter = await aCounter();
  const days = { validFrom: '2014-09-01' };
  await counter.catalogSays(item('W2', days), item('W3', days), item('P1', { ...days, category: 'PENALTY' }), item('N1', { ...days, category: 'NON_LICENSE_APPROVAL' }), item('GONE', { ...days, status: 'CANCELLED' }));
  await counter.subgraph.catchUp();
});
afterAll(() => counter.drop());

const ask = async (source: string, variables: object, actor: Actor = ANONYMOUS): Promise<any> => {
  const { data, errors } = await counter.query(source, variables as Record<string, unknown>, actor);
  return errors ? { error: errors[0]!.extensions.code } : Object.values(data)[0];
};
const state = (itemCode: string, measures: object[] = [INSPECTION, REPORTING], change: object = {}, actor: Actor = CLERK) =>
  ask(STATE, { input: { agencyCode: AGENCY, itemCode, measures, ...change } }, actor);
const measuresOf = async (code: string, asOf: string | null = null) => (await ask(ITEMS, { of: [{ __typename: 'PowerItem', code }], asOf }))[0].measures;
const plan = (...checks: object[]) => ask(PLAN, { input: { agencyCode: AGENCY, checks } }, CLERK);
const record = (...results: object[]) => ask(RECORD, { input: { agencyCode: AGENCY, results } }, CLERK);
const statuses = (answers: { status: string; reason: { code: string } | null }[]) => answers.map(({ status, reason }) => reason?.code ?? status);
const journal = async () => (await readJournal(counter.database, 'service_center', 0, 1000)).entries;

describe('measures of an item (P16)', () => {
  it('are stated as a whole by its agency, read by everybody, each version on its days', async () => {
    counter.goTo('09-20');
    expect(await measuresOf('W1')).toEqual([]);
    const first = await state('W1');
    expect(first).toMatchObject({ version: 1, effectiveOn: '2014-09-20', item: { code: 'W1' } });
    expect(first.measures).toEqual([
      { ...INSPECTION, officeId: undefined, number: 1, version: 1, responsibleOffice: { id: '14010001302', name: '科室14010001302', agency: { code: AGENCY } }, effectiveOn: '2014-09-20' },
      expect.objectContaining({ kind: 'REPORTING', number: 2, basis: null }),
    ]);
    expect(await measuresOf('W1')).toEqual(first.measures);
    const before = (await journal()).length;
    expect(await state('W1')).toMatchObject({ version: 1, effectiveOn: '2014-09-20' });
    expect((await journal()).length).toBe(before);
    expect(await state('W1', [REPORTING], { effectiveOn: '2014-10-01' })).toMatchObject({ version: 2, effectiveOn: '2014-10-01', measures: [{ kind: 'REPORTING', number: 1 }] });
    expect(await measuresOf('W1', '2014-09-30')).toHaveLength(2);
    expect(await measuresOf('W1', '2014-10-01')).toMatchObject([{ version: 2 }]);
    expect(await state('W1', [INSPECTION])).toMatchObject({ code: 'BEFORE_LAST_VERSION' });
    expect(await state('W1', [INSPECTION], { effectiveOn: '2014-10-01' })).toMatchObject({ version: 3 });
    expect(await measuresOf('W1', '2014-10-01')).toMatchObject([{ version: 3, kind: 'INSPECTION' }]);
    const stated = (await journal()).filter(({ action, subject }) => action === 'MeasuresStated' && subject.kind === 'SupervisionMeasures' && subject.id === 'W1');
    expect(stated).toHaveLength(3);
  });
  it.each([
    ['off the list (P5)', 'GONE', {}, 'NOT_ON_LIST'],
    ['another’s item (P2)', 'X1', {}, 'NOT_THE_IMPLEMENTING_BODY'],
    ['the past', 'W2', { effectiveOn: '2014-09-19' }, 'EFFECTIVE_IN_THE_PAST'],
    ['another’s office', 'W2', { measures: [{ ...REPORTING, officeId: '14010001401' }] }, 'OFFICE_OF_ANOTHER_BODY'],
    ['nothing', 'W2', { measures: [] }, 'MALFORMED_MEASURES'],
    ['no frequency of sampling', 'W2', { measures: [{ ...INSPECTION, frequency: null }] }, 'FREQUENCY_MISSING'],
  ])('are not stated for %s', async (_what, itemCode, change, code) => {
    counter.goTo('09-20');
    expect(await state(itemCode, [INSPECTION], change)).toMatchObject({ code });
  });
  it('are the agency’s own to state', async () => {
    for (const actor of [OTHERS, HALL, BUREAU]) expect(await state('W2', [INSPECTION], {}, actor)).toEqual({ error: 'FORBIDDEN' });
    expect(await state('W2', [INSPECTION], {}, ANONYMOUS)).toEqual({ error: 'UNAUTHENTICATED' });
  });
  it('cannot be changed behind the journal’s back', async () => {
    await expect(counter.database.pool.query(`UPDATE service_center.supervision_measure SET text = 'x' WHERE item_code = 'W1'`)).rejects.toThrow('immutable');
    await expect(counter.database.pool.query('DELETE FROM service_center.supervision_measure')).rejects.toThrow('immutable');
  });
  it('cost one statement, however many items', async () => {
    const of = ['W1', 'W2', 'W3', 'P1', 'N1'].map((code) => ({ __typename: 'PowerItem', code }));
    expect(await counter.statements(() => ask(ITEMS, { of }))).toHaveLength(1);
  });
});

describe('checks under measures (P16)', () => {
  const check = (checkId: string, change: object = {}) => ({ checkId, itemCode: 'W3', measure: 1, plannedOn: '2014-09-25', subject: '示例水业有限公司', ...change });
  beforeAll(async () => {
    counter.goTo('09-20');
    await state('W3', [INSPECTION]);
  });

  it('are planned in a batch, each by itself, and the same again is a duplicate', async () => {
    const batch = [check('A/1'), check('A/2', { plannedOn: '2014-10-10' }), check('A/1'), check('A/3', { measure: 2 }), check('A/4', { itemCode: 'X1' }), check('张三'), check('A/1', { subject: '另一家' })];
    expect(statuses(await plan(...batch))).toEqual(['ACCEPTED', 'ACCEPTED', 'DUPLICATE', 'MEASURE_UNKNOWN', 'NOT_THE_IMPLEMENTING_BODY', 'MALFORMED', 'CHECK_EXISTS']);
    const before = (await journal()).length;
    expect(statuses(await plan(check('A/1'), check('A/2', { plannedOn: '2014-10-10' })))).toEqual(['DUPLICATE', 'DUPLICATE']);
    expect((await journal()).length).toBe(before);
  });
  it('fall due on their day, for the agency and supervision, until they have a result', async () => {
    counter.goTo('09-26');
    const due = (until: string, actor: Actor = CLERK, page: object = {}) => ask(DUE, { agencyCode: AGENCY, until, ...page }, actor);
    expect(await due('2014-10-10', BUREAU)).toMatchObject({
      totalCount: 2,
      nodes: [{ checkId: 'A/1', item: { code: 'W3' }, measure: 1, measureVersion: 1, kind: 'INSPECTION', subject: '示例水业有限公司', overdue: true }, { checkId: 'A/2', overdue: false }],
    });
    const first = await due('2014-10-10', CLERK, { first: 1 });
    expect(await due('2014-10-10', CLERK, { first: 1, after: first.pageInfo.endCursor })).toMatchObject({ nodes: [{ checkId: 'A/2' }], pageInfo: { hasNextPage: false } });
    for (const actor of [OTHERS, HALL, { ...BUREAU, regionCode: '140200' }]) expect(await due('2014-10-10', actor)).toEqual({ error: 'FORBIDDEN' });
    expect(statuses(await record({ checkId: 'A/1', checkedOn: '2014-09-26', result: 'RECTIFY', rectifyBy: '2014-10-26', note: '张三未按量取水' }))).toEqual(['ACCEPTED']);
    expect(await due('2014-10-10')).toMatchObject({ totalCount: 1, nodes: [{ checkId: 'A/2' }] });
  });
  it('are recorded once; the same again is a duplicate, another is rejected', async () => {
    const found = { checkId: 'A/1', checkedOn: '2014-09-26', result: 'RECTIFY', rectifyBy: '2014-10-26', note: '张三未按量取水' };
    const before = (await journal()).length;
    expect(statuses(await record(found, { ...found, result: 'PUNISHED', rectifyBy: null }, { ...found, checkId: 'A/2', checkedOn: '2014-09-27' }, { ...found, checkId: 'A/2', rectifyBy: null }, { ...found, checkId: 'NONE' }))).toEqual([
      'DUPLICATE', 'RESULT_EXISTS', 'CHECKED_IN_FUTURE', 'RECTIFY_BY', 'CHECK_UNKNOWN',
    ]);
    expect((await journal()).length).toBe(before);
  });
  it('name nobody in the journal', async () => {
    const ours = (await journal()).filter(({ subject }) => subject.kind === 'MeasureChecks');
    expect(ours.map(({ action }) => action)).toEqual(['ChecksPlanned', 'CheckResultsRecorded']);
    expect(JSON.stringify(ours)).not.toMatch(/示例水业|张三/);
  });
  it('cost the same number of statements, however many', async () => {
    counter.goTo('09-26');
    const many = (n: number, mark: string) => Array.from({ length: n }, (_, i) => check(`${mark}-${i}`, { plannedOn: '2014-11-20' }));
    const one = await counter.statements(() => plan(...many(1, 'B')));
    const thousand = await counter.statements(() => plan(...many(1000, 'C')));
    expect(thousand.length).toBe(one.length);
    expect(await plan()).toEqual({ error: 'BAD_USER_INPUT' });
    const results = many(1000, 'C').map(({ checkId }) => ({ checkId, checkedOn: '2014-09-26', result: 'OK' }));
    const recorded = await counter.statements(() => record(...results));
    expect(recorded.length).toBeLessThanOrEqual(one.length);
  });
});

describe('measureCoverage', () => {
  it('counts by agency the approvals with and without measures, and the checks, in one statement', async () => {
    counter.goTo('09-27');
    const rows = await ask(COVERAGE, { regionCode: '140100' }, someone('REPORTING'));
    expect(rows).toEqual([
      { agency: { code: AGENCY, name: '太原市水务局' }, itemsNeeding: 5, itemsWith: 2, itemsWithout: 3, checksPlanned: 1003, checksDone: 1001, checksOverdue: 0 },
      { agency: { code: '140100014', name: '太原市林业局' }, itemsNeeding: 1, itemsWith: 0, itemsWithout: 1, checksPlanned: 0, checksDone: 0, checksOverdue: 0 },
    ]);
    counter.goTo('10-11');
    expect(await ask(COVERAGE, { regionCode: '140000' }, someone('SUPERVISION', null, '140000'))).toMatchObject([{ checksOverdue: 1 }, {}]);
    expect(await counter.statements(() => ask(COVERAGE, { regionCode: '140100' }, BUREAU))).toHaveLength(1);
  });
  it('shows an agency itself alone, and the public nothing', async () => {
    expect(await ask(COVERAGE, { regionCode: '140100' }, OTHERS)).toMatchObject([{ agency: { code: '140100014' } }]);
    expect(await ask(COVERAGE, { regionCode: '140100' })).toEqual({ error: 'UNAUTHENTICATED' });
    expect(await ask(COVERAGE, { regionCode: '650200' }, BUREAU)).toEqual({ error: 'FORBIDDEN' });
  });
});
