import { parse } from 'csv-parse/sync';
import { read, utils } from '@e965/xlsx';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExportedItem } from '../../../gateway/exports/exported-item';
import { dayInChina } from '../../../services/shared/day';
import { unpackZip } from '../../../services/shared/tabular/zip-archive';
import { runHubCommand } from '../../support/hub-process';
import { temporaryFolder } from '../../support/sample-database';
import { type SampleHub, sampleHub } from '../../support/sample-hub';

let hub: SampleHub;
beforeAll(async () => (hub = await sampleHub()));
afterAll(() => hub.stop());

const TODAY = dayInChina(new Date());
const get = (query: Record<string, string>, headers: Record<string, string> = {}) => fetch(`${hub.origin}/exports/items?${new URLSearchParams({ region: '140100', ...query })}`, { headers });
const ndjson = async (query: Record<string, string> = {}, headers?: Record<string, string>): Promise<ExportedItem[]> =>
  (await (await get({ format: 'ndjson', ...query }, headers)).text()).split('\n').slice(0, -1).map((line) => JSON.parse(line) as ExportedItem);
const codes = (items: readonly ExportedItem[]) => items.map(({ code }) => code);
const refused = async (query: Record<string, string>, headers?: Record<string, string>) => {
  const response = await get(query, headers);
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  return [response.status, errors[0]!.extensions.code, errors[0]!.message];
};

