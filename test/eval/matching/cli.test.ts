import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject } from '../../../services/shared/project-root';

const CLI = inProject('test', 'eval', 'matching', 'cli.ts');
const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['-r', inProject('test', 'support', 'run-typescript.js'), CLI, ...args], { encoding: 'utf8' });

describe('npm run eval:matching', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lists-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, ...rows: string[]): void => writeFileSync(path.join(folder, name), rows.join('\n'));
  const HEADER = '序号,权力类型,事项名称,行使主体,承办机构,部门职责';

  it('prints exactly the figures as JSON', () => {
    write('水务局.csv', HEADER, '1,行政许可,取水许可,市水务局,水资源科,负责取水许可', '2,行政处罚,对伪造凭证的处罚,市水务局,执法队,负责水务综合执法');
    const { status, stdout, stderr } = run('--lists', folder, '--json');
    expect([status, stderr]).toEqual([0, '']);
    const printed = JSON.parse(stdout) as Record<string, unknown>;
    expect(printed).toMatchObject({ all: { hit1: 1, hit3: 1, mrr: 1, rows: 2 }, nonEcho: { rows: 1 }, departments: [{ name: '水务局', rows: 2, duties: 2 }] });
    expect(Object.keys(printed)).toEqual(['all', 'nonEcho', 'likely', 'confirmed20', 'references', 'departments']);
  });

  it('prints a table, and tells of a file it cannot read', () => {
    write('水务局.csv', HEADER, '1,行政许可,取水许可,市水务局,水资源科,负责取水许可');
    write('说明.csv', '这不是清单');
    const { status, stdout, stderr } = run('--lists', folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/全部 +hit@1 1\.000 .* 1 行/);
    expect(stderr).toContain('说明.csv');
  });

  it('ends with 1 and says why when there is nothing to evaluate', () => {
    expect(run('--lists', path.join(folder, 'nowhere'))).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('读不到文件夹') });
    expect(run('--lists', folder)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('没有清单文件') });
    write('水务局.csv', '序号,权力类型,事项名称,行使主体', '1,行政许可,取水许可,市水务局');
    expect(run('--lists', folder)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('没有可读的“部门职责”一列') });
    expect(run('--list', folder)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('用法：npm run eval:matching') });
  });
});
