import { readJournal } from '../../../../services/shared/journal';
import type { Actor } from '../../../../services/shared/actor';
import { aGuide } from '../a-guide';
import { agency, aServiceCenter, item, office, WATER, type AServiceCenter } from '../a-service-center';

const DRAFT = `id state effectiveOn publishedVersion submittedAt item { code } agency { code name } obstacle { code }
  reasons { path reason } guide { version steps { name office { name } } flowchart(format: MERMAID) }`;
const REFUSAL = '... on Refusal { code rule message details { path value } }';
const SUBMIT = `mutation ($input: SubmitGuideInput!) { submitGuide(input: $input) { ... on GuideDraft { ${DRAFT} } ${REFUSAL} } }`;
const RETURN = `mutation ($input: ReturnGuideInput!) { returnGuide(input: $input) { ... on GuideDraft { ${DRAFT} } ${REFUSAL} } }`;
const APPROVE = `mutation ($input: ApproveGuideInput!) { approveGuide(input: $input) { ... on ServiceGuide { itemCode version effectiveOn origin } ${REFUSAL} } }`;
const WITHDRAW = `mutation ($input: WithdrawGuideInput!) { withdrawGuide(input: $input) { ... on GuideDraft { ${DRAFT} } ${REFUSAL} } }`;
const DRAFTS = `query ($agency: ID, $region: ID, $states: [GuideDraftState!], $first: Int, $after: String) {
  guideDrafts(agencyCode: $agency, regionCode: $region, states: $states, first: $first, after: $after) {
    totalCount nodes { ${DRAFT} } pageInfo { hasNextPage endCursor } } }`;

const TODAY = '2014-09-20';
const WATER_CODE = '140100013';
const editor: Actor = { id: 'e', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode: WATER_CODE };
const others: Actor = { ...editor, agencyCode: '140100015' };
const service: Actor = { id: 's', role: 'SERVICE_CENTER', regionCode: '140100', agencyCode: null };
const elsewhere: Actor = { ...service, regionCode: '140200' };

let center: AServiceCenter;
beforeAll(async () => {
  center = await aServiceCenter(new Date(`${TODAY}T02:00:00Z`));
  await center.organisationSays(...WATER, agency('140100015'), office('14010001501'));
  const theirs = ['THEIRS', 'T1', 'T2', 'T3'].map((code) => item(code, { agencyCode: '140100015' }));
  await center.catalogSays(...Array.from({ length: 30 }, (_, i) => item(`W${i}`)), ...theirs, item('GONE', { status: 'CANCELLED' }));
  await center.subgraph.catchUp();
});
afterAll(() => center.drop());

/** An item of the water bureau’s that no test has touched. */
let used = 0;
const anItem = (): string => `W${used++}`;

const ask = async (mutation: string, input: object, actor: Actor | undefined) => {
  const { data, errors } = await center.query(mutation, { input: { agencyCode: WATER_CODE, ...input } }, actor);
  return errors ? { error: errors[0]!.extensions.code } : Object.values(data)[0] as any;
};
const submit = (itemCode: string, changes: Parameters<typeof aGuide>[0] = {}, actor: Actor = editor) =>
  ask(SUBMIT, { guide: aGuide({ itemCode, effectiveOn: TODAY, ...changes }) }, actor);
const drafts = async (variables: object, actor?: Actor) => {
  const { data, errors } = await center.query(DRAFTS, variables as Record<string, unknown>, actor);
  return errors ? { error: errors[0]!.extensions.code } : data.guideDrafts;
};
const journal = async (after = 0) => (await readJournal(center.database, 'service_center', after, 100)).entries;
const journalEnd = async () => (await journal()).at(-1)?.seq ?? 0;

