import { ON_THE_LIST, PUBLIC_STATUSES } from '../../../services/catalog/rules/on-the-list';
import { ITEM_STATUSES } from '../../../services/catalog/rules/vocabulary';
import { dayInChina } from '../../../services/shared/day';
import { type SampleHub, sampleHub } from '../../support/sample-hub';

const WATER = '140100013';
const ITEM = '14010001301000100';
/** The views know today; the hub of the sample has a clock of its own. */
const TODAY = dayInChina(new Date());

let hub: SampleHub;
let reporting: { authorization: string };
beforeAll(async () => {
  hub = await sampleHub();
  reporting = await hub.as('REPORTING', '140100');
});
afterAll(() => hub.stop());

const sql = async <Row = Record<string, unknown>>(text: string): Promise<Row[]> => (await hub.database.connect().pool.query(text)).rows as Row[];
async function ask(query: string, variables: object = {}, headers: Record<string, string> = reporting): Promise<any> {
  const { data, errors } = await hub.ask(query, variables, headers);
  expect(errors).toEqual([]);
  const answer = Object.values(data)[0] as any;
  expect(answer?.__typename).not.toBe('Refusal');
  return answer;
}

describe('the list', () => {
  const summary = (regionCode: string, groupBy: string[]) => ask('ListSummary', { regionCode, asOf: TODAY, groupBy });

  it.each(['140100', '650200'])('%s: its items by agency, category and state are those of listSummary', async (region) => {
    const { total, rows } = await summary(region, ['AGENCY', 'CATEGORY', 'STATUS']);
    const [all] = await sql(`SELECT count(*)::int AS total FROM reporting.power_item WHERE region_code = '${region}'`);
    expect(all).toEqual({ total });
    const told = rows.map((row: any) => `${row.agency.code} ${row.category} ${row.status} ${row.count}`);
    const seen = await sql<{ line: string }>(
      `SELECT concat_ws(' ', agency_code, category, status, count(*)) AS line FROM reporting.power_item WHERE region_code = '${region}' GROUP BY agency_code, category, status`,
    );
    expect(seen.map(({ line }) => line).toSorted()).toEqual(told.toSorted());
  });

  it.each(['2014-09-10', '2020-06-30', '2020-07-01'])('as of %s, from all its versions, likewise', async (asOf) => {
    const { total } = await ask('ListSummary', { regionCode: '140100', asOf, groupBy: [] });
    expect(await sql(`SELECT count(*)::int AS total FROM reporting.power_item_version WHERE region_code = '140100' AND on_the_list AND valid_from <= '${asOf}' AND '${asOf}' < valid_to`)).toEqual([{ total }]);
  });

  it('by level likewise; an item exercised at several levels counts at each', async () => {
    const { rows } = await summary('650200', ['LEVEL']);
    const told = Object.fromEntries(rows.filter(({ level }: any) => level !== null).map((row: any) => [row.level, row.count]));
    const seen = await sql<{ level: string; count: number }>(
      `SELECT level, count(*)::int AS count FROM reporting.power_item_level JOIN reporting.power_item i USING (version_id) WHERE region_code = '650200' GROUP BY 1`,
    );
    expect(Object.fromEntries(seen.map(({ level, count }) => [level, count]))).toEqual(told);
  });

  it('shows the states that the rule has on the list, and hides those that are not public', async () => {
    const pool = hub.database.connect().pool;
    await pool.query(`INSERT INTO catalog.power_item (code, code_scheme, region_code, natural_key) SELECT 'S-' || s, 'HUB', '999999', s FROM unnest($1::text[]) s`, [Object.keys(ITEM_STATUSES)]);
    await pool.query(
      `INSERT INTO catalog.item_version (code, valid_from, status, region_code, agency_code, category, name, levels, body_name, office_ids, office_names, fingerprint, search_text, grams)
       SELECT 'S-' || s, '2020-01-01', s, '999999', '999999001', 'OTHER', s, '{}', '', '{}', '{}', s, '', '{}' FROM unnest($1::text[]) s`,
      [Object.keys(ITEM_STATUSES)],
    );
    const seen = await sql<{ status: string; on_the_list: boolean }>(`SELECT status, on_the_list FROM reporting.power_item_version WHERE region_code = '999999'`);
    expect(seen.map(({ status }) => status).toSorted()).toEqual([...PUBLIC_STATUSES].toSorted());
    expect(seen.filter((row) => row.on_the_list).map(({ status }) => status).toSorted()).toEqual([...ON_THE_LIST].toSorted());
  });

  it('cites what the API cites, clause by clause', async () => {
    const { legalBases } = await ask('query ($code: ID!) { powerItem(code: $code) { legalBases { instrument { title } article } } }', { code: ITEM });
    const seen = await sql(`SELECT title, article FROM reporting.citation JOIN reporting.power_item USING (version_id, item_code) JOIN reporting.legal_instrument USING (instrument_id) WHERE item_code = '${ITEM}' ORDER BY ordinal`);
    expect(seen).toEqual(legalBases.map(({ instrument, article }: any) => ({ title: instrument.title, article })));
  });

  it('has the editions with their counts, and the adjustments', async () => {
    const { nodes } = await ask('query { editions(regionCode: "650200", first: 10) { nodes { number publishedOn total counts { category count } } } }');
    const [edition] = await sql<Record<string, any>>(`SELECT number, published_on::text AS day, items FROM reporting.edition WHERE region_code = '650200'`);
    expect(edition).toEqual({ number: nodes[0].number, day: nodes[0].publishedOn, items: nodes[0].total });
    const counts = await sql<{ category: string; items: number }>(`SELECT category, items FROM reporting.edition_category WHERE edition_id = '650200-1'`);
    expect(Object.fromEntries(counts.map(({ category, items }) => [category, items]))).toEqual(Object.fromEntries(nodes[0].counts.map(({ category, count }: any) => [category, count])));
    const { totalCount } = await ask('query { adjustments(regionCode: "140100", first: 1) { totalCount } }');
    expect(await sql(`SELECT count(*)::int AS count FROM reporting.adjustment WHERE region_code = '140100'`)).toEqual([{ count: totalCount }]);
  });
});

