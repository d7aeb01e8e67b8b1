import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openDataDirectory } from '../../gateway/data-directory';
import { runHubCommand, sampleHome, type SampleHome } from '../support/hub-process';
import { listCsv, listRows, manyRows } from '../support/list-file';
import { temporaryFolder } from '../support/sample-database';
import { type SampleHub, sampleHub } from '../support/sample-hub';
import { workbookBytes } from '../support/spreadsheets';

const LIST = ['--region', '140100', '--scheme', 'TAIYUAN_2014', '--as', 'published', '--published-on', '2025-06-01'];
let folder: string;
const file = (name: string, bytes: Uint8Array): string => {
  const to = path.join(folder, name);
  writeFileSync(to, bytes);
  return to;
};
const importFiles = (args: readonly string[], environment: Record<string, string>) => runHubCommand('import-cli.ts', args, environment);
const readReport = (): unknown => JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'));
beforeAll(() => {
  folder = temporaryFolder();
});

describe('npm run import, into the data directory', () => {
  let home: SampleHome;
  beforeAll(async () => {
    home = await sampleHome();
  });
  afterAll(() => home.drop());

  it('records what it can, says so in plain lines, and reports every row by file and sheet', async () => {
    const rows = [...manyRows(2), { name: '错类别事项', category: '行政魔法' }];
    const good = file('水务局清单.xlsx', workbookBytes({ 行政许可: listRows(rows), 空表: [[]] }));
    const bad = file('坏文件.xlsx', Buffer.from('%PDF-1.7'));
    const { code, stdout, stderr } = await importFiles([...LIST, '--report', path.join(folder, 'report.json'), good, bad, good], home.environment);
    expect(code).toBe(1); // a file was refused
    expect(stdout).toBe('');
    expect(stderr.split('\n').filter(Boolean)).toEqual([
      '✓ 水务局清单.xlsx：读取 3 行，导入 2，未变 0，退回 1',
      expect.stringMatching(/^ {4}工作表“行政许可”第 4 行：.*行政魔法/),
      expect.stringMatching(/^✗ 文件“坏文件.xlsx”：不是电子表格文件.*（NOT_A_SPREADSHEET）$/),
      '✓ 水务局清单.xlsx：读取 3 行，导入 0，未变 2，退回 1', // the same file again changes nothing
      expect.stringContaining('行政魔法'),
    ]);
    const sheet = {
      name: '行政许可',
      rowsRead: 3,
      imported: 2,
      unchanged: 0,
      rejected: [{ row: 4, code: 'UNKNOWN_CATEGORY', reason: expect.stringContaining('行政魔法') }],
      passedOver: [{ row: 1, kind: 'HEADER' }],
    };
    expect(readReport()).toEqual({
      files: [
        { file: '水务局清单.xlsx', sheets: [sheet] },
        { file: '坏文件.xlsx', sheets: [], refusal: expect.objectContaining({ code: 'NOT_A_SPREADSHEET' }) },
        { file: '水务局清单.xlsx', sheets: [{ ...sheet, imported: 0, unchanged: 2 }] },
      ],
    });
  });

  it('is refused while another process holds the directory, in words that name it and the way through the hub', async () => {
    const held = openDataDirectory(home.environment.HUB_DATA!);
    try {
      const { code, stderr } = await importFiles([...LIST, file('等待.csv', listCsv(manyRows(2)))], home.environment);
      expect(code).toBe(2);
      expect(stderr).toContain(`正由进程 ${process.pid} 使用`);
      expect(stderr).toContain('--hub');
    } finally {
      held.release();
    }
  });
});

describe('npm run import --hub, through a running hub', () => {
  let hub: SampleHub;
  let token: string;
  const elsewhere = () => ({ HUB_DATA: temporaryFolder() });
  beforeAll(async () => {
    hub = await sampleHub();
    token = (await hub.as('REFORM_OFFICE', '140100')).authorization.replace('Bearer ', '');
  });
  afterAll(() => hub.stop());

  it('records with the rights of the token and reports the same', async () => {
    const args = [...LIST, '--hub', hub.origin, '--token', token, '--report', path.join(folder, 'report.json')];
    const { code, stderr } = await importFiles([...args, file('经枢纽.csv', listCsv(manyRows(3, '经枢纽事项')))], elsewhere());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '✓ 经枢纽.csv：读取 3 行，导入 3，未变 0，退回 0\n' });
    expect(readReport()).toEqual({
      files: [{ file: '经枢纽.csv', sheets: [{ name: '经枢纽', rowsRead: 3, imported: 3, unchanged: 0, rejected: [], passedOver: [{ row: 1, kind: 'HEADER' }] }] }],
    });
    expect((await hub.ask('SearchItems', { filter: { text: '经枢纽事项' } })).data.powerItems.totalCount).toBe(3);
  });

  it('tells a bad token from a hub that is not there, each in words', async () => {
    const list = file('不成.csv', listCsv(manyRows(1)));
    const [forged, absent] = await Promise.all([
      importFiles([...LIST, '--hub', hub.origin, '--token', 'forged', list], elsewhere()),
      importFiles([...LIST, '--hub', 'http://127.0.0.1:1', '--token', token, list], elsewhere()),
    ]);
    expect([forged.code, absent.code]).toEqual([2, 2]);
    expect(forged.stderr).toContain('401：身份验证失败');
    expect(absent.stderr).toContain('无法连接 http://127.0.0.1:1');
  });
});
