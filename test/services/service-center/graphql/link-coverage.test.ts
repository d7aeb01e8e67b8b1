import { recordGuides } from '../../../../services/service-center/commands/record-guides';
import { SERVICE_CENTER_PERMISSIONS } from '../../../../services/service-center/rules/permissions';
import { systemActor, type Actor } from '../../../../services/shared/actor';
import { runCommand } from '../../../../services/shared/run-command';
import { aGuide } from '../a-guide';
import { agency, aServiceCenter, item, office, WATER, type AServiceCenter } from '../a-service-center';

const TODAY = '2014-09-20';
const COVERAGE = `query ($region: ID!, $asOf: Date) { linkCoverage(regionCode: $region, asOf: $asOf) {
  expected complete incomplete missing broken
  byAgency { agency { code name } expected complete incomplete missing broken } byElement { element missing } } }`;
const LINKS = `query ($of: [_Any!]!, $asOf: Date) { _entities(representations: $of) { ... on PowerItem { link(asOf: $asOf) { status missing } } } }`;
const WORKLIST = `query ($first: Int, $after: String) { linkWorklist(agencyCode: "140100013", first: $first, after: $after) {
  totalCount nodes { item { code } use link { status } } pageInfo { hasNextPage endCursor } } }`;
const editor: Actor = { id: 'e', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode: '140100013' };

let center: AServiceCenter;
const record = (...guides: unknown[]) => runCommand(center.store, SERVICE_CENTER_PERMISSIONS, recordGuides, { guides }, systemActor('test'));
const coverage = async (asOf: string | null = null, region = '140100') => {
  const { data, errors } = await center.query(COVERAGE, { region, asOf });
  expect(errors).toBeUndefined();
  return data.linkCoverage;
};

/** Items in every state, and guides with every fault, some of them only from a day to come on. */
const CATEGORIES = ['LICENSE', 'PENALTY', 'LEVY', 'INSPECTION', 'OTHER'];
const MANY = Array.from({ length: 60 }, (_, i) => ({ code: `M${i}`, category: CATEGORIES[i % CATEGORIES.length]!, agencyCode: i % 7 === 0 ? '140100015' : '140100013' }));
const guideOf = (i: number): unknown[] => {
  const itemCode = `M${i}`;
  if (i % 6 === 0) return [];
  if (i % 6 === 1) return [aGuide({ itemCode })];
  if (i % 6 === 2) return [aGuide({ itemCode, supervisionPhone: null, materials: [], conditions: [] })];
  if (i % 6 === 3) return [aGuide({ itemCode, responsibleOfficeId: '14010001309' })]; // closes on 2014-11-01
  if (i % 6 === 4) return [aGuide({ itemCode, officerId: null, effectiveOn: '2014-10-01' })];
  return [aGuide({ itemCode, responsibleOfficeId: 'NOWHERE' }), aGuide({ itemCode, effectiveOn: '2014-10-15' })];
};

beforeAll(async () => {
  center = await aServiceCenter(new Date(`${TODAY}T02:00:00Z`));
  await center.organisationSays(...WATER, agency('140100015', { abolishedOn: '2014-12-01' }), office('14010001309', { closedOn: '2014-11-01' }));
  await center.catalogSays(
    ...MANY.map(({ code, ...facts }) => item(code, facts)),
    item('GONE', { status: 'CANCELLED' }),
    item('LATER', { validFrom: '2014-10-10' }),
    item('LEAVING'), item('LEAVING', { status: 'CANCELLED', validFrom: '2014-10-10' }),
    item('UNKNOWN', { agencyCode: '140100099' }),
    item('ELSEWHERE', { regionCode: '140105' }),
  );
  await center.subgraph.catchUp();
  await record(...MANY.flatMap((_, i) => guideOf(i)), aGuide({ itemCode: 'NOBODYS' }));
});
afterAll(() => center.drop());