describe('a review cycle', () => {
  it('is as far as its progress says', async () => {
    const reform = await hub.as('REFORM_OFFICE', '140100');
    const { id } = await ask('OpenReviewCycle', { input: { regionCode: '140100', title: '试', scheme: 'TAIYUAN_2014' } }, reform);
    const head = await hub.as('AGENCY_HEAD', '140100', WATER);
    await ask('mutation ($cycleId: ID!, $agencyCode: ID!) { reportDraftItems(input: { cycleId: $cycleId, agencyCode: $agencyCode, items: [{ name: "上报事项", category: LICENSE, bodyName: "太原市水务局" }] }) { __typename ... on Refusal { code message } } }', { cycleId: id, agencyCode: WATER }, head);
    const open = await ask('CycleProgress', { id }, reform);
    await ask('mutation ($cycleId: ID!, $agencyCode: ID!) { submitReturn(input: { cycleId: $cycleId, agencyCode: $agencyCode }) { __typename ... on Refusal { code message } } }', { cycleId: id, agencyCode: WATER }, head);
    const cycle = await ask('CycleProgress', { id }, reform);
    expect(open.returns).toEqual([]);
    expect(await sql(`SELECT stage, departments FROM reporting.review_cycle WHERE cycle_id = '${id}'`)).toEqual([{ stage: cycle.stage, departments: cycle.departments.length }]);
    const [water] = await sql<Record<string, any>>(`SELECT round_1_at, items_under_review, opinions_unanswered FROM reporting.review_cycle_department WHERE cycle_id = '${id}' AND agency_code = '${WATER}'`);
    const [{ submittedAt, items }] = cycle.returns;
    expect({ ...water, round_1_at: water!.round_1_at.toISOString() }).toEqual({ round_1_at: submittedAt, items_under_review: items, opinions_unanswered: cycle.progress.unansweredOpinions });
    expect(await sql(`SELECT count(*)::int AS count FROM reporting.review_cycle_window WHERE cycle_id = '${id}'`)).toEqual([{ count: cycle.windows.length }]);
  });
});

