import { ANONYMOUS } from '../../../../services/shared/actor';
import { holder, organisationUnderTest, type OrganisationUnderTest } from '../organisation-under-test';
import { agency, define, mapName, openOffices, register, registerBodies } from './registrations';

const KARAMAY = '650200';

describe('registering the bodies a list names', () => {
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest();
  });
  beforeEach(async () => {
    await organisation.empty();
    await define(organisation, [
      { code: '650000', name: '新疆维吾尔自治区', kind: 'PROVINCE' },
      { code: KARAMAY, name: '克拉玛依市', kind: 'PREFECTURE', parentCode: '650000' },
    ]);
  });
  afterAll(() => organisation.drop());
  const entries = async () => (await organisation.journal()).slice(2);
  const codesOf = async (...names: string[]) =>
    (await registerBodies(organisation, KARAMAY, names.map((name) => [name]))).bodies!.map((body) => body.agency.code);

  it('registers unknown bodies and offices with the next serials, and answers which is which', async () => {
    await register(organisation, [agency('650200007', '克拉玛依市财政局')]);
    const answer = await registerBodies(organisation, KARAMAY, [
      ['市交通运输局', '运输管理科', '规划建设科'],
      ['克拉玛依市财政局', '政府采购科'],
      ['克拉玛依市交通运输局', '运输 管理科', '法规科'],
    ]);
    expect(answer).toMatchObject({ agenciesRegistered: 1, officesRegistered: 4 });
    const transport = { code: '650200008', name: '克拉玛依市交通运输局', kind: 'DEPARTMENT' };
    expect(answer.bodies).toEqual([
      {
        name: '市交通运输局',
        agency: transport,
        offices: [
          { name: '运输管理科', office: { id: '65020000801' } },
          { name: '规划建设科', office: { id: '65020000802' } },
        ],
      },
      { name: '克拉玛依市财政局', agency: expect.objectContaining({ code: '650200007' }), offices: [{ name: '政府采购科', office: { id: '65020000701' } }] },
      {
        name: '克拉玛依市交通运输局',
        agency: transport,
        offices: [
          { name: '运输 管理科', office: { id: '65020000801' } },
          { name: '法规科', office: { id: '65020000803' } },
        ],
      },
    ]);
  });

  it('the same list again changes nothing', async () => {
    const list: [string, ...string[]][] = [
      ['市交通运输局', '运输管理科'],
      ['克拉玛依市发展和改革委员会（粮食和物资储备局）', '价格管理科'],
      ['克拉玛依市发展和改革委员会', '价格管理科'],
      ['地州市发展和改革委员会', '农业科（农产品质量安全监管科)'],
      ['县市区农业农村局'],
    ];
    const first = await registerBodies(organisation, KARAMAY, list);
    const journal = await entries();
    const second = await registerBodies(organisation, KARAMAY, list);
    expect(second.bodies).toEqual(first.bodies);
    expect(second).toMatchObject({ agenciesRegistered: 0, officesRegistered: 0 });
    expect(await entries()).toEqual(journal);
    expect(first.agenciesRegistered).toBe(3);
  });

  it('does not take the bodies of other levels for departments of this one', async () => {
    const { bodies } = await registerBodies(organisation, KARAMAY, [['县市区农业农村局'], ['自治区农业农村厅'], ['地州市农业农村局']]);
    expect(bodies!.map((body) => body.agency)).toEqual([
      { code: '650200001', name: '县市区农业农村局', kind: 'OTHER' },
      { code: '650200002', name: '自治区农业农村厅', kind: 'OTHER' },
      { code: '650200003', name: '克拉玛依市农业农村局', kind: 'DEPARTMENT' },
    ]);
  });

  it('finds a body by its short name, by a name but for its second plaque, by a remembered name', async () => {
    await register(organisation, [agency('650200001', '克拉玛依市发展和改革委员会', { shortName: '市发改委' })]);
    expect(await codesOf('发改委', '市发展和改革委员会(粮食和物资储备局)')).toEqual(['650200001', '650200001']);
    expect((await entries()).at(-1)).toMatchObject({
      action: 'BodyNameMapped',
      subject: { kind: 'BodyName', id: '650200:发展和改革委员会（粮食和物资储备局）' },
      after: { agencyCode: '650200001', confirmed: false },
    });
    await register(organisation, [agency('650200002', '克拉玛依市发展和改革委员会（物价局）')]);
    expect(await codesOf('市发展和改革委员会(粮食和物资储备局)')).toEqual(['650200001']);
  });

  it('does not guess between two bodies that differ only in brackets', async () => {
    await register(organisation, [agency('650200001', '甲委员会（子局）'), agency('650200002', '甲委员会（丑局）')]);
    expect(await codesOf('甲委员会')).toEqual(['650200003']);
  });

  it('prefers a living body, and still knows an abolished one', async () => {
    await register(organisation, [
      agency('650200001', '克拉玛依市物价局', { abolishedOn: '2014-01-01' }),
      agency('650200002', '克拉玛依市卫生局', { abolishedOn: '2014-01-01' }),
      agency('650200003', '克拉玛依市卫生局'),
    ]);
    expect(await codesOf('市物价局', '市卫生局')).toEqual(['650200001', '650200003']);
  });

  it('finds an open office before a closed one, a closed one before none', async () => {
    await register(organisation, [agency('650200001', '克拉玛依市水务局')]);
    const office = (id: string, name: string, closedOn: string | null) => ({ id, agencyCode: '650200001', name, closedOn });
    await openOffices(organisation, [
      office('65020000101', '水利科', '2014-01-01'),
      office('65020000102', '水利科', null),
      office('65020000103', '水利科', '2015-01-01'),
      office('65020000104', '河道科', '2014-01-01'),
    ]);
    const { bodies } = await registerBodies(organisation, KARAMAY, [['市水务局', '水利科', '河道科']]);
    expect(bodies![0]!.offices.map(({ office: { id } }) => id)).toEqual(['65020000102', '65020000104']);
  });

  it('follows what a person decided about a name, now and in every later import', async () => {
    expect(await codesOf('地州市商务主管部门', '市商务局')).toEqual(['650200001', '650200002']);
    expect(await mapName(organisation, KARAMAY, '地州市 商务主管部门', '650200002')).toEqual({
      name: '地州市商务主管部门',
      agency: { code: '650200002' },
    });
    expect(await codesOf('地州市商务主管部门', '商务主管部门', '市商务局')).toEqual(['650200002', '650200002', '650200002']);
    const decided = await entries();
    expect(decided.at(-1)).toMatchObject({ action: 'BodyNameMapped', after: { confirmed: true } });
    await mapName(organisation, KARAMAY, '地州市商务主管部门', '650200002');
    expect(await entries()).toEqual(decided);
  });

  it('lets a name mean only a body of the same region: offices are registered under it', async () => {
    await register(organisation, [agency('650000001', '新疆维吾尔自治区农业农村厅')]);
    for (const code of ['650000001', '650200099'])
      expect(await mapName(organisation, KARAMAY, '自治区农业农村厅', code)).toMatchObject({
        code: 'UNKNOWN_AGENCY',
        details: [{ path: 'agencyCode', value: code }],
      });
  });

  it('refuses an unknown region, empty names, and more bodies than codes', async () => {
    expect(await registerBodies(organisation, '659900', [['甲局']])).toMatchObject({
      code: 'UNKNOWN_REGION',
      details: [{ path: 'regionCode', value: '659900' }],
    });
    expect(await registerBodies(organisation, KARAMAY, [['甲局', '一科', ' '], ['\n']])).toMatchObject({
      code: 'NAME_MISSING',
      details: [{ path: 'bodies.0.offices.1' }, { path: 'bodies.1.name' }],
    });
    await register(organisation, [agency('650200999', '末局')]);
    expect(await registerBodies(organisation, KARAMAY, [['末局'], ['甲局']])).toMatchObject({
      code: 'CODES_USED_UP',
      details: [{ path: 'bodies.1.name', value: '甲局' }],
    });
    expect(await entries()).toHaveLength(1);
  });

  it('is open to those who enter lists of the region', async () => {
    for (const role of ['REFORM_OFFICE', 'GOVERNMENT_OFFICE', 'STAFFING_OFFICE'] as const)
      expect(await registerBodies(organisation, KARAMAY, [['甲局']], holder(role, KARAMAY))).toHaveProperty('bodies');
    await expect(registerBodies(organisation, KARAMAY, [['乙局']], holder('REFORM_OFFICE', '140100'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(registerBodies(organisation, KARAMAY, [['乙局']], ANONYMOUS)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });
});
