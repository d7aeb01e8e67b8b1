import { graphql, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { createCatalogSubgraph } from '../../../../../services/catalog';
import { ANONYMOUS, systemActor, type Actor } from '../../../../../services/shared/actor';
import { inProject } from '../../../../../services/shared/project-root';
import type { Subgraph } from '../../../../../services/shared/subgraph';
import { power } from '../../../../support/powers';
import { accepted, actor, aRegion, CYCLE, FINANCE, head, LEGAL, PRICES, REFORM, WATER, type Region } from '../../commands/review/a-region';

let region: Region;
let subgraph: Subgraph;
beforeAll(async () => {
  region = await aRegion();
  region.at('2014-08-08');
  subgraph = createCatalogSubgraph({ database: region.store.database, now: region.store.now });
  await accepted(region.open({ agencyCodes: [WATER, PRICES] }));
});
afterAll(async () => {
  await subgraph.stop();
  await region.db.drop();
});

async function ask<Data = any>(source: string, by: Actor, variableValues: Record<string, unknown> = {}): Promise<Data> {
  const contextValue = subgraph.createContext({ actor: by, requestId: 'test' });
  const { data, errors } = await graphql({ schema: subgraph.schema, source, variableValues, contextValue });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data)) as Data;
}
const REFUSED = '... on Refusal { code rule message details { path value } }';
const report = (agencyCode: string, items: object[], by = head(agencyCode)) =>
  ask(`mutation($input: ReportDraftItemsInput!) { result: reportDraftItems(input: $input) { ... on ReportedItems { reported unchanged cycle { drafts { nodes { id } } } } ${REFUSED} } }`, by, {
    input: { cycleId: CYCLE, agencyCode, items },
  }).then(({ result }) => result);
const namesSeenBy = (by: Actor, args = '') =>
  ask(`query($id: ID!) { reviewCycle(id: $id) { drafts${args} { totalCount nodes { name withoutBasis status agency { code } } } } }`, by, { id: CYCLE }).then(
    ({ reviewCycle }) => reviewCycle.drafts.nodes.map(({ name }: { name: string }) => name),
  );
const licence = { name: '取水许可', category: 'LICENSE', bodyName: '市水务局', basisText: '【法律】《中华人民共和国水法》（主席令第74号）第七条、第四十八条' };

describe('a department reports item by item', () => {
  it('with the basis read from its words, or none at all (P11)', async () => {
    expect(await report(WATER, [licence, { name: '无依据的收费', category: 'LEVY', bodyName: '市水务局' }])).toMatchObject({ reported: 2, unchanged: 0 });
    expect(await report(WATER, [licence])).toMatchObject({ reported: 0, unchanged: 1 });
    expect(await report(PRICES, [{ ...licence, name: '价格备案', bodyName: '市物价局' }])).toMatchObject({ reported: 1 });
    const { reviewCycle } = await ask(`query($id: ID!) { reviewCycle(id: $id) { drafts { nodes { name withoutBasis citations { citation level } } } } }`, head(WATER), { id: CYCLE });
    expect(reviewCycle.drafts.nodes).toEqual([
      { name: '取水许可', withoutBasis: false, citations: ['第七条', '第四十八条'].map((article) => ({ citation: `《中华人民共和国水法》（主席令第74号）${article}`, level: 'LAW' })) },
      { name: '无依据的收费', withoutBasis: true, citations: [] },
    ]);
  });
  it('and restates an item it names', async () => {
    const { reviewCycle } = await ask(`query($id: ID!) { reviewCycle(id: $id) { drafts(withoutBasis: true) { nodes { id } } } }`, head(WATER), { id: CYCLE });
    const draftId = reviewCycle.drafts.nodes[0].id as string;
    expect(await report(WATER, [{ draftId, name: '取水口管理费', category: 'LEVY', bodyName: '市水务局' }])).toMatchObject({ reported: 1 });
    expect(await namesSeenBy(head(WATER))).toEqual(['取水许可', '取水口管理费']);
    expect(await report(PRICES, [{ draftId, name: '甲', category: 'LEVY', bodyName: '市物价局' }])).toMatchObject({ code: 'UNKNOWN_DRAFT' });
  });
});

