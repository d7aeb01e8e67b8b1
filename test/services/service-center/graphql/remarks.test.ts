import { ANONYMOUS, type Actor } from '../../../../services/shared/actor';
import { readJournal } from '../../../../services/shared/journal';
import { aCounter, accepted, AGENCY, BUREAU, CLERK, HALL, someone, type ACounter } from '../a-counter';
import { item } from '../a-service-center';

const FIELDS = `id kind state text answer submittedOn dueOn answeredOn overdue caseNumber withheldReason item { code } agency { code name } contact { name contact }`;
const REFUSAL = '... on Refusal { code rule message details { path value } }';
const SUBMIT = `mutation ($input: SubmitRemarkInput!) { submitRemark(input: $input) { ... on RemarkReceipt { remarkId queryCode dueOn } ${REFUSAL} } }`;
const ANSWER = `mutation ($input: AnswerRemarkInput!) { answerRemark(input: $input) { ... on Remark { ${FIELDS} } ${REFUSAL} } }`;
const WITHHOLD = `mutation ($input: WithholdRemarkInput!) { withholdRemark(input: $input) { ... on Remark { ${FIELDS} } ${REFUSAL} } }`;
const PUBLISH = `mutation ($input: PublishRemarkInput!) { publishRemark(input: $input) { ... on Remark { ${FIELDS} } ${REFUSAL} } }`;
const ERASE = `mutation ($agencyCode: ID!, $remarkId: ID!) { eraseRemarkContact(agencyCode: $agencyCode, remarkId: $remarkId) { ... on Remark { ${FIELDS} } ${REFUSAL} } }`;
const PAGE = `nodes { ${FIELDS} } totalCount pageInfo { hasNextPage endCursor }`;
const REMARKS = `query ($itemCode: ID, $agencyCode: ID, $first: Int, $after: String) { remarks(itemCode: $itemCode, agencyCode: $agencyCode, first: $first, after: $after) { ${PAGE} } }`;
const WAITING = `query ($agencyCode: ID!, $first: Int, $after: String) { remarksToAnswer(agencyCode: $agencyCode, first: $first, after: $after) { ${PAGE} } }`;
const OVERDUE = `query ($regionCode: ID!) { overdueRemarks(regionCode: $regionCode) { ${PAGE} } }`;
const TRACK = `query ($id: ID!, $queryCode: String!) { trackRemark(id: $id, queryCode: $queryCode) { ${FIELDS} } }`;
const COUNTS = `query ($regionCode: ID!, $groupBy: [RemarkDimension!]!) { remarkCounts(regionCode: $regionCode, groupBy: $groupBy) {
  agency { code name } item { code } received remarks complaints praise answered onTime overdue published } }`;
const ITEMS = `query ($of: [_Any!]!, $first: Int, $after: String) { _entities(representations: $of) { ... on PowerItem {
  code remarkCount remarks(first: $first, after: $after) { nodes { text answer } totalCount pageInfo { hasNextPage endCursor } } } } }`;

const OTHERS = someone('AGENCY_EDITOR', '140100014');
const HEAD = someone('AGENCY_HEAD', AGENCY);
const ZHANG = { name: '张三', phone: '13800138000' };

let counter: ACounter;
beforeAll(async () => {
  counter = await aCounter();
  await counter.catalogSays(...['W2', 'W3', 'W4', 'W5'].map((code) => item(code, { validFrom: '2014-09-01' })));
  await counter.subgraph.catchUp();
});
afterAll(() => counter.drop());

