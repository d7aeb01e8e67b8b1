import { request } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { createHubFace } from '../../gateway/hub-face';
import { localSubgraph } from '../../gateway/local-subgraph';
import { createLog } from '../../gateway/log';
import { serve } from '../../gateway/serve';
import { type SampleHub, sampleHub, serveFace, type ServedHub, hubConfig } from '../support/sample-hub';
import { textOf } from '../gateway/pages/markup';

const WATER_LICENCE = '/guides/14010001301000100.html';
const TAIYUAN = '/lists/140100/1.html';
const KARAMAY = '/lists/650200/1.html';

let hub: SampleHub;
beforeAll(async () => {
  hub = await sampleHub({ cacheBytes: 64 * 1024 * 1024 });
});
afterAll(() => hub.stop());

async function get(path: string, { origin = hub.origin, headers = {} }: { origin?: string; headers?: Record<string, string> } = {}) {
  const response = await fetch(`${origin}${path}`, { headers });
  const markup = await response.text();
  return { status: response.status, headers: response.headers, markup, text: textOf(markup) };
}

describe('the start page', () => {
  it('leads to every published list and to the query page', async () => {
    const { status, markup, text } = await get('/');
    expect(status).toBe(200);
    expect(text).toContain('太原市权力清单 示例数据 最近公布： 第 1 版 ，2014年9月10日，121 项');
    expect(text).toContain('克拉玛依市权力清单 示例数据 最近公布： 第 1 版 ，2025年1月1日，2,248 项');
    for (const href of ['/lists/140100/today.html', TAIYUAN, '/lists/650200/today.html', KARAMAY, '/graphiql']) {
      expect(markup).toContain(`href="${href}"`);
      expect((await get(href)).status).toBe(200);
    }
  });
});

