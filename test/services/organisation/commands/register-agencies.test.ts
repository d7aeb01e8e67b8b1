import { holder, organisationUnderTest, type OrganisationUnderTest } from '../organisation-under-test';
import { agency, define, mapName, register, registerBodies, REGIONS } from './registrations';

describe('registering agencies', () => {
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest();
  });
  beforeEach(async () => {
    await organisation.empty();
    await define(organisation, REGIONS);
  });
  afterAll(() => organisation.drop());
  const entries = async () => (await organisation.journal()).slice(REGIONS.length);

  it('records each with its whole state, superiors in any order', async () => {
    const uscc = { scheme: 'USCC', value: '11140100 00000019-5', validFrom: '2015-10-01' } as const;
    const answer = await register(organisation, [
      agency('140100013', '太原市 水务局', { parentCode: '140100001', shortName: '市水务局' }),
      agency('140100001', '太原市人民政府', { kind: 'GOVERNMENT', identifiers: [{ ...uscc, value: '111401000000000195' }] }),
    ]);
    expect(answer).toEqual({ ids: ['140100013', '140100001'], registered: 2, changed: 0, unchanged: 0 });
    const [water, government] = await entries();
    expect(water).toMatchObject({
      action: 'AgencyRegistered',
      subject: { kind: 'Agency', id: '140100013' },
      summary: '登记机构 太原市水务局（140100013）',
      before: null,
    });
    expect(water!.after).toEqual({
      code: '140100013',
      regionCode: '140100',
      name: '太原市水务局',
      shortName: '市水务局',
      kind: 'DEPARTMENT',
      parentCode: '140100001',
      entrustedBy: null,
      identifiers: [],
      phone: null,
      address: null,
      foundedOn: null,
      abolishedOn: null,
    });
    expect(government!.after).toMatchObject({
      identifiers: [{ scheme: 'USCC', value: '111401000000000195', validFrom: '2015-10-01', validTo: null }],
    });
  });

  it('again changes nothing; a difference is one entry with both states', async () => {
    const [one, two] = [agency('140100001', '甲局', { phone: '1' }), agency('140100002', '乙局', {
      identifiers: [
        { scheme: 'USCC', value: '111401000000000195', validFrom: '2015-10-01' },
        { scheme: 'ORG_CODE', value: '00000001-9', validFrom: '2004-01-01' },
      ],
    })];
    await register(organisation, [one, two]);
    expect(await register(organisation, [one, two])).toMatchObject({ registered: 0, changed: 0, unchanged: 2 });
    expect(await entries()).toHaveLength(2);
    expect(await register(organisation, [{ ...one, phone: '2' }, two])).toMatchObject({ changed: 1, unchanged: 1 });
    expect((await entries())[2]).toMatchObject({ action: 'AgencyChanged', before: { phone: '1' }, after: { phone: '2' } });
    expect(await register(organisation, [{ ...two, identifiers: [] }])).toMatchObject({ changed: 1 });
  });

  it('names every problem with its place, and writes nothing', async () => {
    const answer = await register(organisation, [
      agency('140100001', '甲局'),
      agency('999900001', '乙局'),
      agency('140100002', '丙局', { parentCode: '140100099' }),
      agency('140100003', '丁局', { identifiers: [{ scheme: 'USCC', value: '12441500196720244T' }, { scheme: 'ORG_CODE', value: '196720245' }] }),
      agency('140100001', '戊局'),
      agency('140100004', '己所', { kind: 'ENTRUSTED_INSTITUTION' }),
      agency('14010000', '庚局', { regionCode: '140100', foundedOn: '2014-01-01', abolishedOn: '2014-01-01' }),
    ]);
    expect(answer).toMatchObject({ code: 'DUPLICATE_CODE', rule: null });
    expect(answer.message).toContain('agencies.4.code：与 agencies.0 重复（140100001）');
    expect(answer.details).toEqual([
      { path: 'agencies.4.code', value: '140100001' },
      { path: 'agencies.1.regionCode', value: '999900' },
      { path: 'agencies.2.parentCode', value: '140100099' },
      { path: 'agencies.5.entrustedBy', value: null },
      { path: 'agencies.6.code', value: '14010000' },
      { path: 'agencies.6.abolishedOn', value: '2014-01-01' },
      { path: 'agencies.3.identifiers.1', value: '196720245' },
    ]);
    expect(await entries()).toEqual([]);
    expect(await organisation.ask('{ agency(code: "140100001") { code } }')).toEqual({ agency: null });
  });

  it.each([
    ['a wrong check digit', { scheme: 'USCC', value: '11440300MB2C93166R' }, 'IDENTIFIER_INVALID', 'GB 32100'],
    ['a code of another agency', { scheme: 'USCC', value: '111401000000000195' }, 'IDENTIFIER_TAKEN', 'GB 32100'],
  ] as const)('refuses %s', async (_what, identifier, code, rule) => {
    await register(organisation, [agency('140100001', '甲局', { identifiers: [{ scheme: 'USCC', value: '111401000000000195' }] })]);
    const answer = await register(organisation, [agency('140100002', '乙局', { identifiers: [identifier] })]);
    expect(answer).toMatchObject({ code, rule, details: [{ path: 'agencies.0.identifiers.0', value: identifier.value }] });
  });

  it('lets a code pass to a successor from the day its holder gives it up', async () => {
    const identifier = { scheme: 'USCC', value: '111401000000000195', validFrom: '2015-01-01' } as const;
    await register(organisation, [agency('140100001', '甲局', { identifiers: [{ ...identifier, validTo: '2019-01-01' }] })]);
    const successor = (validFrom: string) => register(organisation, [agency('140100002', '乙局', { identifiers: [{ ...identifier, validFrom }] })]);
    expect(await successor('2018-12-31')).toMatchObject({ code: 'IDENTIFIER_TAKEN' });
    expect(await successor('2019-01-01')).toMatchObject({ registered: 1 });
  });

  it('refuses what only the whole register shows, after a look at it', async () => {
    await register(organisation, [
      agency('140100001', '甲局'),
      agency('140100002', '乙所', { kind: 'ENTRUSTED_INSTITUTION', entrustedBy: '140100001' }),
    ]);
    const before = await entries();
    expect(await register(organisation, [agency('140100003', '丙局', { parentCode: '140100001' }), agency('140100001', '甲局', { parentCode: '140100003' })])).toMatchObject({
      code: 'CIRCULAR_PARENT',
      details: [{ path: 'agencies.0.parentCode' }, { path: 'agencies.1.parentCode' }],
    });
    expect(await register(organisation, [agency('140100004', '丁所', { kind: 'ENTRUSTED_INSTITUTION', entrustedBy: '140100002' })])).toMatchObject({
      code: 'RE_ENTRUSTED',
      rule: '许可法 24¶3',
      details: [{ path: 'agencies.0.entrustedBy' }],
    });
    expect(await register(organisation, [agency('140100005', '甲局')])).toMatchObject({ code: 'NAME_IN_USE', details: [{ path: 'agencies.0.name' }] });
    expect(await entries()).toEqual(before);
  });

  it('remembers the name an agency had, so that lists still find it', async () => {
    await register(organisation, [agency('140100001', '太原市环境保护局', { shortName: '市环保局' })]);
    await register(organisation, [agency('140100001', '太原市生态环境局')]);
    const found = await registerBodies(organisation, '140100', [['市环保局'], ['环境保护局'], ['市生态环境局']]);
    expect(found.bodies!.map(({ agency: { code } }) => code)).toEqual(['140100001', '140100001', '140100001']);
    expect(found.agenciesRegistered).toBe(0);
    expect((await entries()).filter(({ action }) => action === 'BodyNameMapped')).toHaveLength(2);
  });

  it('keeps what a person decided about a name when an agency is renamed', async () => {
    await register(organisation, [agency('140100001', '太原市商务局'), agency('140100002', '太原市粮食局')]);
    await mapName(organisation, '140100', '太原市粮食局', '140100001');
    await register(organisation, [agency('140100002', '太原市粮食和物资储备局')]);
    const found = await registerBodies(organisation, '140100', [['市粮食局']]);
    expect(found.bodies![0]!.agency.code).toBe('140100001');
  });

  it('is the staffing office’s, within its region and below', async () => {
    const taiyuan = holder('STAFFING_OFFICE', '140100');
    expect(await register(organisation, [agency('140100001', '甲局'), agency('140105001', '乙局'), agency('1401Z1001', '丙委')], taiyuan)).toMatchObject({ registered: 3 });
    const forbidden = { extensions: { code: 'FORBIDDEN' } };
    await expect(register(organisation, [agency('140105002', '丁局'), agency('140000001', '戊厅')], taiyuan)).rejects.toMatchObject(forbidden);
    await expect(register(organisation, [agency('140105002', '丁局'), agency('140108001', '戊局')], holder('STAFFING_OFFICE', '140105'))).rejects.toMatchObject(forbidden);
    await expect(register(organisation, [], taiyuan)).rejects.toMatchObject(forbidden);
  });
});
