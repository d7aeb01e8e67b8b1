import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MandateReport } from '../../../gateway/reports/mandate-report';
import { runHubCommand, sampleHome, type SampleHome } from '../../support/hub-process';
import { temporaryFolder } from '../../support/sample-database';

const report = (args: readonly string[], environment: Record<string, string> = {}) => runHubCommand('report-mandates-cli.ts', args, environment);

describe('npm run report:mandates, from the data directory', () => {
  let home: SampleHome;
  beforeAll(async () => {
    home = await sampleHome();
  });
  afterAll(() => home.drop());

  it('writes the report and says where, and how many findings of which kind', async () => {
    const out = path.join(temporaryFolder(), '报告.json');
    const { code, stdout, stderr } = await report(['--region', '140100', '--format', 'json', '--out', out], home.environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const written = JSON.parse(readFileSync(out, 'utf8')) as MandateReport;
    expect(written.open).toBeGreaterThan(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      `✓ 太原市（140100）的核对报告已写入 ${out}`,
      `  未办结问题 ${written.open} 个，已办结 ${written.closed} 个`,
      ...written.byKind.filter(({ open }) => open > 0).map(({ name, open }) => `    ${name}：${open}`),
    ]);
  });

  it('tells what is wrong with the command before it opens anything', async () => {
    const nowhere = path.join(temporaryFolder(), 'data');
    const [region, format, folder] = await Promise.all([
      report(['--region', '太原'], { HUB_DATA: nowhere }),
      report(['--region', '140100', '--format', 'pdf'], { HUB_DATA: nowhere }),
      report(['--region', '140100', '--out', path.join(nowhere, 'none', 'x.xlsx')], { HUB_DATA: nowhere }),
    ]);
    expect([region.code, format.code, folder.code]).toEqual([2, 2, 2]);
    expect(region.stderr).toContain('--region 应为六位行政区划代码');
    expect(format.stderr).toContain('--format pdf：应为 xlsx 或 json');
    expect(folder.stderr).toContain('文件夹不存在');
    expect(existsSync(nowhere)).toBe(false);
  });
});