describe('linkCoverage', () => {
  it.each([null, '2014-09-09', '2014-10-01', '2014-10-15', '2014-11-01', '2014-12-01'])('as of %s agrees with the link of every item on the list', async (asOf) => {
    const day = asOf ?? TODAY;
    const listed = [...MANY.filter(() => day >= '2014-09-10').map(({ code, category }) => [code, category]), ...(day >= '2014-09-10' ? [['UNKNOWN', 'LICENSE']] : []),
      ...(day >= '2014-10-10' ? [['LATER', 'LICENSE']] : day >= '2014-09-10' ? [['LEAVING', 'LICENSE']] : [])];
    const { data } = await center.query(LINKS, { asOf, of: listed.map(([code, category]) => ({ __typename: 'PowerItem', code, category })) });
    const links = data._entities.map((entity: any) => entity.link) as { status: string; missing: string[] }[];
    const count = (status: string) => links.filter((link) => link.status === status).length;
    const found = await coverage(asOf);
    expect(found).toMatchObject({ expected: listed.length, complete: count('COMPLETE'), incomplete: count('INCOMPLETE'), missing: count('MISSING'), broken: count('BROKEN') });
    for (const key of ['expected', 'complete', 'incomplete', 'missing', 'broken'])
      expect(found.byAgency.reduce((sum: number, row: any) => sum + row[key], 0)).toBe(found[key]);
    for (const { element, missing } of found.byElement)
      expect([element, missing]).toEqual([element, links.filter((link) => link.missing.includes(element)).length]);
    expect(links.flatMap(({ missing }) => missing).every((element) => found.byElement.some((row: any) => row.element === element))).toBe(true);
  });

  it('is of one region’s own list; of an unknown region it is nothing', async () => {
    expect(await coverage(null, '140105')).toMatchObject({ expected: 1, missing: 1 });
    expect(await coverage(null, '999999')).toMatchObject({ expected: 0, byAgency: [], byElement: [] });
  });

  it('names bodies, also one that is not registered', async () => {
    const { byAgency } = await coverage();
    expect(byAgency.map((row: any) => row.agency)).toEqual([
      { code: '140100013', name: '太原市水务局' }, { code: '140100015', name: '机构140100015' }, { code: '140100099', name: '未登记的机构 140100099' },
    ]);
  });

  it('follows a guide, an office and an item as they change', async () => {
    const before = await coverage();
    await record(aGuide({ itemCode: 'UNKNOWN' }));
    expect(await coverage()).toMatchObject({ missing: before.missing - 1, broken: before.broken + 1 });
    await center.organisationSays(agency('140100099'), ['OfficeChanged', office('14010001301', { closedOn: '2014-09-01' })[1]]);
    await center.subgraph.catchUp();
    expect((await coverage()).complete).toBe(0);
    await center.organisationSays(['OfficeChanged', office('14010001301')[1]]);
    await center.catalogSays(['ItemCancelled', item('UNKNOWN', { agencyCode: '140100099', status: 'CANCELLED' })[1]]);
    await center.subgraph.catchUp();
    expect(await coverage()).toMatchObject({ expected: before.expected - 1, complete: before.complete, broken: before.broken });
  });

  it('costs one statement while nothing changes, and four when something did, for many items as for few', async () => {
    await coverage();
    expect(await center.statements(() => coverage())).toHaveLength(1);
    await record(aGuide({ itemCode: 'M0', visits: 3 }));
    expect(await center.statements(() => coverage())).toHaveLength(4);
    const codes = Array.from({ length: 2000 }, (_, i) => `T${i}`);
    await center.catalogSays(...codes.map((code) => item(code, { regionCode: '140121' })));
    await center.subgraph.catchUp();
    await record(...codes.map((itemCode) => aGuide({ itemCode })));
    expect(await center.statements(async () => expect(await coverage(null, '140121')).toMatchObject({ expected: 2000, complete: 2000 }))).toHaveLength(4);
    expect(await center.statements(() => coverage(null, '140121'))).toHaveLength(1);
  });
});

describe('linkWorklist', () => {
  it('gives an agency’s items by use and urgency, in pages', async () => {
    const { data } = await center.query(WORKLIST, { first: 100 }, editor);
    const { nodes, totalCount } = data.linkWorklist;
    const { byAgency } = await coverage();
    const own = byAgency.find((row: any) => row.agency.code === '140100013');
    expect(nodes).toHaveLength(totalCount);
    expect(totalCount).toBe(own.expected - own.complete);
    const urgency = ['BROKEN', 'MISSING', 'INCOMPLETE'];
    expect(nodes.map((node: any) => urgency.indexOf(node.link.status))).toEqual(nodes.map((node: any) => urgency.indexOf(node.link.status)).toSorted());
    const walked: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: any = (await center.query(WORKLIST, { first: 7, after }, editor)).data.linkWorklist;
      walked.push(...page.nodes);
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(walked).toEqual(nodes);
  });
  it('puts what is used most first', async () => {
    await center.database.pool.query(`INSERT INTO service_center.service_case
      (number, item_code, category, agency_code, region_code, handling, origin, state, open, received_at, due_provisional, days_used, suspended, event_count, last_event_at)
      SELECT 'N' || n, CASE WHEN n < 3 THEN 'M6' ELSE 'M2' END, 'LICENSE', '140100013', '140100', 'ORDINARY', 'REPORTED', 'RECEIVED', true,
        CASE WHEN n = 9 THEN timestamptz '2013-09-19 23:00+08' ELSE timestamptz '2014-09-01 09:00+08' END, false, 0, false, 1, now() FROM generate_series(1, 9) n`);
    const { data } = await center.query(WORKLIST, { first: 3 }, editor);
    expect(data.linkWorklist.nodes).toMatchObject([{ item: { code: 'M2' }, use: 6 }, { item: { code: 'M6' }, use: 2 }, { use: 0 }]);
  });
  it('costs two statements while nothing changes', async () => {
    await center.query(WORKLIST, {}, editor);
    expect(await center.statements(() => center.query(WORKLIST, {}, editor))).toHaveLength(2);
  });
  it.each([
    ['the public', undefined, 'UNAUTHENTICATED'],
    ['another agency', { ...editor, agencyCode: '140100015' }, 'FORBIDDEN'],
    ['another city’s service center', { ...editor, role: 'SERVICE_CENTER' as const, regionCode: '140200' }, 'FORBIDDEN'],
  ])('is not for %s', async (_who, actor, code) => {
    expect((await center.query(WORKLIST, {}, actor)).errors).toMatchObject([{ extensions: { code } }]);
  });
  it.each(['forged', Buffer.from('k:x').toString('base64url'), Buffer.from('k:1 NOSUCH M1').toString('base64url')])('rejects the cursor %s', async (after) => {
    expect((await center.query(WORKLIST, { after }, editor)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
