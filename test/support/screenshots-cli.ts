import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../gateway/config';
import { createLog } from '../../gateway/log';
import { createHub } from '../../gateway/hub';
import { serve } from '../../gateway/serve';
import { inProject } from '../../services/shared/project-root';
import { chromiumPath, startChromium } from './chromium';

/** The pictures that README shows: name of the file, address, size, and where the page is scrolled to. */
const PICTURES = [
  { file: 'list-page.png', address: '/lists/140100/1.html#bm-140100013', width: 1080, height: 640 },
  { file: 'guide-page.png', address: '/guides/14010001601000101.html', width: 1080, height: 1180 },
] as const;

const DAY = '2026-01-15';

/** `npm run screenshots`: takes the README's pictures of the pages over the sample. */
async function main(): Promise<void> {
  const executable = chromiumPath();
  if (executable === null) throw new Error('没有找到 Chromium：请安装（apt-get install chromium fonts-noto-cjk）或设置 HUB_TEST_CHROMIUM');
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-screenshots-'));
  const hub = await createHub(readConfig({ HUB_DATA: folder }), { log: createLog('error'), now: () => new Date(`${DAY}T02:00:00Z`) });
  try {
    await hub.start();
    const served = await serve(hub.handler, { port: 0, host: '127.0.0.1' });
    const browser = await startChromium(executable);
    for (const { file, address, width, height } of PICTURES) {
      const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
      await page.goto(`${served.origin}${address}`);
      await page.screenshot({ path: inProject('gateway', 'pages', file) });
      await page.close();
      console.log(`✓ gateway/pages/${file}`);
    }
    await browser.close();
    await served.stop();
  } finally {
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
