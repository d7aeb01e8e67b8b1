import { holder, organisationUnderTest, type OrganisationUnderTest } from '../../organisation-under-test';
import { agency, define, openOffices, register, REGIONS } from '../registrations';
import { list, reorganiseInside } from './reorganisations';

const [LAW, PERMITS, OLD] = ['14010000101', '14010000102', '14010000103'];
const BEFORE = REGIONS.length + 2 + 4;

describe('reorganising offices', () => {
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest();
  });
  beforeEach(async () => {
    await organisation.empty();
    await define(organisation, REGIONS);
    await register(organisation, [agency('140100001', '甲局', { foundedOn: '2001-01-01' }), agency('140100002', '乙局')]);
    await openOffices(organisation, [
      { id: LAW, agencyCode: '140100001', name: '法规科', phone: '0351-1' },
      { id: PERMITS, agencyCode: '140100001', name: '审批科' },
      { id: OLD, agencyCode: '140100001', name: '旧科', closedOn: '2010-01-01' },
      { id: '14010000201', agencyCode: '140100002', name: '乙科' },
    ]);
  });
  afterAll(() => organisation.drop());

  const entries = async () => (await organisation.journal()).slice(BEFORE);
  const offices = async () =>
    (await organisation.ask<{ agency: { offices: { id: string; name: string; phone: string | null; closedOn: string | null }[] } }>(
      '{ agency(code: "140100001") { offices { id name phone closedOn } } }',
    )).agency.offices;

  it('merges into a new one with the next free id, and says so', async () => {
    const answer = await reorganiseInside(organisation, { kind: 'MERGE', from: [LAW, PERMITS], to: [{ name: '法规 审批科', duties: '审批' }] });
    expect(answer).toMatchObject({ id: '140100-C1', subject: 'OFFICE', from: [{ name: '法规科' }, { name: '审批科' }], to: [{ id: '14010000104', name: '法规审批科' }] });
    expect((await offices()).map(({ id, closedOn }) => [id, closedOn])).toEqual([
      [LAW, '2026-02-01'],
      [PERMITS, '2026-02-01'],
      [OLD, '2010-01-01'],
      ['14010000104', null],
    ]);
    expect((await entries()).map(({ action, subject }) => `${action} ${subject.id}`)).toEqual([
      'OfficesMerged 140100-C1',
      `OfficeChanged ${LAW}`,
      `OfficeChanged ${PERMITS}`,
      'OfficeRegistered 14010000104',
    ]);
    const succession = '{ agency(code: "140100001") { offices { id predecessors { office { id } } successors { name office { id } change { kind } } } } }';
    const told = await organisation.ask<{ agency: { offices: object[] } }>(succession);
    expect(told.agency.offices[0]).toEqual({ id: LAW, predecessors: [], successors: [{ name: '法规审批科', office: { id: '14010000104' }, change: { kind: 'MERGE' } }] });
    expect(told.agency.offices[3]).toMatchObject({ predecessors: [{ office: { id: LAW } }, { office: { id: PERMITS } }], successors: [] });
  });

  it('renames one and keeps the rest of it', async () => {
    await reorganiseInside(organisation, { kind: 'RENAME', from: [LAW], to: [{ name: '政策法规科' }] });
    expect((await offices())[0]).toEqual({ id: LAW, name: '政策法规科', phone: '0351-1', closedOn: null });
  });

  it('does not close who is named by items on the list, unless somebody takes them', async () => {
    await list(organisation, [
      { code: 'A1', agencyCode: '140100001', officeIds: [LAW, PERMITS] },
      { code: 'A2', agencyCode: '140100001', officeIds: [PERMITS] },
    ]);
    expect(await reorganiseInside(organisation, { kind: 'ABOLISH', from: [LAW], to: [] })).toMatchObject({
      code: 'ITEMS_WITHOUT_SUCCESSOR',
      rule: 'P13',
      message: 'from.0：内设机构撤销时仍有清单事项“事项A1”，须指明承接者（A1）',
      details: [{ path: 'from.0', value: 'A1' }],
    });
    expect(await entries()).toEqual([]);
    expect(await reorganiseInside(organisation, { kind: 'ABOLISH', from: [LAW], to: [{ id: PERMITS }] })).toMatchObject({ kind: 'ABOLISH' });
  });

  it('knows the day on which a change founded an office', async () => {
    await reorganiseInside(organisation, { kind: 'FOUND', from: [], to: [{ name: '新科' }], effectiveOn: '2026-03-01' });
    await reorganiseInside(organisation, { kind: 'ABOLISH', from: [PERMITS], to: [{ id: LAW }], effectiveOn: '2026-03-01' });
    expect(await reorganiseInside(organisation, { kind: 'ABOLISH', from: ['14010000104'], to: [] })).toMatchObject({ code: 'BEFORE_FOUNDING' });
    expect(await reorganiseInside(organisation, { kind: 'ABOLISH', from: [LAW], to: [] })).toMatchObject({ kind: 'ABOLISH' });
  });

  it.each<[string, object, string, string]>([
    ['an office of another agency', { kind: 'ABOLISH', from: ['14010000201'], to: [] }, 'UNKNOWN_OFFICE', 'from.0'],
    ['an office that is closed', { kind: 'ABOLISH', from: [OLD], to: [] }, 'NOT_ALIVE_ON_DAY', 'from.0'],
    ['a name in use', { kind: 'RENAME', from: [LAW], to: [{ name: '审批科' }] }, 'NAME_IN_USE', 'to.0.name'],
    ['an id of another agency', { kind: 'FOUND', from: [], to: [{ id: '14010000299', name: '新科' }] }, 'OFFICE_ID_INVALID', 'to.0.id'],
    ['an agency that does not exist', { agencyCode: '140100099', kind: 'FOUND', from: [], to: [{ name: '新科' }] }, 'UNKNOWN_AGENCY', 'agencyCode'],
    ['a day before the agency', { kind: 'FOUND', from: [], to: [{ name: '新科' }], effectiveOn: '2000-01-01' }, 'BEFORE_FOUNDING', 'agencyCode'],
  ])('refuses %s, and writes nothing', async (_what, change, code, path) => {
    const before = await offices();
    expect(await reorganiseInside(organisation, change)).toMatchObject({ code, details: [{ path }] });
    expect(await entries()).toEqual([]);
    expect(await offices()).toEqual(before);
  });

  it('is the staffing office’s, within its region', async () => {
    const change = { kind: 'ABOLISH', from: [LAW], to: [] };
    await expect(reorganiseInside(organisation, change, holder('STAFFING_OFFICE', '140105'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await reorganiseInside(organisation, change, holder('STAFFING_OFFICE', '140100'))).toMatchObject({ kind: 'ABOLISH' });
  });
});