describe('GET /exports/items', () => {
  it('sends the public the list as CSV that office programs read: with mark, CRLF, a row for each item', async () => {
    const response = await get({ format: 'csv' });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="items-140100-${TODAY}.csv"; filename*=UTF-8''${encodeURIComponent(`太原市权力清单-${TODAY}.csv`)}`,
      'cache-control': 'private, no-store',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    const items = await ndjson();
    expect(rows.map((row) => row['事项编码'])).toEqual(codes(items));
    expect(rows.find((row) => row['事项编码'] === '14010001301000100')).toMatchObject({ 权力类型: '行政许可', 事项名称: '取水许可', 实施主体: '太原市水务局', 承办机构: '行政审批科\n水资源科', 行使层级: '市级、县级' });
  });

  it('as a workbook: a sheet for each category, frozen header, filters, typed columns', async () => {
    const bytes = Buffer.from(await (await get({ format: 'xlsx' })).arrayBuffer());
    const book = read(bytes, { cellStyles: true });
    const items = await ndjson();
    const licences = items.filter(({ category }) => category === 'LICENSE');
    expect(book.SheetNames).toHaveLength(new Set(items.map(({ category }) => category)).size);
    expect(book.SheetNames.slice(0, 2)).toEqual(['行政许可', '非行政许可审批']);
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['行政许可']!);
    expect(rows.map((row) => row['事项编码'])).toEqual(codes(licences));
    expect(book.Sheets['行政许可']!.A2).toMatchObject({ t: 's' });
    const [header] = utils.sheet_to_json<string[]>(book.Sheets['行政许可']!, { header: 1 });
    const cellOf = (title: string) => (book.Sheets['行政许可']! as Record<string, { t: string; v: unknown; w: string }>)[utils.encode_cell({ r: 1, c: header!.indexOf(title) })];
    expect(cellOf('依据条数')).toMatchObject({ t: 'n', v: licences[0]!.citations.length });
    expect(cellOf('生效日期')).toMatchObject({ t: 'n', w: licences[0]!.effectiveFrom });
    const unpacked = unpackZip(bytes, 1e9, () => true);
    if (!unpacked.ok) throw new Error(unpacked.message);
    const sheet = unpacked.files.get('xl/worksheets/sheet1.xml')!.toString();
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain(`<autoFilter ref="A1:${utils.encode_col(header!.length - 1)}${rows.length + 1}"/>`);
  });

  it('the same bytes whenever it is asked', async () => {
    const twice = await Promise.all([1, 2].map(async () => Buffer.from(await (await get({ format: 'xlsx' })).arrayBuffer())));
    expect(twice[0]!.equals(twice[1]!)).toBe(true);
  });

  it('narrowed by agency, category and state', async () => {
    const all = await ndjson();
    expect(codes(await ndjson({ agency: '140100013' }))).toEqual(codes(all.filter(({ implementingAgency: { code } }) => code === '140100013')));
    expect(codes(await ndjson({ category: 'PENALTY' }))).toEqual(codes(all.filter(({ category }) => category === 'PENALTY')));
    expect(codes(await ndjson({ status: 'SUSPENDED,TIGHTENED' }))).toEqual(codes(all.filter(({ status }) => status !== 'LISTED')));
    expect((await ndjson({ guides: 'true' })).some(({ guide }) => guide?.promisedLimit?.value === 20)).toBe(true);
    const sheets = read(Buffer.from(await (await get({ format: 'xlsx', category: 'PENALTY' })).arrayBuffer())).SheetNames;
    expect(sheets).toEqual(['行政处罚']);
  });

  it('as it was on a day of its history', async () => {
    expect(await ndjson({ asOf: '2000-01-01' })).toEqual([]);
    const empty = read(Buffer.from(await (await get({ format: 'xlsx', asOf: '2000-01-01' })).arrayBuffer()));
    expect(empty.SheetNames).toEqual(['权力清单']);
  });

  it('whoever asks: drafts of a review cycle are in nobody’s, the department’s own included', async () => {
    const ask = async (query: string, variables: unknown, as: Record<string, string>) => {
      const { data, errors } = await hub.ask(query, variables, as);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return Object.values(data as Record<string, { __typename: string; id?: string }>)[0]!;
    };
    const input = { regionCode: '140100', title: '新一轮清理', scheme: 'TAIYUAN_2014', agencyCodes: ['140100013'] };
    const cycle = await ask('mutation($input: OpenReviewCycleInput!) { openReviewCycle(input: $input) { __typename ... on ReviewCycle { id } ... on Refusal { message } } }', { input }, await hub.as('REFORM_OFFICE', '140100'));
    const [editor, other] = [await hub.as('AGENCY_EDITOR', '140100', '140100013'), await hub.as('AGENCY_EDITOR', '140100', '140100009')];
    const items = [{ name: '尚在清理的权力', category: 'LICENSE', bodyName: '太原市水务局', exerciseLevels: ['MUNICIPAL'], basisText: '《中华人民共和国水法》第七条' }];
    const reported = await ask('mutation($input: ReportDraftItemsInput!) { reportDraftItems(input: $input) { __typename ... on Refusal { message } } }', { input: { cycleId: cycle.id, agencyCode: '140100013', items } }, editor);
    expect(reported.__typename).not.toBe('Refusal');
    const everybodys = await (await get({ format: 'ndjson' })).text();
    for (const headers of [editor, other, await hub.as('REFORM_OFFICE', '140100'), await hub.as('ADMIN')]) expect(await (await get({ format: 'ndjson' }, headers)).text()).toBe(everybodys);
    expect(everybodys).not.toContain('尚在清理的权力');
  });

  it('says in words what is wrong with the question', async () => {
    expect(await refused({ format: 'pdf' })).toEqual([400, 'BAD_USER_INPUT', expect.stringMatching(/^参数 format：应为 csv、xlsx.* 或 \w+$/)]);
    expect(await refused({ region: '14' })).toEqual([400, 'BAD_USER_INPUT', '参数 region：应为六位行政区划代码，例如 140100']);
    expect(await refused({ asOf: '2025-02-30' })).toEqual([400, 'BAD_USER_INPUT', '参数 asOf：应写作 YYYY-MM-DD，且确有这一天']);
    expect(await refused({ category: 'TAX' })).toEqual([400, 'BAD_USER_INPUT', expect.stringContaining('参数 category：应为权力类型代码：LICENSE、')]);
    expect(await refused({ status: 'LISTED,DRAFT' })).toEqual([400, 'BAD_USER_INPUT', expect.stringContaining('参数 status：应为以逗号分隔的事项状态代码：LISTED、')]);
    expect(await refused({ format: 'csv', guides: 'true' })).toEqual([400, 'BAD_USER_INPUT', '参数 guides：只用于 format=ndjson']);
    expect(await refused({ region: '999999' })).toEqual([404, 'NOT_FOUND', '区划不存在：999999']);
    expect(await refused({}, { authorization: 'Bearer forged' })).toEqual([401, 'UNAUTHENTICATED', expect.any(String)]);
  });
});

describe('npm run export --hub', () => {
  it('writes what the hub sends, whole or not at all', async () => {
    const folder = temporaryFolder();
    const run = (...args: string[]) => runHubCommand('export-cli.ts', ['--hub', hub.origin, ...args], { HUB_DATA: temporaryFolder() });
    const [written, unknown, wrong] = await Promise.all([
      run('--region', '140100', '--format', 'csv', '--out', path.join(folder, '清单.csv')),
      run('--region', '140199', '--format', 'csv', '--out', path.join(folder, '无.csv')),
      run('--region', '140100', '--as-of', '2025-02-30'),
    ]);
    expect(written).toEqual({ code: 0, stderr: '', stdout: `✓ 140100 的清单已写入 ${path.join(folder, '清单.csv')}\n` });
    expect(readFileSync(path.join(folder, '清单.csv'), 'utf8')).toBe(Buffer.from(await (await get({ format: 'csv' })).arrayBuffer()).toString());
    expect(unknown).toEqual({ code: 1, stdout: '', stderr: '✗ 区划不存在：140199\n' });
    expect(existsSync(path.join(folder, '无.csv'))).toBe(false);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--as-of：应写作 YYYY-MM-DD') });
  });
});