describe('who sees what', () => {
  it('a department its own part only, as if there were no other', async () => {
    expect(await namesSeenBy(head(WATER))).toEqual(['取水许可', '取水口管理费']);
    expect(await namesSeenBy(head(WATER), `(agencyCode: "${PRICES}")`)).toEqual([]);
    expect(await namesSeenBy(head(PRICES))).toEqual(['价格备案']);
    expect(await namesSeenBy(head('140100099'))).toEqual([]);
    const { reviewCycle } = await ask(`query($id: ID!) { reviewCycle(id: $id) { departments { code } progress { obstacles { parts { value } } drafts { status count } } } }`, head(PRICES), { id: CYCLE });
    expect(reviewCycle).toEqual({ departments: [{ code: PRICES }], progress: { obstacles: [{ parts: [{ value: PRICES }] }], drafts: [{ status: 'DRAFT', count: 1 }] } });
  });
  it('reviewers nothing that was not submitted, the administrator all', async () => {
    expect(await namesSeenBy(LEGAL)).toEqual([]);
    expect(await namesSeenBy(systemActor('test'))).toEqual(['取水许可', '取水口管理费', '价格备案']);
  });
  it('the public and other regions nothing, whether there is a cycle or not', async () => {
    for (const id of [CYCLE, '140100-R77', 'nonsense']) {
      const cycle = (by: Actor) => ask(`query($id: ID!) { reviewCycle(id: $id) { id } }`, by, { id });
      await expect(cycle(ANONYMOUS)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
      await expect(cycle(actor('REFORM_OFFICE', null, '650200'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
      await expect(cycle(actor('REPORTING'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    }
    expect(await ask(`{ reviewCycle(id: "140100-R77") { id } }`, REFORM)).toEqual({ reviewCycle: null });
    await expect(ask(`{ reviewCycles(regionCode: "140100") { id } }`, actor('REFORM_OFFICE', null, '650200'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
  it('drafts are found by no public question', async () => {
    const { powerItems } = await ask(`{ powerItems(filter: { text: "取水" }) { totalCount } }`, ANONYMOUS);
    expect(powerItems.totalCount).toBe(0);
    const { catalogChanges } = await ask(`{ catalogChanges(first: 100) { nodes { summary subject { id } } } }`, ANONYMOUS);
    expect(JSON.stringify(catalogChanges)).not.toMatch(/取水|价格备案|140100013|140100009/);
  });
  it('writing another department’s part is forbidden, whether it exists or not', async () => {
    await expect(report(WATER, [licence], head(PRICES))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(report('140100099', [licence], head(PRICES))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

describe('the cycle goes on', () => {
  const opine = (opinions: object[], by: Actor) =>
    ask(`mutation($input: GiveOpinionsInput!) { result: giveOpinions(input: $input) { ... on GivenOpinions { opinionIds } ${REFUSED} } }`, by, { input: { cycleId: CYCLE, opinions } }).then(({ result }) => result);
  const submit = (agencyCode: string) =>
    ask(`mutation($input: SubmitReturnInput!) { result: submitReturn(input: $input) { ... on SubmittedReturn { round items } ${REFUSED} } }`, head(agencyCode), { input: { cycleId: CYCLE, agencyCode } }).then(({ result }) => result);
  const advance = () => ask(`mutation($id: ID!) { result: advanceReviewCycle(input: { cycleId: $id }) { ... on ReviewCycle { stage } ${REFUSED} } }`, REFORM, { id: CYCLE }).then(({ result }) => result);

  it('names who is late on any day (P12), and what the stage lacks', async () => {
    expect(await submit(WATER)).toEqual({ round: 1, items: 2 });
    expect(await advance()).toMatchObject({ code: 'RETURNS_MISSING', details: [{ path: 'agencyCode', value: PRICES }] });
    const late = (at: string) => ask(`query($id: ID!, $at: DateTime) { reviewCycle(id: $id) { lateDepartments(at: $at) { stage agency { code } dueOn doneAt } } }`, actor('SUPERVISION'), { id: CYCLE, at });
    expect(await late('2014-08-15T12:00:00Z')).toEqual({ reviewCycle: { lateDepartments: [] } });
    expect(await late('2014-08-16T12:00:00+08:00')).toEqual({ reviewCycle: { lateDepartments: [{ stage: 'REPORT_1', agency: { code: PRICES }, dueOn: '2014-08-15', doneAt: null }] } });
    region.at('2014-08-18');
    const { openAccountability } = await ask(
      `mutation($input: OpenAccountabilityInput!) { openAccountability(input: $input) { ... on AccountabilityRecord { agency { code } stage kind openedOn heldOn } ${REFUSED} } }`,
      actor('SUPERVISION'),
      { input: { cycleId: CYCLE, agencyCode: PRICES, stage: 'REPORT_1', kind: 'INTERVIEW', reason: '逾期' } },
    );
    expect(openAccountability).toEqual({ agency: { code: PRICES }, stage: 'REPORT_1', kind: 'INTERVIEW', openedOn: '2014-08-18', heldOn: null });
    const seen = (by: Actor) => ask(`query($id: ID!) { reviewCycle(id: $id) { accountability { kind } } }`, by, { id: CYCLE });
    expect(await seen(head(WATER))).toEqual({ reviewCycle: { accountability: [] } });
    expect(await seen(head(PRICES))).toEqual({ reviewCycle: { accountability: [{ kind: 'INTERVIEW' }] } });
    expect(await submit(PRICES)).toEqual({ round: 1, items: 1 });
    expect(await advance()).toEqual({ stage: 'REVIEW_1' });
  });

  it('through opinions, answers and signatures, each refusal telling what is missing', async () => {
    const { reviewCycle } = await ask(`query($id: ID!) { reviewCycle(id: $id) { drafts(category: LEVY, status: UNDER_REVIEW) { nodes { id name } } } }`, FINANCE, { id: CYCLE });
    const draftId = reviewCycle.drafts.nodes[0].id as string;
    expect(await opine([{ agencyCode: WATER, draftId, verdict: 'NO_BASIS', text: '无法律法规依据' }], LEGAL)).toMatchObject({ code: 'NOT_THE_REVIEWER', rule: 'P8' });
    for (const by of [FINANCE, actor('JOINT_REVIEWER', '140100008'), actor('JOINT_REVIEWER', PRICES)])
      await opine([{ agencyCode: WATER, draftId, verdict: 'NO_BASIS', text: '无法律法规依据' }, { agencyCode: WATER, verdict: 'ACCEPT' }], by);
    await opine([WATER, PRICES].map((agencyCode) => ({ agencyCode, verdict: 'ACCEPT' })), REFORM);
    expect(await advance()).toEqual({ stage: 'REPORT_2' });
    const open = await ask(`query($id: ID!) { reviewCycle(id: $id) { opinions(unanswered: true) { totalCount nodes { id reviewer verdict draftId } } } }`, head(WATER), { id: CYCLE });
    expect(open.reviewCycle.opinions).toMatchObject({ totalCount: 3, nodes: [{ reviewer: 'FINANCE_BUREAU', verdict: 'NO_BASIS', draftId }, {}, {}] });
    expect((await ask(`query($id: ID!) { reviewCycle(id: $id) { opinions { totalCount } } }`, head(PRICES), { id: CYCLE })).reviewCycle.opinions.totalCount).toBe(1);
    const answers = open.reviewCycle.opinions.nodes.map(({ id }: { id: string }) => ({ opinionId: id, answer: '同意取消', accepted: true }));
    expect(await ask(`mutation($input: AnswerOpinionsInput!) { answerOpinions(input: $input) { ... on ReviewCycle { progress { unansweredOpinions drafts { status count } } } ${REFUSED} } }`, head(WATER), { input: { cycleId: CYCLE, agencyCode: WATER, answers } })).toEqual({
      answerOpinions: { progress: { unansweredOpinions: 0, drafts: [{ status: 'UNDER_REVIEW', count: 1 }, { status: 'WITHDRAWN', count: 1 }] } },
    });
    const { reviewCycle: after } = await ask(`query($id: ID!) { reviewCycle(id: $id) { drafts(category: LEVY) { nodes { status opinions { reviewer answer accepted givenAt answeredAt } } } } }`, REFORM, { id: CYCLE });
    expect(after.drafts.nodes[0]).toMatchObject({ status: 'WITHDRAWN', opinions: [{ answer: '同意取消', accepted: true, givenAt: '2014-08-18T02:00:00.000Z', answeredAt: '2014-08-18T02:00:00.000Z' }, {}, {}] });
    for (const agency of [WATER, PRICES]) expect(await submit(agency)).toMatchObject({ round: 2 });
    await advance();
    const sign = (by: Actor) => ask(`mutation($id: ID!) { result: signJointReview(input: { cycleId: $id }) { ... on JointReviewSignatures { signed missing } ${REFUSED} } }`, by, { id: CYCLE }).then(({ result }) => result);
    expect(await sign(actor('SERVICE_CENTER'))).toEqual({ signed: ['SERVICE_CENTER'], missing: ['REFORM_OFFICE', 'GOVERNMENT_OFFICE', 'DEVELOPMENT_REFORM', 'LEGAL_OFFICE', 'FINANCE_BUREAU'] });
    expect(await sign(actor('SERVICE_CENTER'))).toMatchObject({ code: 'ALREADY_SIGNED' });
  });
});

describe('reading a page costs the same for 10 items and for 100', () => {
  it('one statement for the cycle and one for the page, opinions included', async () => {
    const other = '140105-R1';
    const county = { regionCode: '140105', agencyCodes: ['140105001'], bodies: { DEVELOPMENT_REFORM: '140105004' } };
    await accepted(region.open(county));
    const names = Array.from({ length: 120 }, (_, i) => power(`事项${i}`));
    await accepted(region.report(names, '140105001', actor('AGENCY_HEAD', '140105001'), other));
    const operation = `query($id: ID!, $first: Int) { reviewCycle(id: $id) { drafts(first: $first) { nodes { name opinions { text } citations { citation } } pageInfo { hasNextPage endCursor } } } }`;
    const statements = async (first: number): Promise<number> => {
      let count = 0;
      const stop = region.store.database.onStatement(() => (count += 1));
      const { reviewCycle } = await ask(operation, systemActor('test'), { id: other, first });
      stop();
      expect(reviewCycle.drafts.nodes).toHaveLength(first);
      return count;
    };
    expect([await statements(10), await statements(100)]).toEqual([2, 2]);
  });
  it('rejects a cursor that is none', async () => {
    const after = Buffer.from('k:drop').toString('base64url');
    await expect(ask(`query($id: ID!, $after: String) { reviewCycle(id: $id) { drafts(after: $after) { totalCount } } }`, REFORM, { id: CYCLE, after })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('a list file as a return', () => {
  const file = readFileSync(inProject('prisma', 'catalog', 'seed', '140100', '140100024-culture.csv')).toString('base64');
  const culture = '140100024';
  const input = (more = {}) => ({ cycleId: '140100-R2', file: { regionCode: '140100', scheme: 'TAIYUAN_2014', fileName: 'culture.csv', content: file, ...more }, bodies: [{ name: '市文广新局', agencyCode: culture, offices: [] }] });
  const reportList = (by: Actor, value: object) =>
    ask(`mutation($input: ReportListInput!) { result: reportList(input: $input) { ... on ImportReport { sheets { rowsRead imported unchanged rejected { code } } } ${REFUSED} } }`, by, { input: value }).then(({ result }) => result);

  beforeAll(async () => {
    await region.store.database.pool.query(`UPDATE catalog.review_cycle SET closed_on = '2014-08-31' WHERE id = $1`, [CYCLE]);
    await accepted(region.open({ agencyCodes: [culture] }));
  });
  it('comes in through the importer; the same file again changes nothing', async () => {
    const { bodies } = (await ask(`query($input: ListFileInput!) { listFile(input: $input) { ... on ListFile { bodies { name } } } }`, head(culture), { input: input().file })).listFile;
    const named = { ...input(), bodies: bodies.map(({ name }: { name: string }) => ({ name, agencyCode: culture, offices: [] })) };
    const first = await reportList(head(culture), named);
    const [sheet] = first.sheets;
    expect(sheet).toMatchObject({ imported: sheet.rowsRead, unchanged: 0, rejected: [] });
    expect(sheet.rowsRead).toBeGreaterThan(0);
    expect((await reportList(head(culture), named)).sheets[0]).toMatchObject({ imported: 0, unchanged: sheet.rowsRead });
    expect(await reportList(head(culture), { ...named, bodies: [] })).toMatchObject({ sheets: [{ imported: 0, rejected: expect.arrayContaining([{ code: 'UNKNOWN_BODY' }]) }] });
  });
  it('of another scheme or by somebody else is refused', async () => {
    expect(await reportList(systemActor('test'), { ...input({ scheme: 'NATIONAL_2015' }), bodies: [] })).toMatchObject({ code: 'FILE_OF_OTHER_LIST', rule: 'P1' });
    await expect(reportList(REFORM, input())).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    const others = input();
    expect(await reportList(head(PRICES), { ...others, bodies: [{ name: '太原市文化广电新闻出版局', agencyCode: culture, offices: [] }] })).toMatchObject({ code: 'OTHER_AGENCY' });
  });
});

it('the reviewers’ and the bureau’s operations ask for what is there', () => {
  // Fields of agencies and regions are the organisation service's: the composed schema has its own check.
  const operation = readFileSync(inProject('schema', 'operations', 'reviewers', 'UnansweredOpinions.graphql'), 'utf8').replace('agency { code name }', 'agency { code }');
  expect(validate(subgraph.schema, parse(operation))).toEqual([]);
});
