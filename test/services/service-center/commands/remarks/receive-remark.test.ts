import { createHash } from 'node:crypto';
import { receiveRemark, type GivenRemark } from '../../../../../services/service-center/commands/remarks/receive-remark';
import { readJournal } from '../../../../../services/shared/journal';
import { verifyJournal } from '../../../../../services/shared/verify-journal';
import { aCounter, accepted, AGENCY, type ACounter } from '../../a-counter';
import { item } from '../../a-service-center';

let counter: ACounter;
beforeAll(async () => {
  counter = await aCounter();
  await counter.catalogSays(item('GONE', { validFrom: '2014-09-01', status: 'CANCELLED' }), item('LATER', { validFrom: '2014-12-01' }));
  await counter.subgraph.catchUp();
});
afterAll(() => counter.drop());

const ZHANG = { name: '张三', phone: '13800138000' };
const remark = (text: string, change: Partial<GivenRemark> = {}): GivenRemark => ({ subject: { itemCode: 'W1' }, kind: 'REMARK', text, contact: null, ...change });
const submit = (text: string, change: Partial<GivenRemark> = {}) => receiveRemark(counter.store, remark(text, change));
const code = async (outcome: ReturnType<typeof submit>) => {
  const settled = await outcome;
  return settled.ok ? 'ok' : settled.refusal.code;
};
const rows = async (id: string) => (await counter.database.pool.query('SELECT r.*, c.name, c.contact, c.salt FROM service_center.remark r LEFT JOIN service_center.remark_contact c ON c.remark_id = r.id WHERE r.id = $1', [id])).rows[0];
const journal = async () => (await readJournal(counter.database, 'service_center', 0, 1000)).entries;

