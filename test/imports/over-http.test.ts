import { deflateRawSync } from 'node:zlib';
import { packStored } from '../../services/shared/tabular/zip-archive';
import { LIST_HEADER, listCsv, listRows, manyRows } from '../support/list-file';
import { type SampleHub, sampleHub } from '../support/sample-hub';
import { csvText, workbookBytes } from '../support/spreadsheets';

interface Answer {
  status: number;
  // Tests read answers freely.
  body: any;
}

let hub: SampleHub;
let reformOffice: Record<string, string>;
let admin: Record<string, string>;
beforeAll(async () => {
  hub = await sampleHub();
  reformOffice = await hub.as('REFORM_OFFICE', '140100');
  admin = await hub.as('ADMIN');
});
afterAll(() => hub.stop());

async function importOver(body: Uint8Array | string, query: Record<string, string> = {}, headers: Record<string, string> = reformOffice): Promise<Answer> {
  const search = new URLSearchParams({ region: '140100', scheme: 'TAIYUAN_2014', as: 'published', file: '清单.csv', publishedOn: '2025-06-01', ...query });
  const response = await fetch(`${hub.origin}/imports?${search}`, { method: 'POST', headers, body: body as string | Uint8Array<ArrayBuffer> });
  return { status: response.status, body: await response.json() };
}

/** Where the three journals end. */
const heads = async () =>
  Promise.all(Object.values(hub.hub.subgraphs).map(async ({ feed }) => (await feed.read({ after: 0, limit: 1, waitMs: 0 })).head));

/** Asks for an import that is refused; nothing may come of it. */
async function refusedImport(...args: Parameters<typeof importOver>): Promise<Answer> {
  const before = await heads();
  const answer = await importOver(...args);
  expect(await heads()).toEqual(before);
  return answer;
}

/** A list that names a body nobody knows yet, which a refused import must leave unknown. */
const UNSEEN = listCsv([{ name: '前所未见的事项', body: '市前所未见局', office: '前所未见科' }]);

describe('who may import (P2)', () => {
  it('nobody without a token, 401', async () => {
    expect(await refusedImport(UNSEEN, {}, {})).toEqual({ status: 401, body: { errors: [{ message: '请先登录', extensions: { code: 'UNAUTHENTICATED' } }] } });
    expect(await refusedImport(UNSEEN, {}, { authorization: 'Bearer forged' })).toMatchObject({ status: 401 });
  });

  it('neither another role nor the reform office of another region, 403', async () => {
    const forbidden = { status: 403, body: { errors: [{ message: '当前身份无权执行此操作', extensions: { code: 'FORBIDDEN' } }] } };
    expect(await refusedImport(UNSEEN, {}, await hub.as('AGENCY_EDITOR', '140100'))).toEqual(forbidden);
    expect(await refusedImport(UNSEEN, {}, await hub.as('REFORM_OFFICE', '650200'))).toEqual(forbidden);
    expect(await refusedImport(UNSEEN, {}, await hub.as('REFORM_OFFICE', '140121'))).toEqual(forbidden);
  });

  it('the reform office of the region, and of the city for its county', async () => {
    expect(await importOver(listCsv(manyRows(2, '城区事项')))).toMatchObject({ status: 200, body: { sheets: [{ imported: 2 }] } });
    expect(await importOver(listCsv(manyRows(2, '县区事项')), { region: '140121' })).toMatchObject({ status: 200, body: { sheets: [{ imported: 2 }] } });
  });
});

describe('what the hub answers', () => {
  it('accounts for every row, takes the good ones, and says of each other why', async () => {
    const file = csvText([
      ['太原市某局权力清单'],
      ...listRows([{ name: '应答事项一' }, { name: '应答事项二', category: '行政魔法' }, { name: '应答事项三', category: '行政检查' }, { name: '应答事项四' }]),
    ]);
    const { status, body } = await importOver(file);
    expect(status).toBe(200);
    expect(body).toEqual({
      file: '清单.csv',
      sheets: [
        {
          name: '清单',
          rowsRead: 4,
          imported: 2,
          unchanged: 0,
          rejected: [
            { row: 4, code: 'UNKNOWN_CATEGORY', reason: expect.stringContaining('行政魔法') },
            { row: 5, code: 'CATEGORY_NOT_IN_SCHEME', reason: expect.stringContaining('行政检查') }, // P1: not one of the ten of 2014
          ],
          passedOver: [{ row: 1, kind: 'TITLE' }, { row: 2, kind: 'HEADER' }],
        },
      ],
    });
  });

  it('the same file again changes nothing and says so', async () => {
    const file = listCsv(manyRows(5, '重复事项'));
    expect((await importOver(file)).body.sheets).toMatchObject([{ rowsRead: 5, imported: 5, unchanged: 0 }]);
    const before = await heads();
    expect((await importOver(file, { publishedOn: '2025-07-01' })).body.sheets).toMatchObject([{ rowsRead: 5, imported: 0, unchanged: 5, rejected: [] }]);
    expect(await heads()).toEqual(before);
  });

  it('an imported item is found at once, with its body recognised, and expects a guide', async () => {
    await importOver(listCsv([{ name: '水文站设置审批', basis: '【行政法规】《中华人民共和国水文条例》（国务院令第496号）第十五条' }]));
    const { data } = await hub.ask('SearchItems', { filter: { text: '水文站' } });
    const [node] = data.powerItems.nodes;
    expect(node).toMatchObject({ code: expect.stringMatching(/^14010001301\d{6}$/), implementingAgency: { code: '140100013' }, guide: null, link: { status: 'MISSING' } });
    const item = await hub.ask('ItemGuide', { code: node.code });
    expect(item.data.powerItem.legalBases).toMatchObject([
      { article: '第十五条', instrument: { title: '中华人民共和国水文条例', documentNumber: '国务院令第496号', kind: 'ADMINISTRATIVE_REGULATION' } },
    ]);
  });
});

