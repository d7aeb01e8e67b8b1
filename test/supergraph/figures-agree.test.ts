import type { Actor } from '../../services/shared/actor';
import { type SampleHub, sampleHub } from '../support/sample-hub';

const CITY = '140100';
const WATER_PERMIT = '14010001301000100';
const ON_THE_LIST = ['LISTED', 'TIGHTENED', 'SUSPENDED'];

let hub: SampleHub;
const headers = new Map<string, { authorization: string }>();
beforeAll(async () => {
  hub = await sampleHub();
});
afterAll(() => hub.stop());

async function as(role: Actor['role']): Promise<{ authorization: string }> {
  if (!headers.has(role)) headers.set(role, await hub.as(role, CITY));
  return headers.get(role)!;
}
async function ask(query: string, variables: object = {}, role: Actor['role'] = 'REPORTING'): Promise<any> {
  const { data, errors } = await hub.ask(query, variables, await as(role));
  expect(errors).toEqual([]);
  return data;
}
/** Every node of a list, page by page; as many as it says there are. */
async function all(connection: string, nodes: string, role: Actor['role'] = 'REPORTING', within = (data: any) => data): Promise<any[]> {
  const query = `query ($after: String) { ${connection.replace('PAGE', `first: 100, after: $after`).replace('NODES', `{ totalCount nodes { ${nodes} } pageInfo { hasNextPage endCursor } }`)} }`;
  const found: any[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: any = Object.values(within(await ask(query, { after }, role)))[0];
    found.push(...page.nodes);
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    if (!more) expect(found).toHaveLength(page.totalCount);
  }
  return found;
}
const sum = (rows: readonly object[], key: string): number => rows.reduce((total, row) => total + (row as Record<string, number>)[key]!, 0);
const countBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
};
const sorted = (counts: ReadonlyMap<string, number>) => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));

const summary = async (...groupBy: string[]) => (await ask('ListSummary', { regionCode: CITY, groupBy })).listSummary;
const listed = () =>
  all(`powerItems(filter: { regionCode: "${CITY}", status: [${ON_THE_LIST.join(', ')}] }, PAGE) NODES`, 'code category status exerciseLevels implementingAgency { code } link { status }');

/** What the list comes to, wherever it is told. */
async function theListAgrees(): Promise<number> {
  const items = await listed();
  const { total } = await summary();
  expect(total).toBe(items.length);
  const byCategory = await summary('CATEGORY');
  expect(sorted(new Map(byCategory.rows.map(({ category, count }: any) => [category, count])))).toEqual(sorted(countBy(items, ({ category }) => category)));
  const byLevel = await summary('LEVEL');
  expect(sorted(new Map(byLevel.rows.map(({ level, count }: any) => [String(level), count])))).toEqual(
    sorted(countBy(items.flatMap(({ exerciseLevels }) => (exerciseLevels.length > 0 ? exerciseLevels : [null])), String)),
  );
  const byAgency = await summary('AGENCY', 'STATUS');
  expect(sum(byAgency.rows, 'count')).toBe(total);
  const { region } = await ask(`{ region(code: "${CITY}") { agencies(first: 100) { totalCount nodes { code powerItems(first: 1) { totalCount } } } } }`);
  expect(region.agencies.nodes).toHaveLength(region.agencies.totalCount);
  for (const { code, powerItems } of region.agencies.nodes) expect([code, sum(byAgency.rows.filter(({ agency }: any) => agency.code === code), 'count')]).toEqual([code, powerItems.totalCount]);
  expect(region.agencies.nodes.reduce((counted: number, { powerItems }: any) => counted + powerItems.totalCount, 0)).toBe(total);
  return total;
}