const ask = async (source: string, variables: object, actor: Actor = ANONYMOUS): Promise<any> => {
  const { data, errors } = await counter.query(source, variables as Record<string, unknown>, actor);
  return errors ? { error: errors[0]!.extensions.code } : Object.values(data)[0];
};
const submit = async (itemCode: string, text: string, change: object = {}) => ask(SUBMIT, { input: { itemCode, kind: 'REMARK', text, ...change } });
const answer = (remarkId: string, text = '已核实，窗口已增加人手', actor: Actor = CLERK, agencyCode = AGENCY) => ask(ANSWER, { input: { agencyCode, remarkId, answer: text } }, actor);
const show = (mutation: string, remarkId: string, actor: Actor = HALL, reason = '内容涉及他人隐私') => ask(mutation, { input: { agencyCode: AGENCY, remarkId, reason } }, actor);
const journal = async () => (await readJournal(counter.database, 'service_center', 0, 1000)).entries;

describe('a remark of the public', () => {
  it('is submitted, routed, answered and published, and followed by its code', async () => {
    counter.goTo('09-22');
    const { remarkId, queryCode, dueOn } = await submit('W1', '窗口排队时间太长，请改进', { contact: ZHANG });
    expect(dueOn).toBe('2014-09-30');
    const tracked = () => ask(TRACK, { id: remarkId, queryCode: queryCode.replaceAll('-', '').toLowerCase() });
    expect(await tracked()).toMatchObject({ id: remarkId, state: 'OPEN', answer: null, contact: null, agency: { code: AGENCY, name: '太原市水务局' } });
    expect(await ask(REMARKS, { itemCode: 'W1' })).toMatchObject({ nodes: [], totalCount: 0 });
    expect(await ask(WAITING, { agencyCode: AGENCY }, CLERK)).toMatchObject({ totalCount: 1, nodes: [{ id: remarkId, contact: { name: '张三', contact: '13800138000' } }] });
    counter.goTo('09-24');
    expect(await answer(remarkId)).toMatchObject({ state: 'PUBLISHED', answeredOn: '2014-09-24', overdue: false, contact: { name: '张三' } });
    for (const whose of [{ itemCode: 'W1' }, { agencyCode: AGENCY }])
      expect(await ask(REMARKS, whose)).toMatchObject({
        totalCount: 1,
        nodes: [{ text: '窗口排队时间太长，请改进', answer: '已核实，窗口已增加人手', submittedOn: '2014-09-22', dueOn: '2014-09-30', answeredOn: '2014-09-24', contact: null, item: { code: 'W1' } }],
      });
    expect(await tracked()).toMatchObject({ state: 'PUBLISHED', answer: '已核实，窗口已增加人手', contact: null });
    expect(await ask(WAITING, { agencyCode: AGENCY }, CLERK)).toMatchObject({ totalCount: 0 });
    expect(await answer(remarkId)).toMatchObject({ code: 'REMARK_STATE', rule: 'P18' });
    const ours = (await journal()).filter(({ subject }) => subject.id === remarkId);
    expect(ours.map(({ action }) => action)).toEqual(['RemarkSubmitted', 'RemarkAnswered']);
    expect(JSON.stringify(ours)).not.toMatch(/张三|13800138000|排队|人手/);
  });

  it('is followed with number and code alone, each slip looking alike', async () => {
    counter.goTo('09-22');
    const { remarkId, queryCode } = await submit('W1', '请公布收费的依据');
    const wrong = remarkId.slice(0, -1) + (remarkId.endsWith('0') ? '1' : '0');
    for (const asked of [{ id: remarkId, queryCode: 'AAAA-AAAA-AAAA' }, { id: wrong, queryCode }, { id: 'x', queryCode }]) expect(await ask(TRACK, asked)).toBeNull();
  });

  it('is withheld and shown by the service center, with a reason that only the remarker and the office read', async () => {
    counter.goTo('09-22');
    const { remarkId, queryCode } = await submit('W2', '工作人员李某态度恶劣');
    expect(await show(WITHHOLD, remarkId)).toMatchObject({ state: 'OPEN_WITHHELD', withheldReason: '内容涉及他人隐私', contact: null });
    expect(await answer(remarkId)).toMatchObject({ state: 'WITHHELD' });
    expect(await ask(REMARKS, { itemCode: 'W2' })).toMatchObject({ totalCount: 0 });
    expect(await ask(TRACK, { id: remarkId, queryCode })).toMatchObject({ state: 'WITHHELD', withheldReason: '内容涉及他人隐私' });
    expect(await show(PUBLISH, remarkId, HALL, '经核对可以公开')).toMatchObject({ state: 'PUBLISHED', withheldReason: null });
    expect(await ask(REMARKS, { itemCode: 'W2' })).toMatchObject({ totalCount: 1 });
    expect(await show(WITHHOLD, remarkId)).toMatchObject({ state: 'WITHHELD' });
    expect(await ask(REMARKS, { itemCode: 'W2' })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await show(WITHHOLD, remarkId)).toMatchObject({ code: 'REMARK_STATE' });
    expect(await show(PUBLISH, remarkId, HALL, ' ')).toMatchObject({ code: 'TEXT_LENGTH', details: [{ path: 'reason' }] });
  });

  it('of a case is told with its number to the agency and the remarker, and never in public', async () => {
    counter.goTo('09-22');
    const opened = await accepted(counter.open());
    const { remarkId, queryCode } = await ask(SUBMIT, { input: { caseNumber: opened.number, queryCode: opened.queryCode, kind: 'COMPLAINT', text: '受理后一直没有消息' } });
    expect(await ask(TRACK, { id: remarkId, queryCode })).toMatchObject({ caseNumber: opened.number, dueOn: '2014-10-16' });
    expect(await answer(remarkId)).toMatchObject({ state: 'WITHHELD', caseNumber: opened.number });
    await show(PUBLISH, remarkId, HALL, '经核对可以公开');
    const { nodes } = await ask(REMARKS, { itemCode: 'W1' });
    expect(nodes.find(({ id }: { id: string }) => id === remarkId)).toMatchObject({ caseNumber: null, text: '受理后一直没有消息' });
  });

  it('keeps who made it until it is answered, and forgets when asked', async () => {
    counter.goTo('09-22');
    const { remarkId } = await submit('W2', '办事大厅找不到引导', { contact: { email: 'wang@example.com' } });
    const erase = (actor: Actor) => ask(ERASE, { agencyCode: AGENCY, remarkId }, actor);
    expect(await erase(HEAD)).toMatchObject({ code: 'REMARK_OPEN' });
    await answer(remarkId);
    expect(await erase(CLERK)).toEqual({ error: 'FORBIDDEN' });
    expect(await erase(BUREAU)).toMatchObject({ id: remarkId, contact: null });
    const before = (await journal()).length;
    expect(await erase(HEAD)).toMatchObject({ contact: null });
    expect((await journal()).length).toBe(before);
    const { rows } = await counter.database.pool.query('SELECT name, contact, salt, erased_at FROM service_center.remark_contact WHERE remark_id = $1', [remarkId]);
    expect(rows).toEqual([{ name: null, contact: null, salt: null, erased_at: expect.any(Date) }]);
  });

  it.each([{}, { itemCode: 'W1', caseNumber: 'x' }, { caseNumber: 'x' }, { itemCode: 'W1', queryCode: 'x' }])('names one subject, not %j', async (subject) => {
    expect(await ask(SUBMIT, { input: { kind: 'REMARK', text: '这条意见没有对象', ...subject } })).toEqual({ error: 'BAD_USER_INPUT' });
  });
});

