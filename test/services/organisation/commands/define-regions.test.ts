import { holder, organisationUnderTest, type OrganisationUnderTest } from '../organisation-under-test';
import { define, REGIONS } from './registrations';

describe('defining regions', () => {
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest();
  });
  beforeEach(() => organisation.empty());
  afterAll(() => organisation.drop());

  it('takes a whole tree in any order, and again changes nothing', async () => {
    expect(await define(organisation, REGIONS)).toMatchObject({ registered: 5, changed: 0, unchanged: 0 });
    expect(await define(organisation, REGIONS)).toMatchObject({ registered: 0, changed: 0, unchanged: 5 });
    const journal = await organisation.journal();
    expect(journal).toHaveLength(5);
    expect(journal[1]).toMatchObject({
      action: 'RegionDefined',
      subject: { kind: 'Region', id: '140100' },
      summary: '登记区划 太原市（140100）',
      after: { code: '140100', name: '太原市', kind: 'PREFECTURE', parentCode: '140000', pilot: false, sample: true },
    });
  });

  it('records a change with both states', async () => {
    await define(organisation, REGIONS);
    await define(organisation, [{ code: '140105', name: '小店区', kind: 'DISTRICT', parentCode: '140100', pilot: true }]);
    expect((await organisation.journal())[5]).toMatchObject({ action: 'RegionChanged', before: { pilot: false }, after: { pilot: true } });
  });

  it.each([
    ['an unknown parent', { code: '140105', name: '小店区', kind: 'DISTRICT', parentCode: '140100' }, 'UNKNOWN_REGION', 'parentCode'],
    ['no parent', { code: '140105', name: '小店区', kind: 'DISTRICT' }, 'REGION_PARENT_INVALID', 'parentCode'],
    ['a code of another kind', { code: '140100', name: '山西省', kind: 'PROVINCE' }, 'REGION_CODE_INVALID', 'code'],
    ['an empty name', { code: '140000', name: ' ', kind: 'PROVINCE' }, 'NAME_MISSING', 'name'],
  ] as const)('refuses %s', async (_what, region, code, field) => {
    expect(await define(organisation, [region])).toMatchObject({ code, details: [{ path: `regions.0.${field}` }] });
    expect(await organisation.journal()).toEqual([]);
  });

  it('refuses a parent that does not hold the code', async () => {
    await define(organisation, REGIONS);
    const district = { code: '140203', name: '城区', kind: 'DISTRICT', parentCode: '140100' } as const;
    expect(await define(organisation, [district])).toMatchObject({ code: 'REGION_PARENT_INVALID', rule: 'GB/T 2260' });
  });

  it('is the administrator’s', async () => {
    await expect(define(organisation, REGIONS, holder('STAFFING_OFFICE', '140000'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});