/** What the links come to, wherever they are told. */
async function theLinksAgree(): Promise<void> {
  const items = await listed();
  const { linkCoverage: coverage } = await ask('LinkCoverage', { regionCode: CITY });
  expect(coverage.expected).toBe((await summary()).total);
  const counted = countBy(items, ({ link }) => link.status);
  for (const status of ['COMPLETE', 'INCOMPLETE', 'MISSING', 'BROKEN']) expect([status, coverage[status.toLowerCase()]]).toEqual([status, counted.get(status) ?? 0]);
  expect(coverage.complete + coverage.incomplete + coverage.missing + coverage.broken).toBe(coverage.expected);
  for (const key of ['expected', 'complete', 'incomplete', 'missing', 'broken']) expect(sum(coverage.byAgency, key)).toBe(coverage[key]);
  const held = countBy(items, ({ implementingAgency }) => implementingAgency.code);
  expect(sorted(new Map(coverage.byAgency.map(({ agency, expected }: any) => [agency.code, expected])))).toEqual(sorted(held));
  for (const { agency, expected, complete } of coverage.byAgency) {
    const { linkWorklist } = await ask('query ($code: ID!) { linkWorklist(agencyCode: $code) { totalCount } }', { code: agency.code });
    expect([agency.code, linkWorklist.totalCount]).toEqual([agency.code, expected - complete]);
  }
}

/** What the adjustments come to. */
async function theAdjustmentsAgree(): Promise<number> {
  const adjustments = await all(`adjustments(regionCode: "${CITY}", PAGE) NODES`, 'kind effectiveOn items { code }');
  const { adjustmentStatistics: figures } = await ask('AdjustmentStatistics', { regionCode: CITY, groupBy: ['KIND', 'MONTH'] });
  expect([figures.adjustments, figures.items]).toEqual([adjustments.length, adjustments.flatMap(({ items }) => items).length]);
  expect(sorted(new Map(figures.rows.map((row: any) => [`${row.kind} ${row.month}`, row.adjustments])))).toEqual(
    sorted(countBy(adjustments, ({ kind, effectiveOn }) => `${kind} ${effectiveOn.slice(0, 7)}`)),
  );
  return figures.adjustments;
}

const decision = { grounds: '依据废止', document: { title: '调整决定', number: null, date: '2026-01-05' }, legalityOpinion: '合法', approver: '市政府', effectiveOn: '2026-01-10' };
const adjust = async (verb: string, role: Actor['role'], input: object) => {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
  const done = await ask(`mutation ($input: ${type}!) { ${verb}(input: $input) { __typename ... on Refusal { code message } } }`, { input: { regionCode: CITY, decision, ...input } }, role);
  expect(done[verb].__typename).not.toBe('Refusal');
};

describe('a number told in two places', () => {
  it('is the same of the list, of its links and of what adjusted it, as published', async () => {
    expect(await theListAgrees()).toBeGreaterThan(100);
    await theLinksAgree();
    await theAdjustmentsAgree();
  });

  it('is the same of every edition and of the list on its day', async () => {
    const editions = await all(`editions(regionCode: "${CITY}", PAGE) NODES`, 'id total counts { category count } publishedOn items(first: 1) { totalCount }');
    expect(editions.length).toBeGreaterThan(0);
    for (const { total, counts, items, publishedOn } of editions) {
      expect(items.totalCount).toBe(total);
      expect(sum(counts, 'count')).toBe(total);
      const { listSummary } = await ask('ListSummary', { regionCode: CITY, asOf: publishedOn, groupBy: ['CATEGORY'] });
      expect([publishedOn, listSummary.total]).toEqual([publishedOn, total]);
      expect(new Map(listSummary.rows.map(({ category, count }: any) => [category, count]))).toEqual(new Map(counts.filter(({ count }: any) => count > 0).map(({ category, count }: any) => [category, count])));
    }
  });

  it('stays the same as the list is adjusted', async () => {
    const before = await theAdjustmentsAgree();
    const [gone, strict, idle] = (await listed()).filter(({ status }) => status === 'LISTED').map(({ code }) => ({ code }));
    await adjust('cancelItem', 'GOVERNMENT', { item: gone });
    await adjust('tightenItem', 'REFORM_OFFICE', { item: strict, conditions: '须公示' });
    await adjust('suspendItem', 'REFORM_OFFICE', { item: idle });
    await hub.hub.subgraphs['service-center'].catchUp();
    expect(await theAdjustmentsAgree()).toBe(before + 3);
    await theListAgrees();
    await theLinksAgree();
  });

  it('is the same of findings counted and findings listed, by kind', async () => {
    const findings = await all(`mandateCrossCheck(regionCode: "${CITY}") { findings(PAGE) NODES }`, 'kind', 'STAFFING_OFFICE', ({ mandateCrossCheck }) => mandateCrossCheck);
    const { mandateCrossCheck } = await ask('MandateFindings', { regionCode: CITY, first: 1 }, 'STAFFING_OFFICE');
    const totals = mandateCrossCheck.totals.filter(({ count }: any) => count > 0).map(({ kind, count }: any) => [kind, count]);
    expect(findings.length).toBeGreaterThan(10);
    expect(sorted(new Map(totals))).toEqual(sorted(countBy(findings, ({ kind }) => kind)));
    expect((await ask('MandateFindings', { regionCode: CITY, first: 1 })).mandateCrossCheck.totals).toEqual(mandateCrossCheck.totals); // reporting counts the same
  });
});