describe('a guide on its way to publication', () => {
  it('is submitted, returned with reasons, submitted again, approved and published', async () => {
    const code = anItem();
    const before = await journalEnd();
    const submitted = await submit(code);
    expect(submitted).toMatchObject({
      state: 'SUBMITTED', obstacle: null, item: { code }, agency: { code: WATER_CODE, name: '太原市水务局' },
      guide: { version: 1, steps: [{ name: '受理', office: { name: '科室14010001301' } }, { name: '审查' }], flowchart: expect.stringContaining('科室14010001302') },
    });
    const draftId = submitted.id;
    const reasons = [{ path: 'materials.0.name', reason: '请写明全称，联系人张三' }];
    expect(await ask(RETURN, { draftId, reasons }, service)).toMatchObject({ id: draftId, state: 'RETURNED', reasons });
    expect(await submit(code, { visits: 2 })).toMatchObject({ id: draftId, state: 'SUBMITTED', reasons: [] });
    expect(await ask(APPROVE, { draftId }, service)).toEqual({ itemCode: code, version: 1, effectiveOn: TODAY, origin: 'PUBLISHED' });
    expect(await drafts({ agency: WATER_CODE, states: ['PUBLISHED'] }, editor)).toMatchObject({ nodes: [{ id: draftId, publishedVersion: 1, guide: { version: 1 } }] });
    const entries = await journal(before);
    expect(entries.map(({ action }) => action)).toEqual(['GuideSubmitted', 'GuideReturned', 'GuideSubmitted', 'GuideApproved', 'GuidePublished']);
    expect(JSON.stringify(entries)).not.toContain('张三');
  });

  it('is submitted as it stands once it was returned', async () => {
    const { id: draftId } = await submit(anItem());
    await ask(RETURN, { draftId, reasons: [{ path: '', reason: '请再核对' }] }, service);
    expect(await ask(SUBMIT, { draftId }, editor)).toMatchObject({ id: draftId, state: 'SUBMITTED' });
    expect(await ask(SUBMIT, { draftId }, editor)).toMatchObject({ code: 'DRAFT_STATE' });
  });

  it('says nothing in the public change feed of whose it is or of what', async () => {
    const before = await journalEnd();
    const { id } = await submit(anItem());
    const after = Buffer.from(`k:${before}`).toString('base64url');
    const { data } = await center.query('query ($after: String) { serviceCenterChanges(after: $after) { nodes { action summary subject { kind id } } } }', { after });
    expect(data.serviceCenterChanges.nodes).toEqual([{ action: 'GuideSubmitted', summary: '报送一份办事指南草稿', subject: { kind: 'GuideDraft', id } }]);
  });

  it('is withdrawn by its agency, and begun anew', async () => {
    const code = anItem();
    const { id: draftId } = await submit(code);
    expect(await submit(code, { visits: 2 })).toMatchObject({ code: 'DRAFT_STATE', details: [{ value: 'SUBMITTED' }] });
    expect(await ask(WITHDRAW, { draftId }, editor)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await ask(WITHDRAW, { draftId }, editor)).toMatchObject({ code: 'DRAFT_STATE' });
    const again = await submit(code, { visits: 2 });
    expect(again).toMatchObject({ state: 'SUBMITTED' });
    expect(again.id).not.toBe(draftId);
    expect(await drafts({ agency: WATER_CODE, states: ['WITHDRAWN'] }, editor)).toMatchObject({ totalCount: 1, nodes: [{ id: draftId }] });
  });

  it('is held against the checks of publishing: told while it waits, refused when it is approved', async () => {
    const { id: draftId, obstacle } = await submit(anItem(), { responsibleOfficeId: '14010001501' });
    expect(obstacle).toEqual({ code: 'OFFICE_OF_ANOTHER_BODY' });
    expect(await ask(APPROVE, { draftId }, service)).toMatchObject({ code: 'OFFICE_OF_ANOTHER_BODY', details: [{ path: 'responsibleOfficeId' }] });
    const loop = [{ order: 1, name: '受理', next: [{ to: 1 }] }];
    const other = await submit(anItem(), { steps: loop });
    expect(other.obstacle).toEqual({ code: 'PATH_WITHOUT_END' });
    expect(await ask(APPROVE, { draftId: other.id }, service)).toMatchObject({ code: 'PATH_WITHOUT_END', rule: 'P15' });
  });

  it('is published only while its item is on the list (P5)', async () => {
    const code = anItem();
    const { id: draftId } = await submit(code);
    await center.catalogSays(['ItemCancelled', item(code, { status: 'CANCELLED', validFrom: TODAY })[1]]);
    await center.subgraph.catchUp();
    expect(await ask(APPROVE, { draftId }, service)).toMatchObject({ code: 'NOT_ON_LIST', rule: 'P5' });
  });

  it('holds from the day it asks for, or from its approval', async () => {
    const later = await submit(anItem(), { effectiveOn: '2014-10-01' });
    expect(await ask(APPROVE, { draftId: later.id }, service)).toMatchObject({ effectiveOn: '2014-10-01' });
    const late = await submit(anItem(), { effectiveOn: '2014-09-10' });
    expect(await ask(APPROVE, { draftId: late.id }, service)).toMatchObject({ effectiveOn: TODAY });
    const told = await submit(anItem());
    expect(await ask(APPROVE, { draftId: told.id, effectiveOn: '2014-09-10' }, service)).toMatchObject({ code: 'EFFECTIVE_IN_THE_PAST' });
    expect(await ask(APPROVE, { draftId: told.id, effectiveOn: '2014-11-01' }, service)).toMatchObject({ effectiveOn: '2014-11-01' });
  });

  it.each([
    ['an item off the list (P5)', 'GONE', 'NOT_ON_LIST'],
    ['an item nobody knows (P5)', 'NOBODYS', 'NOT_ON_LIST'],
    ['another agency’s item (P2)', 'THEIRS', 'NOT_THE_IMPLEMENTING_BODY'],
    ['no item', ' ', 'MALFORMED_GUIDE'],
  ])('is not submitted for %s', async (_what, itemCode, code) => {
    const before = await journalEnd();
    expect(await submit(itemCode)).toMatchObject({ code });
    expect(await journalEnd()).toBe(before);
  });
  it('is either handed in or named', async () => {
    expect(await ask(SUBMIT, {}, editor)).toEqual({ error: 'BAD_USER_INPUT' });
    expect(await ask(SUBMIT, { draftId: 'x', guide: aGuide() }, editor)).toEqual({ error: 'BAD_USER_INPUT' });
  });
});