describe('who may do what with a remark', () => {
  let remarkId: string;
  beforeAll(async () => {
    counter.goTo('09-22');
    ({ remarkId } = await submit('W2', '这条意见用来试权限', { contact: ZHANG }));
  });

  it.each<[string, Actor, string]>([
    ['another agency', OTHERS, 'FORBIDDEN'],
    ['another city’s service center', someone('SERVICE_CENTER', null, '140200'), 'FORBIDDEN'],
    ['an administrator', { id: 'a', role: 'ADMIN', regionCode: null, agencyCode: null }, 'FORBIDDEN'],
    ['reporting', someone('REPORTING'), 'FORBIDDEN'],
    ['the public', ANONYMOUS, 'UNAUTHENTICATED'],
  ])('%s gets nothing, whether there is one or not', async (_who, actor, error) => {
    for (const id of [remarkId, 'NONE']) {
      expect(await answer(id, '代为答复这条意见', actor)).toEqual({ error });
      expect(await show(WITHHOLD, id, actor)).toEqual({ error });
      expect(await ask(ERASE, { agencyCode: AGENCY, remarkId: id }, actor)).toEqual({ error });
    }
    expect(await ask(WAITING, { agencyCode: AGENCY }, actor)).toEqual({ error });
    expect(await ask(OVERDUE, { regionCode: '140100' }, actor)).toEqual({ error });
  });
  it('asked for as one’s own, another’s remark is unknown', async () => {
    for (const id of [remarkId, 'NONE']) expect(await answer(id, '代为答复这条意见', OTHERS, '140100014')).toMatchObject({ code: 'REMARK_UNKNOWN', details: [{ value: id }] });
  });
  it('the agency does not withhold what is said of it; supervision reads and does not answer', async () => {
    expect(await show(WITHHOLD, remarkId, HEAD)).toEqual({ error: 'FORBIDDEN' });
    expect(await answer(remarkId, '由监察机构代答', BUREAU)).toEqual({ error: 'FORBIDDEN' });
  });
  it('the contact is the agency’s and supervision’s; the service center answers without it', async () => {
    const contactFor = async (actor: Actor) => (await ask(WAITING, { agencyCode: AGENCY, first: 100 }, actor)).nodes.find(({ id }: { id: string }) => id === remarkId).contact;
    expect(await contactFor(BUREAU)).toEqual({ name: '张三', contact: '13800138000' });
    expect(await contactFor(HALL)).toBeNull();
    expect(await answer(remarkId, '已由大厅转办并改进', HALL)).toMatchObject({ state: 'PUBLISHED', contact: null });
  });
});