describe('a remark handed in by anyone (P18)', () => {
  it('is numbered, routed to the implementing body, due by the working calendar, its text masked', async () => {
    counter.goTo('09-22');
    const receipt = await accepted(submit('窗口没人，请回电13800138000', { contact: ZHANG }));
    expect(receipt).toEqual({ remarkId: expect.stringMatching(/^1401002014092200001[0-9A-Z]$/), queryCode: expect.stringMatching(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/), dueOn: '2014-09-30' });
    expect(await rows(receipt.remarkId)).toMatchObject({
      item_code: 'W1', case_number: null, agency_code: AGENCY, region_code: '140100', state: 'OPEN', text: '窗口没人，请回电******', name: '张三', contact: '13800138000',
      query_code_hash: createHash('sha256').update(`${receipt.remarkId}\n${receipt.queryCode.replaceAll('-', '')}`).digest('hex'),
    });
    expect(await accepted(submit('材料要求反复变化', { kind: 'COMPLAINT' }))).toMatchObject({ remarkId: expect.stringMatching(/00002.$/), dueOn: '2014-10-16' });
  });

  it('may be of an item off the list (P5), not of one that the list never had or does not have yet', async () => {
    counter.goTo('09-22');
    expect(await code(submit('已取消的事项仍在收件', { subject: { itemCode: 'GONE' } }))).toBe('ok');
    for (const itemCode of ['NONE', 'LATER', '']) expect(await code(submit('没有的事项的意见', { subject: { itemCode } }))).toBe('ITEM_UNKNOWN');
  });

  it('is of a case for who has its receipt, and withheld from the beginning', async () => {
    counter.goTo('09-22');
    const { number, queryCode } = await accepted(counter.open());
    const { remarkId } = await accepted(submit('我的办件迟迟没有受理', { subject: { caseNumber: number, queryCode: queryCode.toLowerCase() } }));
    expect(await rows(remarkId)).toMatchObject({ item_code: 'W1', case_number: number, agency_code: AGENCY, state: 'OPEN_WITHHELD' });
    for (const subject of [{ caseNumber: number, queryCode: 'AAAA-AAAA-AAAA' }, { caseNumber: `${number}9`, queryCode }])
      expect(await submit('别人的办件也要说', { subject })).toMatchObject({ refusal: { code: 'CASE_UNKNOWN', message: '办件编号或查询码不正确' } });
  });

  it('is refused as a whole before anything is touched when text or contact are malformed', async () => {
    const before = (await journal()).length;
    const statements = await counter.statements(async () => {
      expect(await code(submit('短'))).toBe('TEXT_LENGTH');
      expect(await code(submit('看看这里https://example.com', {}))).toBe('ONLY_LINKS');
      expect(await code(submit('这是一条正常的意见', { contact: { name: '只有姓名' } }))).toBe('CONTACT_MALFORMED');
    });
    expect(statements).toEqual([]);
    expect((await journal()).length).toBe(before);
  });

  it('sent twice that day is one remark with one receipt; by another caller or on another day it is another', async () => {
    counter.goTo('09-23');
    const first = await accepted(submit('网上申报系统打不开', { contact: ZHANG }));
    const before = (await journal()).length;
    counter.goTo('09-23 16:00');
    expect(await accepted(submit(' 网上申报系统打不开\r\n', { contact: { phone: '138-0013-8000' } }))).toEqual(first);
    expect((await journal()).length).toBe(before);
    const another = await accepted(submit('网上申报系统打不开', { contact: { phone: '13900139000' } }));
    counter.goTo('09-24');
    const tomorrow = await accepted(submit('网上申报系统打不开', { contact: ZHANG }));
    expect(new Set([first, another, tomorrow].map(({ remarkId }) => remarkId)).size).toBe(3);
  });

  it('is one of five a contact and day, and of twenty without a contact on one subject', async () => {
    counter.goTo('09-25');
    const contact = { email: 'Li.Si@example.com' };
    for (let i = 0; i < 5; i += 1) expect(await code(submit(`第${i}条意见请答复`, { contact }))).toBe('ok');
    expect(await code(submit('第六条意见请答复', { contact: { email: 'li.si@example.com' } }))).toBe('TOO_MANY_REMARKS');
    expect(await code(submit('第0条意见请答复', { contact }))).toBe('ok'); // the first again
    for (let i = 0; i < 20; i += 1) expect(await code(submit(`匿名意见第${i}条请答复`))).toBe('ok');
    expect(await code(submit('再来一条匿名意见'))).toBe('TOO_MANY_REMARKS');
    expect(await code(submit('再来一条匿名意见', { subject: { itemCode: 'X1' } }))).toBe('ok');
    expect(await code(submit('再来一条匿名意见', { contact: ZHANG }))).toBe('ok');
    counter.goTo('09-26');
    expect(await code(submit('第六条意见请答复', { contact }))).toBe('ok');
  });

  it('leaves a commitment in the journal, no name, no contact, no words; the hub acts, not the caller', async () => {
    const entries = (await journal()).filter(({ action }) => action === 'RemarkSubmitted');
    expect(entries.length).toBeGreaterThan(30);
    expect(entries.every(({ actor, subject, summary }) => actor.id === 'system:public-remark' && subject.kind === 'Remark' && summary === '收到一条公众意见')).toBe(true);
    const text = JSON.stringify(entries);
    for (const word of ['张三', '13800138000', 'example.com', '意见请答复', '窗口']) expect(text).not.toContain(word);
    const { after } = entries[0]! as unknown as { after: { id: string; contactCommitment: string } };
    const { name, contact, salt } = await rows(after.id);
    expect(after.contactCommitment).toBe(createHash('sha256').update(`${salt}${JSON.stringify({ contact, idNumber: null, name })}`).digest('hex'));
    expect(await verifyJournal(counter.database, 'service_center')).toMatchObject({ ok: true });
  });

  it('keeps the secret of one day alone, so that what a caller is counted by soon tells nothing', async () => {
    const { rows: days } = await counter.database.pool.query('SELECT day::text FROM service_center.remark_day');
    expect(days).toEqual([{ day: '2014-09-26' }]);
  });

  it('costs the same number of statements, however many there are', async () => {
    counter.goTo('09-26');
    const statements = await counter.statements(() => submit('这一条用来数语句', { contact: { phone: '13700137000' } }));
    expect(statements.filter((text) => !/^(BEGIN|COMMIT|SET)/i.test(text)).length).toBeLessThanOrEqual(11);
  });
});