/** Cases of three agencies over two months: in time, early, late, withdrawn, refused, open, overdue, stopped. */
async function reportCases(): Promise<void> {
  const licences = (await all(`powerItems(filter: { regionCode: "${CITY}", category: [LICENSE], status: [LISTED] }, PAGE) NODES`, 'code implementingAgency { code } link { status } guide { materials { name } }'))
    .filter(({ guide, code }) => guide !== null && code !== WATER_PERMIT);
  const chosen = [{ code: WATER_PERMIT, implementingAgency: { code: '140100013' } }, ...licences].slice(0, 4);
  const events = Array.from({ length: 60 }, (_, i) => {
    const { code: itemCode, implementingAgency } = chosen[i % chosen.length]!;
    const day = (n: number): string => `${new Date(Date.UTC(2025, 10, 24 + (i * 7) % 49 + n)).toISOString().slice(0, 10)}T09:00:00+08:00`;
    const event = (kind: string, n: number, said: object = {}) => ({ eventId: `${i}-${kind}`, caseNumber: `F${i}`, agencyCode: implementingAgency.code, kind, at: day(n), ...said });
    const begun = [event('RECEIVED', 0, { itemCode }), event('ACCEPTED', 0)];
    if (i % 6 === 0) return begun;
    if (i % 6 === 1) return [...begun, event('SPECIAL_PROCEDURE_STARTED', 1, { procedure: 'HEARING', noticedAt: day(1) })];
    return [...begun, event('DECIDED', [0, 0, 2, 9, 40, 3][i % 6]!, { outcome: ['', '', 'GRANTED', 'REFUSED', 'GRANTED', 'WITHDRAWN'][i % 6], inWriting: true, reasons: '不符合条件', remedies: '可申请复议' })];
  }).flat().filter(({ at }) => Date.parse(at) < Date.parse('2026-01-15T02:00:00Z'));
  const { recordCaseEvents } = await ask(
    'mutation ($input: RecordCaseEventsInput!) { recordCaseEvents(input: $input) { ... on CaseEventBatch { accepted rejected } ... on Refusal { code message } } }',
    { input: { regionCode: CITY, events } },
    'SERVICE_CENTER',
  );
  expect(recordCaseEvents).toEqual({ accepted: events.length, rejected: 0 });
}

const chinaDay = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

