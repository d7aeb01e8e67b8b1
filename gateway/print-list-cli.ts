import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ANONYMOUS } from '../services/shared/actor';
import type { AskGraph } from './ask-graph';
import { readConfig } from './config';
import { DataDirectoryInUse } from './data-directory';
import { createHub } from './hub';
import { type AskedEdition, askedEdition, TODAY } from './pages/addresses';
import { listPage } from './pages/list-page';
import { type PublishedList, readList } from './pages/read-list';
import { remoteGraph } from './remote-graph';

const USAGE = `用法：npm run print-list -- --region 140100 [--edition 1|today] [--out 清单.html] [--site https://hub.example.gov.cn] [--hub http://localhost:4000]
不带 --hub 时读取本机数据（HUB_DATA 或 DATABASE_URL）；枢纽正在运行时请用 --hub。--site 为办事指南链接所指的网址，不给则不设链接。`;

interface Arguments {
  region: string;
  edition: AskedEdition;
  out: string;
  site: string | null;
  hub: string | undefined;
}

class UsageError extends Error {}

function readArguments(argv: string[]): Arguments {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ args: argv, options: { region: option, edition: { type: 'string', default: TODAY }, out: option, site: option, hub: option } });
  const { region, hub } = values;
  if (!region || !/^\w{6}$/.test(region)) throw new UsageError('--region 应为六位行政区划代码，例如 140100');
  const edition = askedEdition(values.edition);
  if (edition === null) throw new UsageError(`--edition ${values.edition}：应为公布版本的序号，或 ${TODAY}（现行清单）`);
  const out = values.out ?? `list-${region}-${edition}.html`;
  if (!existsSync(path.dirname(path.resolve(out)))) throw new UsageError(`文件夹不存在：${path.dirname(out)}`);
  return { region, edition, out, site: toSite(values.site ?? hub), hub };
}

function toSite(given: string | undefined): string | null {
  if (given === undefined) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new UsageError(`网址无效：${given}`);
  return url.origin;
}

async function withEmbeddedGraph<T>(work: (ask: AskGraph) => Promise<T>): Promise<T> {
  const hub = await createHub(readConfig(process.env)).catch((fault: unknown) => {
    throw fault instanceof DataDirectoryInUse ? new Error(`${fault.message}\n枢纽正在运行时，请加 --hub http://localhost:4000，向它索取。`) : fault;
  });
  try {
    await hub.start();
    return await work(hub.graph);
  } finally {
    await hub.stop();
  }
}

/** Piece by piece: a list may be long. */
async function write(list: PublishedList, site: string | null, out: string): Promise<void> {
  const file = await open(out, 'w');
  try {
    for (const { text } of listPage(list, site)) await file.write(text);
  } finally {
    await file.close();
  }
}

async function main(): Promise<void> {
  const { region, edition, out, site, hub } = readArguments(process.argv.slice(2));
  const caller = { actor: ANONYMOUS, requestId: randomUUID(), address: 'print-list' };
  const read = (ask: AskGraph) => readList(ask, region, edition, caller);
  const list = hub === undefined ? await withEmbeddedGraph(read) : await read(remoteGraph(hub));
  if (list === null) {
    console.error(`✗ 没有这份清单：区划 ${region}，${edition === TODAY ? '现行清单' : `第 ${edition} 版`}`);
    process.exitCode = 1;
    return;
  }
  if (list.missing.size > 0) {
    console.error(`✗ 清单未能读全（${[...list.missing].join('、')} 没有应答），没有写入文件，请稍后再试`);
    process.exitCode = 1;
    return;
  }
  await write(list, site, out);
  console.log(`✓ ${list.region.name ?? region}权力清单（${list.edition ? `第 ${list.edition.number} 版` : '现行'}，${list.items.length} 项）已写入 ${out}`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  if (fault instanceof UsageError || (fault as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  process.exitCode = 2;
});
