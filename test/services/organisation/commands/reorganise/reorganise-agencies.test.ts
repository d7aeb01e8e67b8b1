import { holder, organisationUnderTest, type OrganisationUnderTest } from '../../organisation-under-test';
import { agency, define, openOffices, register, registerBodies, REGIONS } from '../registrations';
import { DOCUMENT, list, reorganise } from './reorganisations';

const BEFORE = REGIONS.length + 4;

describe('reorganising agencies', () => {
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest();
  });
  beforeEach(async () => {
    await organisation.empty();
    await define(organisation, REGIONS);
    await register(organisation, [
      agency('140100001', '太原市环境保护局', { shortName: '市环保局', foundedOn: '2001-01-01' }),
      agency('140100002', '太原市水务局'),
      agency('140100003', '太原市林业局', { abolishedOn: '2020-01-01' }),
      agency('140105001', '小店区水务局'),
    ]);
  });
  afterAll(() => organisation.drop());

  const entries = async () => (await organisation.journal()).slice(BEFORE);
  const stateOf = async (code: string) =>
    (await organisation.ask<{ agency: object | null }>(`{ agency(code: "${code}") { name shortName foundedOn abolishedOn } }`)).agency;

  it('founds one, from its first day, with the next free code', async () => {
    const answer = await reorganise(organisation, { kind: 'FOUND', from: [], to: [{ name: '太原市 大数据局', kind: 'DEPARTMENT' }], effectiveOn: '2999-01-01' });
    expect(answer).toEqual({
      id: '140100-C1',
      subject: 'AGENCY',
      kind: 'FOUND',
      effectiveOn: '2999-01-01',
      document: DOCUMENT,
      from: [],
      to: [{ id: '140100004', name: '太原市大数据局' }],
    });
    expect(await stateOf('140100004')).toEqual({ name: '太原市大数据局', shortName: null, foundedOn: '2999-01-01', abolishedOn: null });
    const [change, registered, ...more] = await entries();
    expect(change).toMatchObject({
      action: 'AgencyFounded',
      subject: { kind: 'OrganisationChange', id: '140100-C1' },
      summary: '设立：太原市大数据局，自2999-01-01起（并编字〔2026〕3号）',
      before: null,
    });
    expect(registered).toMatchObject({ action: 'AgencyRegistered', after: { code: '140100004', foundedOn: '2999-01-01' } });
    expect(more).toEqual([]);
  });

  it('renames one under its code, and lists still find it by its former names', async () => {
    expect(await reorganise(organisation, { kind: 'RENAME', from: ['140100001'], to: [{ name: '太原市生态环境局', shortName: '市生态环境局' }] })).toMatchObject({
      from: [{ id: '140100001', name: '太原市环境保护局' }],
      to: [{ id: '140100001', name: '太原市生态环境局' }],
    });
    expect(await stateOf('140100001')).toEqual({ name: '太原市生态环境局', shortName: '市生态环境局', foundedOn: '2001-01-01', abolishedOn: null });
    const found = await registerBodies(organisation, '140100', [['市环保局'], ['太原市生态环境局']]);
    expect(found.bodies!.map(({ agency: { code } }) => code)).toEqual(['140100001', '140100001']);
    expect((await entries()).map(({ action }) => action)).toEqual(['AgencyRenamed', 'AgencyChanged', 'BodyNameMapped', 'BodyNameMapped']);
  });

  it('merges into a new one, and the offices of those that end close with them', async () => {
    await openOffices(organisation, [
      { id: '14010000101', agencyCode: '140100001', name: '法规科' },
      { id: '14010000102', agencyCode: '140100001', name: '旧科', closedOn: '2010-01-01' },
    ]);
    await list(organisation, [{ code: 'A1', agencyCode: '140100001' }]);
    const answer = await reorganise(organisation, {
      kind: 'MERGE',
      from: ['140100001', '140100002'],
      to: [{ code: '140100020', name: '太原市自然资源局', kind: 'DEPARTMENT' }],
    });
    expect(answer.to).toEqual([{ id: '140100020', name: '太原市自然资源局' }]);
    expect(await stateOf('140100001')).toMatchObject({ abolishedOn: '2026-02-01' });
    expect(await stateOf('140100002')).toMatchObject({ abolishedOn: '2026-02-01' });
    expect(await stateOf('140100020')).toMatchObject({ foundedOn: '2026-02-01' });
    const said = (await entries()).slice(2).map(({ action, subject }) => `${action} ${subject.id}`);
    expect(said).toEqual(['AgenciesMerged 140100-C1', 'AgencyChanged 140100001', 'AgencyChanged 140100002', 'AgencyRegistered 140100020', 'OfficeChanged 14010000101']);
  });

  it('splits one that lives on; it is not touched', async () => {
    await reorganise(organisation, { kind: 'SPLIT', from: ['140100001'], to: [{ code: '140100001' }, { name: '太原市气候局', kind: 'DEPARTMENT' }] });
    expect(await stateOf('140100001')).toMatchObject({ name: '太原市环境保护局', shortName: '市环保局', abolishedOn: null });
    expect((await entries()).map(({ action }) => action)).toEqual(['AgencySplit', 'AgencyRegistered']);
  });

  it('does not abolish who holds items on the list, that day or later, unless somebody takes them', async () => {
    await list(organisation, [
      { code: 'A1', agencyCode: '140100001' },
      { code: 'A2', agencyCode: '140100001' },
      { code: 'A2', agencyCode: '140100002', validFrom: '2026-01-01' },
      { code: 'A3', agencyCode: '140100001' },
      { code: 'A3', agencyCode: '140100001', status: 'CANCELLED', validFrom: '2026-02-01' },
      { code: 'A4', agencyCode: '140100001', validFrom: '2027-01-01' },
      { code: 'A5', agencyCode: '140100002' },
    ]);
    const before = await entries();
    const refusal = await reorganise(organisation, { kind: 'ABOLISH', from: ['140100001'], to: [] });
    expect(refusal).toMatchObject({ code: 'ITEMS_WITHOUT_SUCCESSOR', rule: 'P13', details: [{ path: 'from.0', value: 'A1' }, { path: 'from.0', value: 'A4' }] });
    expect(refusal.message).toContain('事项A1');
    const institution = { name: '太原市监测站', kind: 'ENTRUSTED_INSTITUTION', entrustedBy: '140100002' };
    expect(await reorganise(organisation, { kind: 'ABOLISH', from: ['140100001'], to: [institution] })).toMatchObject({ code: 'ITEMS_WITHOUT_SUCCESSOR' });
    expect(await entries()).toEqual(before);
    expect(await reorganise(organisation, { kind: 'ABOLISH', from: ['140100001'], to: [{ code: '140100002' }] })).toMatchObject({ kind: 'ABOLISH' });
  });

  it.each<[string, object, string, string]>([
    ['a merger of one', { kind: 'MERGE', from: ['140100001'], to: [{ code: '140100002' }] }, 'BODIES_MISCOUNTED', 'from'],
    ['an agency of another region', { kind: 'ABOLISH', from: ['140105001'], to: [] }, 'UNKNOWN_AGENCY', 'from.0'],
    ['an agency that is gone', { kind: 'ABOLISH', from: ['140100003'], to: [] }, 'NOT_ALIVE_ON_DAY', 'from.0'],
    ['a successor that is gone', { kind: 'ABOLISH', from: ['140100001'], to: [{ code: '140100003' }] }, 'SUCCESSOR_ABOLISHED', 'to.0.id'],
    ['a day before the founding', { kind: 'ABOLISH', from: ['140100001'], to: [], effectiveOn: '2000-12-31' }, 'BEFORE_FOUNDING', 'from.0'],
    ['a renaming to come', { kind: 'RENAME', from: ['140100001'], to: [{ name: '太原市生态环境局' }], effectiveOn: '2999-01-01' }, 'RENAME_IN_FUTURE', 'effectiveOn'],
    ['a document without a number', { kind: 'ABOLISH', from: ['140100001'], to: [], document: { ...DOCUMENT, number: ' ' } }, 'DOCUMENT_MISSING', 'document.number'],
    ['a name in use', { kind: 'RENAME', from: ['140100001'], to: [{ name: '太原市水务局' }] }, 'NAME_IN_USE', 'to.0.name'],
    ['a code of another shape', { kind: 'FOUND', from: [], to: [{ code: '14010099', name: '己局', kind: 'DEPARTMENT' }] }, 'AGENCY_CODE_INVALID', 'to.0.code'],
    ['a new body of no kind', { kind: 'FOUND', from: [], to: [{ name: '己局' }] }, 'KIND_MISSING', 'to.0.kind'],
    ['a region that does not exist', { regionCode: '149900', kind: 'FOUND', from: [], to: [{ name: '己局', kind: 'DEPARTMENT' }] }, 'UNKNOWN_REGION', 'regionCode'],
  ])('refuses %s, and writes nothing', async (_what, change, code, path) => {
    expect(await reorganise(organisation, change)).toMatchObject({ code, details: [{ path }] });
    expect(await entries()).toEqual([]);
    expect(await stateOf('140100001')).toMatchObject({ name: '太原市环境保护局', abolishedOn: null });
    expect(await organisation.ask('{ organisationChangesOf(regionCode: "140100") { totalCount } }')).toEqual({ organisationChangesOf: { totalCount: 0 } });
  });

  it('tells the succession of any number of agencies in one statement', async () => {
    await reorganise(organisation, { kind: 'MERGE', from: ['140100001', '140100002'], to: [{ name: '丁局', kind: 'DEPARTMENT' }] });
    await reorganise(organisation, { kind: 'SPLIT', from: ['140100004'], to: [{ code: '140100004' }, { name: '戊局', kind: 'DEPARTMENT' }], effectiveOn: '2026-03-01' });
    const query = `{ region(code: "140100") { agencies { nodes { code
      predecessors { name agency { code } change { kind } } successors { agency { code } change { id } } changes { kind from { id } to { id name agency { code } office { id } } } } } } }`;
    let answer: { region: { agencies: { nodes: { code: string; predecessors: object[]; successors: object[]; changes: object[] }[] } } };
    const statements = await organisation.statementsOf(async () => {
      answer = await organisation.ask(query);
    });
    const of = (code: string) => answer.region.agencies.nodes.find((node) => node.code === code)!;
    expect(of('140100004').predecessors).toEqual([
      { name: '太原市环境保护局', agency: { code: '140100001' }, change: { kind: 'MERGE' } },
      { name: '太原市水务局', agency: { code: '140100002' }, change: { kind: 'MERGE' } },
    ]);
    expect(of('140100004').successors).toEqual([{ agency: { code: '140100005' }, change: { id: '140100-C2' } }]);
    expect(of('140100004').changes.map((change) => (change as { kind: string }).kind)).toEqual(['MERGE', 'SPLIT']);
    expect(of('140100003')).toMatchObject({ predecessors: [], successors: [], changes: [] });
    expect(of('140100001').changes).toEqual([
      { kind: 'MERGE', from: [{ id: '140100001' }, { id: '140100002' }], to: [{ id: '140100004', name: '丁局', agency: { code: '140100004' }, office: null }] },
    ]);
    expect(statements.filter((text) => text.includes('succession'))).toHaveLength(1);
  });

  it('lists the changes of a region by day, page by page', async () => {
    const days = ['2026-02-02', '2026-02-01', '2026-02-03', '2026-02-01'];
    for (const [i, effectiveOn] of days.entries()) await reorganise(organisation, { kind: 'FOUND', from: [], to: [{ name: `新${i}局`, kind: 'DEPARTMENT' }], effectiveOn });
    const page = async (args: string) =>
      (await organisation.ask<{ page: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
        `{ page: organisationChangesOf(regionCode: "140100", ${args}) { nodes { id } totalCount pageInfo { endCursor hasNextPage } } }`,
      )).page;
    const first = await page('first: 3');
    expect(first.nodes.map(({ id }) => id)).toEqual(['140100-C2', '140100-C4', '140100-C1']);
    const second = await page(`first: 3, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({ nodes: [{ id: '140100-C3' }], totalCount: 4, pageInfo: { hasNextPage: false } });
    expect((await page('from: "2026-02-02", to: "2026-02-02"')).nodes).toEqual([{ id: '140100-C1' }]);
    await expect(page('from: "2026-02-02", to: "2026-02-01"')).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    await expect(page(`after: "${Buffer.from('k:x').toString('base64url')}"`)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('is the staffing office’s, within its region and below', async () => {
    const change = { kind: 'ABOLISH', from: ['140100002'], to: [] };
    const forbidden = { extensions: { code: 'FORBIDDEN' } };
    await expect(reorganise(organisation, change, holder('REFORM_OFFICE', '140100'))).rejects.toMatchObject(forbidden);
    await expect(reorganise(organisation, change, holder('STAFFING_OFFICE', '140105'))).rejects.toMatchObject(forbidden);
    expect(await reorganise(organisation, change, holder('STAFFING_OFFICE', '140100'))).toMatchObject({ kind: 'ABOLISH' });
  });
});