describe('the organisation', () => {
  it('has the bodies of AgencyDirectory with their offices', async () => {
    const { agencies } = await ask('query { region(code: "140100") { agencies(first: 100) { nodes { code offices { id } } } } }');
    const seen = await sql<{ agency_code: string; offices: number }>(`SELECT agency_code, count(office_id)::int AS offices FROM reporting.agency a LEFT JOIN reporting.office o USING (agency_code) WHERE region_code = '140100' GROUP BY 1`);
    const told = agencies.nodes.map(({ code, offices }: any) => [code, offices.length]);
    const counted = new Map(seen.map((row) => [row.agency_code, row.offices]));
    expect(told.length).toBeGreaterThan(20);
    for (const [code, offices] of told) expect([code, counted.get(code)]).toEqual([code, offices]);
  });

  it('has duties, staffing and posts of the mandate in force', async () => {
    const { mandate } = await ask('query ($code: ID!) { agency(code: $code) { mandate { id duties { number } staffing { kind quota actual } staffingTotal leadershipPosts { post quota actual } } } }', { code: WATER });
    const [seen] = await sql(`SELECT mandate_id, duties, staffing_total FROM reporting.mandate WHERE agency_code = '${WATER}' AND effective_on <= current_date AND current_date < effective_to`);
    expect(seen).toEqual({ mandate_id: mandate.id, duties: mandate.duties.length, staffing_total: mandate.staffingTotal });
    expect(await sql(`SELECT kind, quota, actual FROM reporting.staffing WHERE mandate_id = '${mandate.id}' ORDER BY place`)).toEqual(mandate.staffing);
    expect(await sql(`SELECT post, quota, actual FROM reporting.leadership_post WHERE mandate_id = '${mandate.id}' ORDER BY place`)).toEqual(mandate.leadershipPosts);
  });

  it('counts the findings that a run put on record', async () => {
    const staffing = await hub.as('STAFFING_OFFICE', '140100');
    await ask('mutation { runMandateCrossCheck(input: { regionCode: "140100" }) { __typename ... on Refusal { code message } } }', {}, staffing);
    const { totals, runs } = await ask('query { mandateCrossCheck(regionCode: "140100") { totals { kind count } runs(first: 1) { items mandates newCount stillCount } } }');
    const seen = await sql<{ kind: string; count: number }>(`SELECT kind, count(*)::int AS count FROM reporting.mandate_finding WHERE region_code = '140100' AND state <> 'CLOSED' GROUP BY 1`);
    expect(Object.fromEntries(seen.map(({ kind, count }) => [kind, count]))).toEqual(Object.fromEntries(totals.filter(({ count }: any) => count > 0).map(({ kind, count }: any) => [kind, count])));
    expect(await sql(`SELECT items, mandates, new_findings AS "newCount", still_findings AS "stillCount" FROM reporting.cross_check_run WHERE region_code = '140100'`)).toEqual(runs);
  });
});

