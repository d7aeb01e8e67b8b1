import { csvText } from '../support/spreadsheets';
import { type SampleHub, sampleHub } from '../support/sample-hub';

let hub: SampleHub;
beforeAll(async () => {
  hub = await sampleHub();
});
afterAll(() => hub.stop());

async function send(kind: string, query: Record<string, string>, body: string | Buffer, headers: Record<string, string> = {}) {
  const response = await fetch(`${hub.origin}/imports/${kind}?${new URLSearchParams(query)}`, { method: 'POST', headers, body: body as never });
  return { status: response.status, body: (await response.json()) as never as { lines: string[]; remarks: { row: number; reason: string }[]; refusedCount: number; errors: { message: string }[]; refusal: { code: string } } };
}

const MANDATE = csvText([
  ['机构', '类别', '序号', '内容', '事项编码', '核定数'],
  ['太原市物价局', '职责', '（一）', '管理政府定价的商品和服务价格', '14010000911000100', ''],
  ['', '职责', '（二）', '监督检查价格，处罚违反明码标价规定的行为', '14010000902000100', ''],
  ['', '编制', '', '行政编制', '', '20'],
]);

describe('a file of mandates', () => {
  it('becomes proposals, every row accounted for, and nothing new when it comes again', async () => {
    const staffing = await hub.as('STAFFING_OFFICE', '140100');
    const query = { region: '140100', file: '物价局三定.csv', effectiveOn: '2026-05-01' };
    const first = await send('mandates', query, MANDATE, staffing);
    expect(first).toMatchObject({ status: 200, body: { refusedCount: 0, remarks: [] } });
    expect(first.body.lines).toEqual([expect.stringMatching(/^✓ 太原市物价局：提出草案 140100009-M2，职责 2 项/)]);
    const again = await send('mandates', query, MANDATE, staffing);
    expect(again.body.lines).toEqual([expect.stringMatching(/^＝ 太原市物价局：与已有三定相同 140100009-M2/)]);
    const { data } = await hub.ask('ApproveMandate', { input: { mandateId: '140100009-M2' } }, staffing);
    expect(data.approveMandate).toMatchObject({ __typename: 'Mandate', version: 2, effectiveOn: '2026-05-01' });
  });

  it('is the staffing office’s: others are turned away before it is read', async () => {
    const query = { region: '140100', file: 'x.csv' };
    expect((await send('mandates', query, MANDATE)).status).toBe(401);
    expect((await send('mandates', query, MANDATE, await hub.as('STAFFING_OFFICE', '650200'))).status).toBe(403);
  });

  it.each([
    ['no region', { file: 'x.csv' }, MANDATE, 400, /region/],
    ['a day that does not exist', { region: '140100', file: 'x.csv', effectiveOn: '2026-02-30' }, MANDATE, 400, /effectiveOn/],
  ])('is refused for %s', async (_what, query, body, status, message) => {
    const answer = await send('mandates', query, body, await hub.as('STAFFING_OFFICE', '140100'));
    expect({ status: answer.status, message: answer.body.errors[0]?.message }).toEqual({ status, message: expect.stringMatching(message) });
  });

  it('is refused whole when it is no such file', async () => {
    const answer = await send('mandates', { region: '140100', file: 'x.xlsx' }, Buffer.from('PK\u0003\u0004 cut off'), await hub.as('STAFFING_OFFICE', '140100'));
    expect(answer).toMatchObject({ status: 422, body: { refusal: { code: 'DAMAGED' } } });
  });
});

describe('a file of guides', () => {
  const GUIDES = JSON.stringify([
    { item_name: '对抗旱工作中有突出贡献的单位和个人的奖励', item_code: '14010001308000100', agency: '太原市水务局', materials: [{ no: 1, name: '推荐表', copies: 1 }], steps: [{ no: 1, name: '受理推荐' }] },
  ]);

  it('becomes drafts of the agency’s items', async () => {
    const editor = await hub.as('SERVICE_CENTER', '140100');
    const answer = await send('guides', { region: '140100', file: 'guides.json', effectiveOn: '2026-03-01' }, GUIDES, editor);
    expect(answer).toMatchObject({ status: 200, body: { refusedCount: 0 } });
    expect(answer.body.lines).toEqual([expect.stringMatching(/导入 \d+/)]);
  });

  it('asks for a login', async () => {
    expect((await send('guides', { region: '140100', file: 'guides.json' }, GUIDES)).status).toBe(401);
  });
});

describe('the day’s run of e-supervision', () => {
  const run = async (headers: Record<string, string>, region = '140100') => {
    const response = await fetch(`${hub.origin}/supervision/runs?region=${region}`, { method: 'POST', headers });
    return { status: response.status, body: await response.json() };
  };
  it('is the supervision bureau’s, and says what it came to', async () => {
    expect(await run(await hub.as('SUPERVISION', '140100'))).toEqual({ status: 200, body: { examined: 1, raised: 2, revoked: 0 } }); // the sample’s one open case, past both limits
    expect((await run({})).status).toBe(401);
    expect((await run(await hub.as('SUPERVISION', '650200'))).status).toBe(403);
    expect((await run(await hub.as('SUPERVISION', '140100'), 'x')).status).toBe(400);
  });
});