describe('what the hub refuses, in words, with nothing half-written', () => {
  it.each([
    ['an unknown region', { region: '999999' }, 'UNKNOWN_REGION', '区划不存在：999999'],
    ['an unknown category scheme', { scheme: 'NONE' }, 'UNKNOWN_SCHEME', '没有名为 NONE 的类别体系'],
  ])('%s', async (_what, query, code, message) => {
    expect(await refusedImport(UNSEEN, query, admin)).toMatchObject({ status: 422, body: { refusal: { code, message } } });
  });

  it('another scheme than the region’s list has (P1)', async () => {
    const { status, body } = await refusedImport(UNSEEN, { scheme: 'NATIONAL_2015' });
    expect({ status, body }).toMatchObject({ status: 422, body: { refusal: { code: 'LIST_HAS_OTHER_SCHEME', rule: 'P1', message: expect.stringContaining('TAIYUAN_2014') } } });
  });

  it('a list from before what the hub already knows of an item (P7)', async () => {
    const row = { name: '有后来状态的事项' };
    await importOver(listCsv([row]), { publishedOn: '2025-06-01' });
    const { status, body } = await refusedImport(listCsv([{ ...row, office: '行政审批科' }]), { publishedOn: '2024-06-01' });
    expect({ status, body }).toMatchObject({ status: 422, body: { refusal: { code: 'LATER_STATE_EXISTS', rule: 'P7', message: expect.stringContaining('2024-06-01') } } });
  });

  it.each([
    ['a region that is none', { region: '14' }, '参数 region：'],
    ['a list that is not published', { as: 'draft' }, '参数 as：'],
    ['a day that does not exist', { publishedOn: '2025-02-31' }, '参数 publishedOn：'],
    ['no file name', { file: '' }, '参数 file：'],
  ])('%s', async (_what, query, message) => {
    expect(await refusedImport(UNSEEN, query)).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }] } });
  });

  const book = (bookType: 'xlsx' | 'biff8' = 'xlsx'): Buffer => workbookBytes({ 行政许可: listRows(manyRows(300)) }, bookType);
  const declaring = (bytes: number): Buffer => {
    const bomb = book();
    bomb.writeUInt32LE(bytes, bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24);
    return bomb;
  };
  const lying = (): Buffer => {
    const bomb = packStored(new Map([['xl/workbook.xml', deflateRawSync(Buffer.alloc(50_000_000, 0x20))]]));
    bomb.writeUInt16LE(8, bomb.lastIndexOf('xl/workbook.xml') - 46 + 10);
    return bomb;
  };

  it.each<[string, string, () => Uint8Array, string]>([
    ['an empty file', '清单.csv', () => new Uint8Array(), 'EMPTY_FILE'],
    ['a truncated workbook', '清单.xlsx', () => book().subarray(0, -400), 'DAMAGED'],
    ['a truncated old workbook', '清单.xls', () => book('biff8').subarray(0, 30_000), 'DAMAGED'],
    ['a zip bomb', '清单.xlsx', () => declaring(300 * 1024 * 1024), 'EXPANDS_TOO_LARGE'],
    ['a zip bomb that lies', '清单.xlsx', lying, 'EXPANDS_TOO_LARGE'],
    ['a PDF', '清单.xlsx', () => Buffer.from('%PDF-1.7\nabc'), 'NOT_A_SPREADSHEET'],
    ['a picture', '清单.xls', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'NOT_A_SPREADSHEET'],
    ['a sheet without a header', '清单.csv', () => Buffer.from(csvText([['某局事项'], ['取水许可', '水法'], ['河道采砂', '水法']])), 'NO_HEADER'],
  ])('%s', async (_what, file, bytes, code) => {
    const { status, body } = await refusedImport(bytes(), { file });
    expect({ status, body }).toMatchObject({ status: 422, body: { refusal: { code, details: [{ path: 'file', value: file }] } } });
    expect(body.refusal.message).toMatch(new RegExp(`^文件“${file}”：.*[一-鿿]`));
    if (code === 'NO_HEADER') expect(body.refusal.message).toContain('工作表“清单”第 1–3 行');
  });

  it('a file of more than 20 MB, 413', async () => {
    expect(await refusedImport(Buffer.alloc(21 * 1024 * 1024, 0x61))).toMatchObject({ status: 413, body: { errors: [{ message: expect.stringContaining('请求正文过大'), extensions: { code: 'BODY_LIMIT' } }] } });
  });

  it('formulas that would start a program: the row is rejected with its place, the others are taken', async () => {
    const { body } = await importOver(csvText([LIST_HEADER, [1, '行政许可', "=cmd|'/c calc'!A0", '水法', '市水务局', '水资源科', '市级'], ...listRows([{ name: '无害事项' }]).slice(1)]));
    expect(body.sheets).toMatchObject([{ rowsRead: 2, imported: 1, rejected: [{ row: 2, reason: expect.stringMatching(/[一-鿿]/) }] }]);
  });

  it('and the next innocent request is answered', async () => {
    expect((await hub.ask('ItemGuide', { code: '14010001301000100' })).data.powerItem.name).toBe('取水许可');
  });
});