describe('the service center', () => {
  it('has no guide for the items that linkCoverage calls MISSING', async () => {
    const { expected, missing } = await ask('LinkCoverage', { regionCode: '140100' });
    expect(await sql(`SELECT count(*)::int AS expected, (count(*) FILTER (WHERE g.item_code IS NULL))::int AS missing FROM reporting.power_item LEFT JOIN reporting.guide g USING (item_code) WHERE region_code = '140100'`)).toEqual([{ expected, missing }]);
  });

  it('states limits, steps and materials as the guide does', async () => {
    const { guide } = await ask('query ($code: ID!) { powerItem(code: $code) { guide { version promisedLimit { value unit } statutoryLimit { value unit } steps { name } materials { name requirement } channels } } }', { code: ITEM });
    const at = `item_code = '${ITEM}' AND version = ${guide.version}`;
    expect(await sql(`SELECT promised_limit, promised_limit_unit, statutory_limit, channels, steps, materials FROM reporting.guide_version WHERE ${at}`)).toEqual([
      { promised_limit: guide.promisedLimit.value, promised_limit_unit: guide.promisedLimit.unit, statutory_limit: guide.statutoryLimit.value, channels: guide.channels.join(','), steps: guide.steps.length, materials: guide.materials.length },
    ]);
    expect(await sql(`SELECT name, requirement FROM reporting.guide_material WHERE ${at} ORDER BY place`)).toEqual(guide.materials);
    expect(await sql(`SELECT name FROM reporting.guide_step WHERE ${at} ORDER BY step`)).toEqual(guide.steps);
  });

  it('counts cases, their timeliness and the scores as the API does', async () => {
    // One decided early, one too late, one open and overdue, one withdrawn; each without a fee's basis or the like.
    const cases: [number: string, accepted: string, decided: string | null, outcome: string][] = [
      ['R1', '2025-03-03', '2025-03-05', 'GRANTED'],
      ['R2', '2025-03-03', '2025-06-30', 'REFUSED'],
      ['R3', '2025-03-03', null, ''],
      ['R4', '2025-03-04', '2025-03-10', 'WITHDRAWN'],
    ];
    const at = (day: string) => `${day}T10:00:00+08:00`;
    const events = cases.flatMap(([caseNumber, accepted, decided, outcome]) => [
      { caseNumber, eventId: `${caseNumber}-1`, kind: 'RECEIVED', at: at('2025-03-03'), itemCode: ITEM },
      { caseNumber, eventId: `${caseNumber}-2`, kind: 'ACCEPTED', at: at(accepted), fees: [{ name: '工本费', amount: 5.5 }] },
      ...(decided === null ? [] : [{ caseNumber, eventId: `${caseNumber}-3`, kind: 'DECIDED', at: at(decided), outcome }]),
    ]);
    await ask('mutation ($input: RecordCaseEventsInput!) { recordCaseEvents(input: $input) { __typename ... on Refusal { code message } } }', { input: { regionCode: '140100', agencyCode: WATER, events } }, await hub.as('ADMIN'));
    const { rows } = await ask('CaseTimeliness', { regionCode: '140100', from: '2025-01-01', to: '2025-12-31', groupBy: [] });
    const [told] = rows;
    const [seen] = await sql(`SELECT count(*)::int AS received, (count(*) FILTER (WHERE outcome <> 'WITHDRAWN'))::int AS decided,
      (count(*) FILTER (WHERE outcome <> 'WITHDRAWN' AND on_time))::int AS "onTime", (count(*) FILTER (WHERE overdue))::int AS overdue FROM reporting.service_case WHERE received_on >= '2025-01-01'`);
    expect(seen).toEqual({ received: told.received, decided: told.decided, onTime: told.onTime, overdue: told.overdue });
    expect(seen).toEqual({ received: 4, decided: 2, onTime: 1, overdue: 2 });
    const scores = await ask('query { supervisionScores(regionCode: "140100", month: "2025-03") { agency { code } yellow red decided earlyShare } }');
    const months = await sql<Record<string, any>>(`SELECT agency_code, yellow, red, decided, decided_early FROM reporting.supervision_month WHERE month = '2025-03'`);
    expect(months.map((row) => ({ agency: { code: row.agency_code }, yellow: row.yellow, red: row.red, decided: row.decided, earlyShare: row.decided === 0 ? null : row.decided_early / row.decided }))).toEqual(scores);
    expect(months[0]!.red + months[0]!.yellow).toBeGreaterThan(0);
    const joined = await sql(`SELECT count(DISTINCT e.case_key)::int AS cases, count(*)::int AS events, sum(fees)::text AS fees FROM reporting.service_case JOIN reporting.case_event e USING (case_key) WHERE received_on >= '2025-01-01'`);
    expect(joined).toEqual([{ cases: 4, events: events.length, fees: '22.0' }]);
    expect(await sql(`SELECT count(*)::int AS stray FROM reporting.supervision_signal LEFT JOIN reporting.service_case c USING (case_key) WHERE c.case_key IS NULL`)).toEqual([{ stray: 0 }]);
  });

  it('counts remarks as the API does', async () => {
    await ask('mutation ($input: SubmitRemarkInput!) { submitRemark(input: $input) { __typename ... on Refusal { code } } }', { input: { itemCode: ITEM, kind: 'COMPLAINT', text: '窗口要求的材料与指南不一致，请核实' } }, {});
    const rows = await ask('query { remarkCounts(regionCode: "140100", groupBy: [AGENCY]) { agency { code } received complaints answered published } }');
    const seen = await sql(`SELECT json_build_object('code', agency_code) AS agency, sum(received)::int AS received, (sum(received) FILTER (WHERE kind = 'COMPLAINT'))::int AS complaints,
      sum(answered)::int AS answered, sum(published)::int AS published FROM reporting.remark_month GROUP BY agency_code`);
    expect(seen).toEqual(rows);
  });
});