describe('cases counted', () => {
  let cases: any[];
  let signals: any[];
  beforeAll(async () => {
    await reportCases();
    cases = await all(`cases(regionCode: "${CITY}", PAGE) NODES`, 'number state agency { code } item { code } receivedAt decidedAt outcome overdue suspended dueOn', 'SUPERVISION');
    signals = await all(`supervisionSignals(regionCode: "${CITY}", PAGE) NODES`, 'agencyCode severity state upheld occurredOn', 'SUPERVISION');
  });

  it.each([
    ['2025-12-01', '2025-12-31'],
    ['2025-11-01', '2026-01-15'],
    ['2026-01-15', '2026-01-15'],
  ])('from %s to %s are those listed, counted one by one, by agency, item and month', async (from, to) => {
    const within = (day: string | null): boolean => day !== null && day >= from && day <= to;
    const decidedOn = ({ decidedAt, outcome }: any) => (decidedAt !== null && outcome !== 'WITHDRAWN' ? chinaDay(decidedAt) : null);
    const isOpen = ({ decidedAt }: any) => decidedAt === null;
    const lateOn = (each: any) => (decidedOn(each) !== null ? (each.overdue ? decidedOn(each) : null) : isOpen(each) && each.overdue ? each.dueOn : null);
    const counted = (those: any[]) => ({
      received: those.filter(({ receivedAt }) => within(chinaDay(receivedAt))).length,
      decided: those.filter((each) => within(decidedOn(each))).length,
      onTime: those.filter((each) => within(decidedOn(each)) && !each.overdue).length,
      overdue: those.filter((each) => within(lateOn(each))).length,
    });
    const rows = async (...groupBy: string[]) => (await ask('CaseTimeliness', { regionCode: CITY, from, to, groupBy })).caseTimeliness.rows;
    const [whole] = await rows();
    expect(whole).toMatchObject(counted(cases));
    for (const dimensions of [['AGENCY'], ['ITEM'], ['MONTH'], ['AGENCY', 'ITEM', 'MONTH']]) {
      const grouped = await rows(...dimensions);
      for (const key of ['received', 'decided', 'onTime', 'overdue']) expect([dimensions, key, sum(grouped, key)]).toEqual([dimensions, key, whole[key]]);
    }
    for (const row of await rows('AGENCY')) expect(row).toMatchObject(counted(cases.filter(({ agency }) => agency.code === row.agency.code)));
  });

  it('reach every kind of case that is told apart', () => {
    expect(new Set(cases.map(({ state }) => state)).size).toBeGreaterThanOrEqual(5);
    for (const is of [({ overdue, decidedAt }: any) => overdue && decidedAt !== null, ({ overdue, decidedAt }: any) => overdue && decidedAt === null, ({ suspended }: any) => suspended])
      expect(cases.filter(is).length).toBeGreaterThan(0);
  });

  it.each(['2025-11', '2025-12', '2026-01'])('score in %s what their signals and decisions come to', async (month) => {
    const { supervisionScores: scores } = await ask('SupervisionScores', { regionCode: CITY, month });
    const counted = signals.filter(({ occurredOn, upheld }) => occurredOn.startsWith(month) && upheld !== false);
    const decided = cases.filter(({ decidedAt, outcome }) => decidedAt !== null && outcome !== 'WITHDRAWN' && chinaDay(decidedAt).startsWith(month));
    const concerned = [...counted.map(({ agencyCode }) => agencyCode), ...decided.map(({ agency }) => agency.code)] as string[];
    expect(new Set(scores.map(({ agency }: any) => agency.code))).toEqual(new Set(concerned));
    for (const { agency, yellow, red, decided: told, earlyShare } of scores) {
      const of = (severity: string) => counted.filter((signal) => signal.agencyCode === agency.code && signal.severity === severity).length;
      const own = decided.filter((each) => each.agency.code === agency.code);
      const early = own.filter(({ decidedAt, dueOn }) => chinaDay(decidedAt) < dueOn).length;
      expect([yellow, red, told]).toEqual([of('YELLOW'), of('RED'), own.length]);
      expect(earlyShare).toEqual(own.length === 0 ? null : early / own.length);
    }
    const { caseTimeliness } = await ask('CaseTimeliness', { regionCode: CITY, from: `${month}-01`, to: lastDayOf(month), groupBy: ['AGENCY'] });
    for (const { agency, decided: told } of caseTimeliness.rows) expect(scores.find((score: any) => score.agency.code === agency.code)?.decided ?? 0).toBe(told);
  });
});

const lastDayOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

describe('what figures cost', () => {
  it.each([
    ['ListSummary', { regionCode: CITY, groupBy: ['CATEGORY'] }, 1],
    ['AdjustmentStatistics', { regionCode: CITY, groupBy: ['KIND', 'MONTH'] }, 1],
    ['ReviewProgress', { regionCode: CITY }, 1],
    ['CaseTimeliness', { regionCode: CITY, from: '2025-11-01', to: '2026-01-15', groupBy: ['MONTH'] }, 1],
    ['SupervisionScores', { regionCode: CITY, month: '2025-12' }, 3], // with the weights and the calendar they are counted by
  ] as const)('%s with %j asks one service once and takes %i of its statements, however many rows', async (operation, variables, statements) => {
    const { answer, cost } = await hub.measure(operation, variables, await as('REPORTING'));
    expect(answer.errors).toEqual([]);
    expect(cost.statements).toHaveLength(statements);
    expect(cost.calls).toHaveLength(1);
  });
});
