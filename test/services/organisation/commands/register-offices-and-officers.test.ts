import { holder, organisationUnderTest, type OrganisationUnderTest } from '../organisation-under-test';
import { agency, appoint, define, openOffices, register, REGIONS } from './registrations';

describe('registering offices and officers', () => {
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest();
  });
  beforeEach(async () => {
    await organisation.empty();
    await define(organisation, REGIONS);
    await register(organisation, [agency('140100001', '甲局'), agency('140105001', '乙局')]);
  });
  afterAll(() => organisation.drop());
  const entries = async () => (await organisation.journal()).slice(REGIONS.length + 2);
  const office = { id: '14010000101', agencyCode: '140100001', name: ' 行政审批科 ', phone: '0351-1', duties: '受理' };
  const officer = { id: '140100001P01', agencyCode: '140100001', officeId: '14010000101', name: '赵 示例', post: '科长' };

  it('records each with its whole state; again changes nothing', async () => {
    expect(await openOffices(organisation, [office])).toMatchObject({ registered: 1 });
    expect(await appoint(organisation, [officer])).toMatchObject({ registered: 1 });
    expect(await openOffices(organisation, [office])).toMatchObject({ unchanged: 1 });
    expect(await appoint(organisation, [officer])).toMatchObject({ unchanged: 1 });
    expect(await openOffices(organisation, [{ ...office, closedOn: '2014-06-30' }])).toMatchObject({ changed: 1 });
    expect((await entries()).map(({ action, after }) => ({ action, after }))).toEqual([
      { action: 'OfficeRegistered', after: { ...office, name: '行政审批科', closedOn: null } },
      { action: 'OfficerRegistered', after: { ...officer, phone: null } },
      { action: 'OfficeChanged', after: { ...office, name: '行政审批科', closedOn: '2014-06-30' } },
    ]);
  });

  it('refuses offices of nobody, with foreign ids, or twice', async () => {
    const answer = await openOffices(organisation, [
      office,
      { ...office, agencyCode: '140100009', id: '14010000901' },
      { ...office, id: '14010500102' },
      office,
    ]);
    expect(answer).toMatchObject({ code: 'DUPLICATE_CODE' });
    expect(answer.details!.map(({ path }) => path)).toEqual(['offices.3.id', 'offices.1.agencyCode', 'offices.2.id']);
    expect(await entries()).toEqual([]);
  });

  it('refuses officers of nobody, or in offices that are not their agency’s', async () => {
    await openOffices(organisation, [office]);
    const answer = await appoint(organisation, [
      { ...officer, agencyCode: '140100009' },
      { ...officer, id: '140105001P01', agencyCode: '140105001' },
      { ...officer, id: '14010000102' },
    ]);
    expect(answer.details!.map(({ path }) => path)).toEqual(['officers.0.agencyCode', 'officers.1.officeId', 'officers.2.id']);
  });

  it('is the staffing office’s, within its region', async () => {
    const xiaodian = holder('STAFFING_OFFICE', '140105');
    const own = { ...office, id: '14010500101', agencyCode: '140105001' };
    expect(await openOffices(organisation, [own], xiaodian)).toMatchObject({ registered: 1 });
    await expect(openOffices(organisation, [own, office], xiaodian)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(appoint(organisation, [officer], xiaodian)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});
