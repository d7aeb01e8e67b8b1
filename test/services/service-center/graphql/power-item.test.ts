import { recordGuides } from '../../../../services/service-center/commands/record-guides';
import { SERVICE_CENTER_PERMISSIONS } from '../../../../services/service-center/rules/permissions';
import { systemActor, type Actor } from '../../../../services/shared/actor';
import { runCommand } from '../../../../services/shared/run-command';
import { aGuide } from '../a-guide';
import { aServiceCenter, item, WATER, type AServiceCenter } from '../a-service-center';

const GUIDE_AND_LINK = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on PowerItem {
  code
  guide {
    conditions
    steps { order name office { id name phone } limit { value unit } officer { id name } }
    materials { name requirement originals copies medium source }
    statutoryLimit { value unit note } promisedLimit { value unit }
    fees { name standard legalBasis }
    responsibleOffice { id name phone agency { code name } }
    officer { name post } enquiryPhone supervisionPhone
    venues { name address hours } result { name kind } results { name validity }
    version effectiveOn effectiveTo origin
  }
  link { status missing findings { code message path value } }
} } }`;
const references = (...codes: string[]) => ({ of: codes.map((code) => ({ __typename: 'PowerItem', code, category: 'LICENSE' })) });

let center: AServiceCenter;
const N = 100;
const ASTRAY = [
  { order: 2, name: '审查', officeId: 'NOWHERE' },
  { order: 1, name: '受理' },
];
beforeAll(async () => {
  center = await aServiceCenter();
  await center.organisationSays(...WATER);
  await center.catalogSays(item('W1'), item('W2'), item('W3'), ...Array.from({ length: N }, (_, i) => item(`N${i}`)));
  await center.subgraph.catchUp();
  const guides = [
    aGuide(),
    aGuide({ itemCode: 'W3', steps: ASTRAY, responsibleOfficeId: 'NOWHERE' }),
    aGuide({ itemCode: 'W1', effectiveOn: '2014-12-01', visits: 2 }),
    ...Array.from({ length: N }, (_, i) => aGuide({ itemCode: `N${i}`, enquiryPhone: String(i) })),
  ];
  await runCommand(center.store, SERVICE_CENTER_PERMISSIONS, recordGuides, { guides }, systemActor('test'));
});
afterAll(() => center.drop());

const entities = async (...codes: string[]) => {
  const { data, errors } = await center.query(GUIDE_AND_LINK, references(...codes));
  expect(errors).toBeUndefined();
  return data._entities;
};

describe('an item of the list', () => {
  it('has the guide of today with everything an applicant needs, and a link', async () => {
    const [found] = await entities('W1');
    expect(found).toMatchObject({
      code: 'W1',
      guide: {
        steps: [
          {
            order: 1,
            name: '受理',
            office: { id: '14010001301', name: '科室14010001301', phone: '0351-0001301' },
            limit: { value: 1, unit: 'WORKING_DAY' },
            officer: { id: '140100013P01' },
          },
          { order: 2, office: { id: '14010001302' }, officer: null },
        ],
        materials: [{ name: '取水许可申请书', requirement: 'REQUIRED', originals: 1, copies: 0, medium: 'BOTH', source: 'APPLICANT' }],
        statutoryLimit: { value: 45, unit: 'WORKING_DAY', note: '取水许可和水资源费征收管理条例第十九条' },
        promisedLimit: { value: 20, unit: 'WORKING_DAY' },
        responsibleOffice: { id: '14010001302', agency: { code: '140100013', name: '太原市水务局' } },
        officer: { name: '人员140100013P02', post: '科长' },
        supervisionPhone: '0351-0013900',
        result: { name: '取水许可证', kind: 'CERTIFICATE' },
        results: [{ name: '取水许可证', validity: '五年' }],
        version: 1, effectiveOn: '2014-09-10', effectiveTo: '2014-12-01', origin: 'REPORTED',
      },
      link: { status: 'COMPLETE', missing: [], findings: [] },
    });
  });

  it('without a guide has none, and its link is MISSING', async () => {
    expect(await entities('W2')).toMatchObject([
      { guide: null, link: { status: 'MISSING', missing: expect.arrayContaining(['STEPS']), findings: [] } },
    ]);
  });

  it('whose guide names an unknown office is BROKEN; the office is null, the steps are in order', async () => {
    const [found] = await entities('W3');
    expect(found.guide.steps).toMatchObject([{ order: 1, office: null }, { order: 2, office: null }]);
    expect(found.guide.responsibleOffice).toBeNull();
    expect(found.link).toMatchObject({
      status: 'BROKEN',
      findings: [
        { code: 'OFFICE_UNKNOWN', message: '机构未登记', path: 'steps.0.officeId', value: 'NOWHERE' },
        { code: 'OFFICE_UNKNOWN', path: 'responsibleOfficeId' },
      ],
    });
  });

  it('that nobody knows has no guide and a MISSING link, and is not an error', async () => {
    expect(await entities('NOBODYS')).toMatchObject([{ code: 'NOBODYS', guide: null, link: { status: 'MISSING' } }]);
  });

  it.each([1, 10, N])('costs one statement, for %i of them with guide and link', async (count) => {
    const codes = Array.from({ length: count }, (_, i) => `N${i}`);
    let found: any[] = [];
    const statements = await center.statements(async () => (found = await entities(...codes)));
    expect(statements).toHaveLength(1);
    expect(found.map(({ guide, link }) => [guide.enquiryPhone, link.status])).toEqual(codes.map((_, i) => [String(i), 'COMPLETE']));
  });

  it('shares its statement with other requests of the same moment', async () => {
    const statements = await center.statements(() => Promise.all([entities('W1', 'W2'), entities('W1'), entities('W3')]));
    expect(statements).toHaveLength(1);
  });
});

describe('guideVersions', () => {
  const VERSIONS = `query ($after: String, $first: Int) { guideVersions(itemCode: "W1", first: $first, after: $after) {
    totalCount nodes { version visits steps { office { name } } } pageInfo { hasNextPage endCursor } } }`;
  it('gives every version, the newest first, by pages', async () => {
    const { data } = await center.query(VERSIONS, { first: 1 });
    expect(data.guideVersions).toMatchObject({ totalCount: 2, nodes: [{ version: 2, visits: 2 }], pageInfo: { hasNextPage: true } });
    const next = await center.query(VERSIONS, { first: 1, after: data.guideVersions.pageInfo.endCursor });
    expect(next.data.guideVersions).toMatchObject({ nodes: [{ version: 1, visits: 1 }], pageInfo: { hasNextPage: false } });
  });
  it.each([{ first: 0 }, { first: 101 }, { after: 'forged' }, { after: Buffer.from('k:x').toString('base64url') }])('rejects %j', async (page) => {
    const { errors } = await center.query(VERSIONS, page);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('publishGuide', () => {
  const PUBLISH = `mutation ($input: PublishGuideInput!) { publishGuide(input: $input) {
    ... on ServiceGuide { itemCode version origin responsibleOffice { name } }
    ... on Refusal { code rule message details { path value } } } }`;
  const head: Actor = { id: 'h', role: 'AGENCY_HEAD', regionCode: '140100', agencyCode: '140100013' };
  const input = (changes: Parameters<typeof aGuide>[0]) => ({ agencyCode: '140100013', ...aGuide({ effectiveOn: '2014-09-20', ...changes }) });

  it('answers the version with all it names', async () => {
    const { data } = await center.query(PUBLISH, { input: input({ itemCode: 'W2' }) }, head);
    expect(data.publishGuide).toEqual({ itemCode: 'W2', version: 1, origin: 'PUBLISHED', responsibleOffice: { name: '科室14010001302' } });
    expect(await entities('W2')).toMatchObject([{ link: { status: 'COMPLETE' } }]);
  });
  it('answers a refusal as a value', async () => {
    const { data } = await center.query(PUBLISH, { input: input({ itemCode: 'NOBODYS' }) }, head);
    expect(data.publishGuide).toMatchObject({ code: 'NOT_ON_LIST', rule: 'P5', details: [{ path: 'itemCode', value: 'NOBODYS' }] });
  });
  it('is rejected without the grant', async () => {
    const { errors } = await center.query(PUBLISH, { input: input({}) });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

it('serviceCenterChanges gives the journal by pages', async () => {
  const { data } = await center.query(
    '{ serviceCenterChanges(first: 2) { nodes { sequence action subject { kind id } } pageInfo { hasNextPage } } }',
  );
  expect(data.serviceCenterChanges).toMatchObject({
    nodes: [{ sequence: 1, action: 'GuideRecorded', subject: { kind: 'ServiceGuide' } }, { sequence: 2 }],
    pageInfo: { hasNextPage: true },
  });
});

describe('an item of the list on any day', () => {
  const AS_OF = `query ($of: [_Any!]!, $asOf: Date) { _entities(representations: $of) { ... on PowerItem {
    guide(asOf: $asOf) { version } link(asOf: $asOf) { status findings { code } } } } }`;
  const at = (asOf: string | null, ...codes: string[]) => center.query(AS_OF, { ...references(...codes), asOf });
  const first = async (asOf: string | null) => (await at(asOf, 'W1')).data._entities[0];

  it('has the guide and the link of that day', async () => {
    expect((await first(null)).guide).toEqual({ version: 1 });
    expect((await first('2014-12-01')).guide).toEqual({ version: 2 });
    expect(await first('2014-09-01')).toEqual({ guide: null, link: { status: 'MISSING', findings: [] } });
  });

  it('costs the statements of today', async () => {
    const codes = Array.from({ length: 100 }, (_, i) => `N${i}`);
    for (const asOf of [null, '2014-12-01']) expect(await center.statements(() => at(asOf, ...codes))).toHaveLength(1);
  });
});
