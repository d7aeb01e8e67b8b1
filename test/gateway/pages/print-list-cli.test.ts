import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runHubCommand, sampleHome, type SampleHome, startHub, type HubProcess } from '../../support/hub-process';
import { temporaryFolder } from '../../support/sample-database';
import { attributes, textOf } from './markup';

const print = (args: readonly string[], environment: Record<string, string> = {}) => runHubCommand('print-list-cli.ts', args, environment);

describe('npm run print-list', () => {
  let home: SampleHome;
  let environment: Record<string, string>;
  let hub: HubProcess | null = null;
  beforeAll(async () => {
    home = await sampleHome();
    environment = { ...home.environment, HUB_SUBGRAPH_TIMEOUT_MS: '30000' }; // a process that has just begun may be slow
  }, 120_000);
  afterAll(async () => {
    await hub?.end('SIGTERM');
    await home.drop();
  });

  it('writes the list as one file that needs nothing else, with no links where it knows of no site', async () => {
    const out = path.join(temporaryFolder(), '清单.html');
    const { code, stdout, stderr } = await print(['--region', '140100', '--edition', '1', '--out', out], environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`✓ 太原市权力清单（第 1 版，121 项）已写入 ${out}\n`);
    const markup = readFileSync(out, 'utf8');
    expect(textOf(markup)).toContain('太原市权力清单 第 1 版 2014年9月10日公布 共 26 个部门 121 项');
    expect(attributes(markup, 'href').filter((href) => !href.startsWith('#'))).toEqual([]);
    expect(markup).not.toMatch(/<script|<link|<img| src=/);
  });

  it('is refused where there is no such list', async () => {
    const out = path.join(temporaryFolder(), '清单.html');
    const { code, stderr } = await print(['--region', '140100', '--edition', '9', '--out', out], environment);
    expect([code, stderr, existsSync(out)]).toEqual([1, '✗ 没有这份清单：区划 140100，第 9 版\n', false]);
  });

  it('of a running hub is the page that it shows, with links to it', async () => {
    hub = await startHub(environment);
    const out = path.join(temporaryFolder(), '清单.html');
    const { code, stderr } = await print(['--region', '140100', '--hub', hub.origin, '--out', out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const shown = await (await fetch(`${hub.origin}/lists/140100/today.html`)).text();
    expect(readFileSync(out, 'utf8')).toBe(shown.replaceAll('href="/', `href="${hub.origin}/`));
  }, 120_000);

  it('tells what is wrong with the command before it opens anything', async () => {
    const nowhere = path.join(temporaryFolder(), 'data');
    const asked = [['--region', '太原'], ['--region', '140100', '--edition', '第一版'], ['--region', '140100', '--site', 'javascript:x'], ['--region', '140100', '--out', path.join(nowhere, 'none', 'x.html')]];
    const answers = await Promise.all(asked.map((args) => print(args, { HUB_DATA: nowhere })));
    expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(answers.map(({ stderr }) => stderr.split('\n')[0])).toEqual([expect.stringContaining('--region 应为'), expect.stringContaining('应为公布版本的序号'), '网址无效：javascript:x', expect.stringContaining('文件夹不存在')]);
    expect(existsSync(nowhere)).toBe(false);
  });
});
