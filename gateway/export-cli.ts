import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { systemActor } from '../services/shared/actor';
import { readConfig } from './config';
import { DataDirectoryInUse } from './data-directory';
import { EXPORT_FORMATS, exportFileNames } from './exports/export-formats';
import { exportSource } from './exports/export-source';
import { ExportQuestion, toScope } from './exports/exports-route';
import { createHub } from './hub';
import { HubSaid, type RemoteHub, requestHub } from './remote-hub';

const USAGE = `用法：npm run export -- --region 140100 [--format ${Object.keys(EXPORT_FORMATS).join('|')}] [--as-of 2025-01-01] [--agency 机构代码] [--category LICENSE]
       [--status LISTED,SUSPENDED] [--guides true] [--out 文件] [--hub http://localhost:4000 --token 令牌]
不带 --hub 时读取本机数据（HUB_DATA 或 DATABASE_URL）；枢纽正在运行时请用 --hub，内容以令牌的权限为限。`;

class UsageError extends Error {}

interface Arguments {
  question: ExportQuestion;
  /** The question as it is asked of a running hub. */
  query: Record<string, string>;
  out: string | undefined;
  hub: string | undefined;
  token: string | undefined;
}

const OPTIONS = { region: 'region', format: 'format', asOf: 'as-of', agency: 'agency', category: 'category', status: 'status', guides: 'guides' } as const;

function readArguments(argv: string[]): Arguments {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ args: argv, options: { region: option, format: option, 'as-of': option, agency: option, category: option, status: option, guides: option, out: option, hub: option, token: option } });
  const { out, hub, token } = values;
  const query = Object.fromEntries(Object.entries(OPTIONS).flatMap(([parameter, name]) => (values[name] === undefined ? [] : [[parameter, values[name]]])));
  const question = ExportQuestion.safeParse(query);
  if (!question.success) {
    const [issue] = question.error.issues;
    throw new UsageError(`--${OPTIONS[issue!.path[0] as keyof typeof OPTIONS]}：${issue!.message}`);
  }
  if (out !== undefined && !existsSync(path.dirname(path.resolve(out)))) throw new UsageError(`文件夹不存在：${path.dirname(out)}`);
  return { question: question.data, query, out, hub, token };
}

/** What is exported, and the name it would go by. */
interface Export {
  asciiName: string;
  bytes: AsyncIterable<string | Uint8Array>;
}

/** Writes the export to its file, under its own name only when it is whole; null for a region that is not there. */
async function exportHere({ question, out }: Arguments): Promise<string | null> {
  const config = readConfig(process.env);
  const hub = await createHub(config).catch((fault: unknown) => {
    throw fault instanceof DataDirectoryInUse ? new Error(`${fault.message}\n枢纽正在运行时，请加 --hub http://localhost:4000 --token 令牌，向它索取。`) : fault;
  });
  try {
    await hub.start();
    const source = await exportSource(hub.target.ask, toScope(question), systemActor('export'), config.iriBase);
    if (source === null) return null;
    return await save({ asciiName: exportFileNames(source, question.format).asciiName, bytes: EXPORT_FORMATS[question.format].write(source) }, out);
  } finally {
    await hub.stop();
  }
}

async function exportThere(hub: RemoteHub, { query, question, out }: Arguments): Promise<string | null> {
  try {
    const response = await requestHub(hub, { method: 'GET', path: '/exports/items', query });
    const asciiName = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `${question.region}.${EXPORT_FORMATS[question.format].extension}`;
    return await save({ asciiName, bytes: response.body as unknown as AsyncIterable<Uint8Array> }, out);
  } catch (fault) {
    if (fault instanceof HubSaid && fault.status === 404 && fault.said.startsWith('区划')) return null;
    throw fault;
  }
}

async function save({ asciiName, bytes }: Export, out: string | undefined): Promise<string> {
  const file = out ?? asciiName;
  const part = `${file}.part`;
  try {
    await pipeline(bytes, createWriteStream(part));
  } catch (fault) {
    rmSync(part, { force: true });
    throw new Error(`导出中断，没有写成文件：${(fault as Error).message}`, { cause: fault });
  }
  renameSync(part, file);
  return file;
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  const { region } = asked.question;
  const file = asked.hub === undefined ? await exportHere(asked) : await exportThere({ origin: asked.hub, token: asked.token }, asked);
  if (file !== null) console.log(`✓ ${region} 的清单已写入 ${file}`);
  else {
    console.error(`✗ 区划不存在：${region}`);
    process.exitCode = 1;
  }
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  if (fault instanceof UsageError || (fault as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  process.exitCode = 2;
});