describe('the printed list', () => {
  it('has every item of the edition, by the edition’s own counts', async () => {
    const { markup, text } = await get(KARAMAY);
    const { data } = await hub.ask('{ edition(id: "650200-1") { total counts { category count } } }');
    expect(data.edition.total).toBe(2248);
    expect(markup.match(/href="\/guides\/[^"]+"/g)!.length).toBeGreaterThanOrEqual(data.edition.total);
    expect(markup.match(/<span class="code">/g)).toHaveLength(data.edition.total);
    expect(text).toContain('克拉玛依市权力清单 第 1 版 2025年1月1日公布 共 13 个部门 2,248 项');
    const [, totals = ''] = / 合计 ((?:[\d,]+ )+)/.exec(text.slice(text.indexOf('目录及数量')).replace('合计 一', '')) ?? [];
    const numbers = totals.trim().split(' ').map((number) => Number(number.replace(',', '')));
    expect(numbers.slice(0, -1).toSorted((a, b) => a - b)).toEqual(data.edition.counts.map(({ count }: { count: number }) => count).toSorted((a: number, b: number) => a - b));
    expect(numbers.at(-1)).toBe(data.edition.total);
  });

  it('as of today says the day, and holds what is on the list then', async () => {
    const { status, text } = await get('/lists/140100/today.html');
    const { data } = await hub.ask('{ listSummary(regionCode: "140100", groupBy: []) { total } }');
    expect([status, text.includes(`现行清单 截至2026年1月15日 共 `), text.includes(` 个部门 ${data.listSummary.total} 项`)]).toEqual([200, true, true]);
  });

  it('shows levels, bodies, offices, and what leads to a counter', async () => {
    const { text } = await get(TAIYUAN);
    expect(text).toContain('《取水许可和水资源费征收管理条例》（国务院令第460号）第十四条 太原市水务局 市级 县级 行政审批科 水资源科 查看指南');
    expect(text).toContain('待更正');
    expect(text).toContain('尚未公布');
  });
});

describe('the guide page', () => {
  it('has the guide and its flowchart', async () => {
    const { status, markup, text } = await get(WATER_LICENCE);
    expect(status).toBe(200);
    expect(text).toContain('取水许可 太原市水务局 行政许可 事项编码 14010001301000100');
    expect(text).toContain('监督电话 0351-0013900');
    expect(text).toContain('取水口现场查勘');
    expect(markup).toMatch(/<figure><svg [^>]*role="img"[^>]*>\s*<title>取水许可 办理流程图<\/title>\s*<desc>/);
    expect(markup).toContain('href="/lists/140100/today.html"');
  });

  it.each([
    ['14010001601000200', '以下要素尚未公布：监督电话'],
    ['14010002401000100', '办事指南有误'],
    ['650200207CF51300', '本事项尚未公布办事指南'],
    ['14010002910000100', '清单未列明依据'],
  ])('of %s says: %s', async (code, words) => expect((await get(`/guides/${code}.html`)).text).toContain(words));
});

describe('addresses that lead nowhere', () => {
  it.each(['/lists/999999/1.html', '/lists/140100/7.html', '/lists/140100/0.html', '/lists/140100/1e1.html', '/lists/140100/tomorrow.html', '/lists/a%2Fb/1.html', '/guides/1.html', `/guides/${'9'.repeat(500)}.html`, '/guides/%3Cscript%3E.html', '/lists/140101/today.html'])('%s is a page that says so', async (path) => {
    const { status, headers, markup, text } = await get(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([404, 'text/html; charset=utf-8', 'no-store']);
    expect(text).toContain('没有找到');
    expect(markup).not.toContain('<script');
  });
});

describe('what a page comes with', () => {
  it.each(['/', TAIYUAN, WATER_LICENCE, '/guides/1.html'])('%s may load, run and send nothing', async (path) => {
    const { headers, markup } = await get(path);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'same-origin']);
    expect(markup).not.toMatch(/<script|<link|<img|<form|<iframe| style="| on\w+="| src="|@import|url\(/);
  });

  it('is kept, has a validator, and is not sent again to who has it', async () => {
    const first = await get(TAIYUAN);
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect((await get(TAIYUAN)).headers.get('etag')).toBe(etag);
    expect((await get(`${TAIYUAN}?x=1`)).headers.get('etag')).toBe(etag); // no other page
    const again = await get(TAIYUAN, { headers: { 'if-none-match': etag } });
    expect([again.status, again.markup]).toEqual([304, '']);
  });

  it('comes unpacked to who cannot unpack, under another validator', async () => {
    const plain = await new Promise<{ encoding: string | undefined; etag: string | undefined; vary: string | undefined; text: string }>((resolve, reject) => {
      request(`${hub.origin}${TAIYUAN}`, { headers: { 'accept-encoding': 'br, gzip;q=0' } }, (response) => {
        const { 'content-encoding': encoding, etag, vary } = response.headers;
        readText(response).then((text) => resolve({ encoding, etag, vary, text }), reject);
      })
        .on('error', reject)
        .end();
    });
    const packed = await get(TAIYUAN);
    expect(plain).toMatchObject({ encoding: undefined, text: packed.markup, vary: expect.stringContaining('accept-encoding') });
    expect(plain.etag).not.toBe(packed.headers.get('etag'));
  });

  it('is the public one for officials too: nothing on it hangs on who asks', async () => {
    const headers = await hub.as('AGENCY_HEAD', '140100', '140100013');
    expect((await get(WATER_LICENCE, { headers })).markup).toBe((await get(WATER_LICENCE)).markup);
    expect((await get('/', { headers: { authorization: 'Bearer forged' } })).status).toBe(401);
  });
});

describe('while a service does not answer', () => {
  const faces: ServedHub[] = [];
  afterAll(() => Promise.all(faces.map((face) => face.stop())));
  const without = async (name: string): Promise<string> => {
    const callers = Object.values(hub.hub.subgraphs)
      .map(localSubgraph)
      .map((caller) => (caller.name === name ? { ...caller, call: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4003')) } : caller));
    const face = await serveFace({ ...hubConfig(), cacheBytes: 64 * 1024 * 1024 }, callers, hub.hub.identity.development!);
    faces.push(face);
    return face.origin;
  };
  const expectPartial = ({ status, headers, markup }: Awaited<ReturnType<typeof get>>): void => {
    expect([status, headers.get('retry-after'), headers.get('cache-control'), headers.get('etag')]).toEqual([503, '5', 'no-store', null]);
    expect(markup).not.toMatch(/ECONN|10\.0\.0\.7/);
  };

  it('without the service center: the whole list, and items without their guides', async () => {
    const origin = await without('service-center');
    const list = await get(KARAMAY, { origin });
    expectPartial(list);
    expect(list.markup.match(/<span class="code">/g)).toHaveLength(2248);
    expect(list.text).toContain('以下内容暂时无法读取，请稍后刷新：办事指南及其状态。');
    const item = await get(WATER_LICENCE, { origin });
    expectPartial(item);
    expect(item.text).toContain('《中华人民共和国水法》（主席令第74号）第七条');
    expect(item.text).toContain('办事指南及其状态');
    expect((await get('/', { origin })).status).toBe(200);
    expect((await get('/guides/1.html', { origin })).status).toBe(404);
  });

  it('without the organisation service: bodies by the names the list prints', async () => {
    const origin = await without('organisation');
    const list = await get(TAIYUAN, { origin });
    expectPartial(list);
    expect(list.text).toContain('太原市水务局');
    expect(list.text).toContain('部门、机构和区划名称');
    const start = await get('/', { origin });
    expectPartial(start);
    expect(start.markup).toContain('<a href="/lists/140100/today.html">140100权力清单</a>');
    expectPartial(await get(WATER_LICENCE, { origin }));
  });

  it('without the catalog in the midst of a list: what was read of it, and that this is not all', async () => {
    const callers = Object.values(hub.hub.subgraphs).map(localSubgraph);
    let asked = 0;
    const failing = callers.map((caller) => (caller.name === 'catalog' ? { ...caller, call: (...call: Parameters<typeof caller.call>) => ((asked += 1) > 3 ? Promise.reject(new Error('gone')) : caller.call(...call)) } : caller));
    const face = await serveFace(hubConfig(), failing, hub.hub.identity.development!);
    faces.push(face);
    const list = await get(KARAMAY, { origin: face.origin });
    expectPartial(list);
    expect(list.markup.match(/<span class="code">/g)).toHaveLength(300);
    expect(list.text).toContain('已读取 1 个部门 300 项');
  });

  it('without the catalog: a page that says so', async () => {
    const origin = await without('catalog');
    for (const path of ['/', TAIYUAN, '/lists/140100/today.html', WATER_LICENCE]) {
      const page = await get(path, { origin });
      expectPartial(page);
      expect(page.text).toContain('清单内容（事项、依据、公布版本）');
    }
  });
});

it('is shown where only registered operations run', async () => {
  const config = hubConfig();
  const face = await serveFace({ ...config, operations: { ...config.operations, trustedOnly: true } }, Object.values(hub.hub.subgraphs).map(localSubgraph), hub.hub.identity.development!);
  expect((await face.ask('{ latestEditions { nodes { id } } }')).status).toBe(400);
  for (const path of ['/', TAIYUAN, '/lists/140100/today.html', WATER_LICENCE]) expect((await get(path, { origin: face.origin })).status).toBe(200);
  await face.stop();
});

it('is called by its pattern in log and metrics, never by what stands in the address', async () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const face = await createHubFace({ config: hubConfig(), callers: Object.values(hub.hub.subgraphs).map(localSubgraph), identity: hub.hub.identity.identity, log });
  const { origin, stop } = await serve(face.handler, { port: 0, host: '127.0.0.1' });
  const secret = '13900001234';
  await get(`/guides/${secret}.html`, { origin });
  await get(`/lists/${secret}/1.html`, { origin });
  await get('/', { origin });
  const metrics = (await get('/metrics', { origin })).markup;
  await stop();
  await face.stop();
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');
  expect(told.map(({ route, status }) => [route, status])).toEqual([
    ['GET /guides/:code.html', 404],
    ['GET /lists/:region/:edition.html', 404],
    ['GET /', 200],
  ]);
  expect(metrics).toContain('operation="GET /guides/:code.html",status="404"');
  expect(lines.join('') + metrics).not.toContain(secret);
});