describe('remarks that fall due', () => {
  it('are listed for the day, the first due first, until they are answered', async () => {
    counter.goTo('10-20');
    const late = await submit('W3', '第一条等待答复的意见');
    counter.goTo('10-21');
    const later = await submit('W3', '第二条等待答复的意见', { kind: 'PRAISE' });
    const listed = async () => (await ask(OVERDUE, { regionCode: '140100' }, BUREAU)).nodes.map(({ id }: { id: string }) => id).filter((id: string) => [late.remarkId, later.remarkId].includes(id));
    counter.goTo(late.dueOn.slice(5));
    expect(await listed()).toEqual([]);
    counter.goTo('10-30');
    expect(await listed()).toEqual([late.remarkId]);
    counter.goTo('11-05');
    expect(await listed()).toEqual([late.remarkId, later.remarkId]);
    expect(await answer(late.remarkId)).toMatchObject({ overdue: true });
    expect(await listed()).toEqual([later.remarkId]);
    expect(await ask(REMARKS, { itemCode: 'W3' })).toMatchObject({ nodes: [{ overdue: true, answeredOn: '2014-11-05' }] });
  });
});

describe('published remarks of items', () => {
  const references = (...codes: string[]) => codes.map((code) => ({ __typename: 'PowerItem', code }));
  beforeAll(async () => {
    counter.goTo('11-10');
    for (const itemCode of ['W4', 'W5'])
      for (let i = 0; i < 5; i += 1) {
        counter.goTo(`11-10 1${i}:00`);
        const { remarkId } = await submit(itemCode, `关于${itemCode}的第${i}条意见`);
        if (i < 4) await answer(remarkId, `对第${i}条意见的答复`);
      }
  });

  it('come with the item, the last answered first, page by page', async () => {
    const [w4, w5] = await ask(ITEMS, { of: references('W4', 'W5', 'X1'), first: 3 });
    expect(w4).toMatchObject({ remarkCount: 4, remarks: { totalCount: 4, nodes: [{ answer: '对第3条意见的答复' }, { answer: '对第2条意见的答复' }, { answer: '对第1条意见的答复' }], pageInfo: { hasNextPage: true } } });
    expect(w5.remarks.nodes[0].text).toBe('关于W5的第3条意见');
    const [rest] = await ask(ITEMS, { of: references('W4'), first: 3, after: w4.remarks.pageInfo.endCursor });
    expect(rest.remarks).toMatchObject({ nodes: [{ answer: '对第0条意见的答复' }], pageInfo: { hasNextPage: false } });
    expect((await ask(ITEMS, { of: references('X1') }))[0]).toMatchObject({ remarkCount: 0, remarks: { nodes: [], totalCount: 0 } });
  });
  it('cost one statement for the pages and one for the numbers, however many items', async () => {
    const codes = ['W1', 'W2', 'W3', 'W4', 'W5', 'X1'];
    const only = (fields: string) => counter.statements(() => ask(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on PowerItem { ${fields} } } }`, { of: references(...codes) }));
    expect(await only('remarkCount')).toHaveLength(1);
    expect(await only('remarks(first: 2) { nodes { text } }')).toHaveLength(1);
    expect(await only('remarks(first: 2) { nodes { text } totalCount }')).toHaveLength(2);
    expect(await counter.statements(() => ask(REMARKS, { itemCode: 'W4', first: 2 }))).toHaveLength(2);
  });
  it.each([{}, { itemCode: 'W4', agencyCode: AGENCY }, { itemCode: 'W4', first: 0 }, { itemCode: 'W4', after: 'forged' }, { itemCode: 'W4', after: Buffer.from('k:2014-99-01T00:00:00.000Z 14010020140920000071').toString('base64url') }])('rejects %j', async (variables) => {
    expect(await ask(REMARKS, variables)).toEqual({ error: 'BAD_USER_INPUT' });
  });
});

describe('remarkCounts', () => {
  it('counts by item and by agency in one statement', async () => {
    counter.goTo('11-20');
    const byItem = await ask(COUNTS, { regionCode: '140100', groupBy: ['ITEM'] }, someone('REPORTING'));
    const of = (code: string) => byItem.find(({ item: { code: its } }: { item: { code: string } }) => its === code);
    expect(of('W4')).toEqual({ agency: null, item: { code: 'W4' }, received: 5, remarks: 5, complaints: 0, praise: 0, answered: 4, onTime: 4, overdue: 1, published: 4 });
    expect(of('W3')).toMatchObject({ received: 2, remarks: 1, praise: 1, answered: 1, onTime: 0, overdue: 2 });
    const [whole] = await ask(COUNTS, { regionCode: '140100', groupBy: [] }, BUREAU);
    const [water] = await ask(COUNTS, { regionCode: '140000', groupBy: ['AGENCY'] }, someone('GOVERNMENT', null, '140000'));
    expect(water).toEqual({ ...whole, agency: { code: AGENCY, name: '太原市水务局' } });
    expect(whole.received).toBe(byItem.reduce((sum: number, { received }: { received: number }) => sum + received, 0));
    expect(await counter.statements(() => ask(COUNTS, { regionCode: '140100', groupBy: ['ITEM', 'AGENCY'] }, BUREAU))).toHaveLength(1);
  });
  it('shows an agency itself alone, and the public nothing', async () => {
    expect(await ask(COUNTS, { regionCode: '140100', groupBy: ['AGENCY'] }, OTHERS)).toEqual([]);
    expect(await ask(COUNTS, { regionCode: '140100', groupBy: [] }, ANONYMOUS)).toEqual({ error: 'UNAUTHENTICATED' });
    expect(await ask(COUNTS, { regionCode: '650200', groupBy: [] }, BUREAU)).toEqual({ error: 'FORBIDDEN' });
  });
});
