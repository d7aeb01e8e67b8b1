import { agency, appoint, define, openOffices, register, REGIONS } from '../commands/registrations';
import { organisationUnderTest, type OrganisationUnderTest } from '../organisation-under-test';

/** What the gateway asks this service for when a frontend runs AgencyDirectory. */
const DIRECTORY = `query ($region: ID!) { region(code: $region) {
  code name kind agencies(first: 100) { totalCount nodes { code name kind offices { id name phone } } } } }`;

const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Agency { code name offices { id } } ... on Office { id name agency { name } } ... on Officer { id name post } ... on Region { code name } } }`;

describe('reading the register', () => {
  let organisation: OrganisationUnderTest;
  const serial = (i: number) => String(i).padStart(3, '0');

  beforeAll(async () => {
    organisation = await organisationUnderTest();
    await define(organisation, REGIONS);
    const agencies = Array.from({ length: 120 }, (_, i) => agency(`140100${serial(i + 1)}`, `第${i + 1}局`));
    await register(organisation, [
      ...agencies,
      agency('140105001', '小店区人民政府', { kind: 'COUNTY_GOVERNMENT', parentCode: '140100001' }),
      agency('140100200', '太原市水政监察支队', {
        kind: 'ENTRUSTED_INSTITUTION',
        parentCode: '140100001',
        entrustedBy: '140100001',
        identifiers: [
          { scheme: 'USCC', value: '111401000000000195', validFrom: '2015-10-01' },
          { scheme: 'ORG_CODE', value: '000000019', validFrom: '2004-01-01', validTo: '2015-10-01' },
        ],
      }),
    ]);
    await openOffices(
      organisation,
      agencies.flatMap(({ code }) => ['行政审批科', '法规科'].map((name, i) => ({ id: `${code}0${i + 1}`, agencyCode: code, name, phone: '0351-1' }))),
    );
    await appoint(organisation, [{ id: '140100001P01', agencyCode: '140100001', officeId: '14010000102', name: '赵示例', post: '科长', phone: '0351-2' }]);
  });
  afterAll(() => organisation.drop());

  it('answers the directory of a region in at most four statements, whatever its size', async () => {
    for (const region of ['140100', '140105', '140108']) {
      const statements = await organisation.statementsOf(() => organisation.ask(DIRECTORY, { region }));
      expect(statements.length).toBeLessThanOrEqual(4);
    }
    const { region } = await organisation.ask<any>(DIRECTORY, { region: '140100' });
    expect(region).toMatchObject({ code: '140100', name: '太原市', kind: 'PREFECTURE', agencies: { totalCount: 121 } });
    expect(region.agencies.nodes).toHaveLength(100);
    expect(region.agencies.nodes[99]).toEqual({
      code: '140100100',
      name: '第100局',
      kind: 'DEPARTMENT',
      offices: [
        { id: '14010010001', name: '行政审批科', phone: '0351-1' },
        { id: '14010010002', name: '法规科', phone: '0351-1' },
      ],
    });
  });

  it('counts only when asked', async () => {
    const statements = await organisation.statementsOf(() =>
      organisation.ask('{ region(code: "140100") { agencies(first: 100) { nodes { code offices { id } } } } }'),
    );
    expect(statements).toHaveLength(3);
  });

  it.each([1, 10, 100])('resolves %d references of each kind in one statement each', async (n) => {
    const of = Array.from({ length: n }, (_, i) => [
      { __typename: 'Agency', code: `140100${serial(i + 1)}` },
      { __typename: 'Office', id: `140100${serial(i + 1)}01` },
      { __typename: 'Officer', id: `140100${serial(i + 1)}P01` },
      { __typename: 'Region', code: '140100' },
    ]).flat();
    const statements = await organisation.statementsOf(async () => {
      const { _entities } = await organisation.ask<any>(ENTITIES, { of });
      expect(_entities[0]).toEqual({ code: '140100001', name: '第1局', offices: [{ id: '14010000101' }, { id: '14010000102' }] });
      expect(_entities[1]).toEqual({ id: '14010000101', name: '行政审批科', agency: { name: '第1局' } });
      expect(_entities[2]).toEqual({ id: '140100001P01', name: '赵示例', post: '科长' });
      expect(_entities[3]).toEqual({ code: '140100', name: '太原市' });
    });
    expect(statements).toHaveLength(6); // four kinds, offices of agencies, agencies of offices
  });

  it('shares statements between requests of the same moment', async () => {
    const ask = (code: string) => organisation.ask('query ($code: ID!) { agency(code: $code) { name region { name } } }', { code });
    const statements = await organisation.statementsOf(() => Promise.all(['140100001', '140100002', '140105001', '140100001'].map(ask)));
    expect(statements).toHaveLength(2);
  });

  it('walks a region page by page, forward, each agency once, in order', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: any = await organisation.ask(
        'query ($after: String) { region(code: "140100") { agencies(first: 50, after: $after) { edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }',
        { after },
      );
      const { edges, pageInfo } = page.region.agencies;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...edges.map((edge: any) => edge.node.code));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(121);
    expect(seen).toEqual(seen.toSorted());
    expect(new Set(seen).size).toBe(121);
  });

  it('filters by kind, pages of several regions in one statement', async () => {
    const operation = `{ region(code: "140100") { agencies(kind: [ENTRUSTED_INSTITUTION]) { totalCount nodes { code } }
      children { code agencies(first: 1) { totalCount nodes { code } } } } }`;
    const statements = await organisation.statementsOf(async () => {
      expect(await organisation.ask(operation)).toEqual({
        region: {
          agencies: { totalCount: 1, nodes: [{ code: '140100200' }] },
          children: [
            { code: '140105', agencies: { totalCount: 1, nodes: [{ code: '140105001' }] } },
            { code: '140108', agencies: { totalCount: 0, nodes: [] } },
            { code: '1401Z1', agencies: { totalCount: 0, nodes: [] } },
          ],
        },
      });
    });
    expect(statements.length).toBeLessThanOrEqual(6);
  });

  it('tells everything of an agency, its relations and its people', async () => {
    const operation = `{ agency(code: "140100200") { kind shortName phone address foundedOn abolishedOn
      identifiers { scheme value validFrom validTo } parent { code } entrustedBy { code entrustedInstitutions { code } officers { name phone office { name } agency { code } } } } }`;
    expect(await organisation.ask(operation)).toEqual({
      agency: {
        kind: 'ENTRUSTED_INSTITUTION',
        shortName: null,
        phone: null,
        address: null,
        foundedOn: null,
        abolishedOn: null,
        identifiers: [
          { scheme: 'ORG_CODE', value: '000000019', validFrom: '2004-01-01', validTo: '2015-10-01' },
          { scheme: 'USCC', value: '111401000000000195', validFrom: '2015-10-01', validTo: null },
        ],
        parent: { code: '140100001' },
        entrustedBy: {
          code: '140100001',
          entrustedInstitutions: [{ code: '140100200' }],
          officers: [{ name: '赵示例', phone: '0351-2', office: { name: '法规科' }, agency: { code: '140100001' } }],
        },
      },
    });
  });

  it('lists regions by code, below one and of a kind', async () => {
    const operation = `query ($parent: ID, $kind: [RegionKind!], $first: Int, $after: String) { regions(parentCode: $parent, kind: $kind, first: $first, after: $after) {
      totalCount nodes { code parent { code } sample pilot } pageInfo { hasNextPage endCursor } } }`;
    const { regions } = await organisation.ask<any>(operation, { first: 2 });
    expect(regions).toMatchObject({ totalCount: 5, nodes: [{ code: '140000', parent: null }, { code: '140100', parent: { code: '140000' }, sample: true }], pageInfo: { hasNextPage: true } });
    const rest = await organisation.ask<any>(operation, { after: regions.pageInfo.endCursor });
    expect(rest.regions.nodes.map((region: any) => region.code)).toEqual(['140105', '140108', '1401Z1']);
    const zones = await organisation.ask<any>(operation, { parent: '140100', kind: ['DEVELOPMENT_ZONE'] });
    expect(zones.regions).toMatchObject({ totalCount: 1, nodes: [{ code: '1401Z1' }] });
  });

  it('answers null for what does not exist, and refuses odd pages', async () => {
    expect(await organisation.ask('{ region(code: "999999") { code } agency(code: "x") { code } }')).toEqual({ region: null, agency: null });
    for (const args of ['first: 0', 'first: 101', 'after: "nonsense"'])
      await expect(organisation.ask(`{ region(code: "140100") { agencies(${args}) { nodes { code } } } }`)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('gives its changes for incremental sync', async () => {
    const { organisationChanges } = await organisation.ask<any>(
      '{ organisationChanges(first: 2) { nodes { sequence action subject { kind id } summary hash } pageInfo { hasNextPage } } }',
    );
    expect(organisationChanges.pageInfo.hasNextPage).toBe(true);
    expect(organisationChanges.nodes[0]).toMatchObject({ sequence: 1, action: 'RegionDefined', subject: { kind: 'Region', id: '140105' } });
  });

  it('has every type, field, argument and value described', () => {
    const { schema } = organisation.subgraph;
    const silent: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (/^(?:_|Query$|Mutation$|Int$|String$|Boolean$|ID$|Float$|PageInfo|Change|Refusal|link__|federation__)|(?:Edge|Connection)$/.test(type.name)) continue;
      if (!type.description) silent.push(type.name);
      const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
      for (const field of fields) if (!field.description) silent.push(`${type.name}.${field.name}`);
      for (const field of fields) for (const arg of 'args' in field ? field.args : []) if (!arg.description) silent.push(`${type.name}.${field.name}(${arg.name})`);
      for (const value of 'getValues' in type ? type.getValues() : []) if (!value.description) silent.push(`${type.name}.${value.name}`);
    }
    expect(silent).toEqual([]);
  });
});