describe('who learns of a draft', () => {
  it('is its agency and its service center; to all others an existing draft is as one that is not', async () => {
    const { id } = await submit(anItem());
    const nobodys = '00000000-0000-4000-8000-000000000000';
    for (const actor of [others, elsewhere, undefined, { ...service, role: 'ADMIN' as const, regionCode: null }, { ...service, role: 'REFORM_OFFICE' as const }])
      for (const [mutation, input] of [[RETURN, { reasons: [] }], [APPROVE, {}], [WITHDRAW, {}]] as const) {
        const answer = await ask(mutation, { ...input, draftId: id }, actor);
        expect(answer).toEqual({ error: actor ? 'FORBIDDEN' : 'UNAUTHENTICATED' });
        expect(answer).toEqual(await ask(mutation, { ...input, draftId: nobodys }, actor));
      }
    // Asked for as one's own, another's draft is unknown.
    const asOwn = async (draftId: string) => (await center.query(WITHDRAW, { input: { agencyCode: '140100015', draftId } }, others)).data.withdrawGuide;
    for (const draftId of [id, nobodys, 'no uuid']) expect(await asOwn(draftId)).toMatchObject({ code: 'DRAFT_UNKNOWN', details: [{ value: draftId }] });
  });
  it.each<[string, Actor | undefined, string]>([
    ['another agency', others, 'FORBIDDEN'],
    ['another city’s service center', elsewhere, 'FORBIDDEN'],
    ['an administrator', { id: 'a', role: 'ADMIN', regionCode: null, agencyCode: null }, 'FORBIDDEN'],
    ['the public', undefined, 'UNAUTHENTICATED'],
  ])('is not %s', async (_who, actor, error) => {
    expect(await drafts({ agency: WATER_CODE }, actor)).toEqual({ error });
    expect(await drafts({ region: '140100' }, actor)).toEqual({ error });
  });
  it('is each role within its part', async () => {
    const { id: draftId } = await submit(anItem());
    expect(await drafts({ region: '140100' }, editor)).toEqual({ error: 'FORBIDDEN' });
    expect(await ask(APPROVE, { draftId }, editor)).toEqual({ error: 'FORBIDDEN' });
    expect(await ask(RETURN, { draftId, reasons: [] }, { ...editor, role: 'AGENCY_HEAD' })).toEqual({ error: 'FORBIDDEN' });
    expect(await ask(WITHDRAW, { draftId }, service)).toEqual({ error: 'FORBIDDEN' });
    expect(await submit(anItem(), {}, service)).toEqual({ error: 'FORBIDDEN' });
  });
});

describe('guideDrafts', () => {
  it('gives pages, the oldest first, in one statement', async () => {
    const theirs = { ...editor, agencyCode: '140100015' };
    for (const itemCode of ['T1', 'T2', 'T3']) await ask(SUBMIT, { agencyCode: '140100015', guide: aGuide({ itemCode }) }, theirs);
    const page = (after: string | null) => drafts({ region: '140100', agency: '140100015', first: 2, after }, service);
    const first = await page(null);
    expect(first).toMatchObject({ totalCount: 3, nodes: [{}, {}], pageInfo: { hasNextPage: true } });
    const rest = await page(first.pageInfo.endCursor);
    expect(rest).toMatchObject({ nodes: [{}], pageInfo: { hasNextPage: false } });
    expect(new Set([...first.nodes, ...rest.nodes].map(({ item: { code } }) => code))).toEqual(new Set(['T1', 'T2', 'T3']));
    expect((await drafts({ agency: '140100015' }, theirs)).totalCount).toBe(3);
    const plain = 'query { guideDrafts(regionCode: "140100", first: 100) { nodes { id state guide { steps { office { name } } } obstacle { code } } } }';
    expect(await center.statements(() => center.query(plain, {}, service))).toHaveLength(1);
  });
  it.each([{}, { region: '140100', first: 0 }, { region: '140100', after: 'forged' }, { region: '140100', after: Buffer.from('k:2014-99-01T00:00:00.000Z x').toString('base64url') }])('rejects %j', async (variables) => {
    expect(await drafts(variables, service)).toEqual({ error: 'BAD_USER_INPUT' });
  });
});
