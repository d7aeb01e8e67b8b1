import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemActor } from '../services/shared/actor';
import { dayInChina } from '../services/shared/day';
import type { Outcome, Refusal } from '../services/shared/outcome';
import { readConfig } from './config';
import { importFile, type FileImport, type FileReport } from './imports';
import { createHub } from './one-process';
import { progressOf } from './progress';

const USAGE = `用法：npm run import -- --region 650200 --scheme NATIONAL_2015 --as published [--published-on 2025-01-01]
       [--report 结果.json] [--hub http://localhost:4000 --token 令牌] 文件…
不带 --hub 时写入本机数据（HUB_DATA 或 DATABASE_URL）；枢纽正在运行时请用 --hub。`;

/** How one file is recorded: here, or by a running hub. */
interface Target {
  record(file: FileImport): Promise<Outcome<FileReport>>;
  close(): Promise<void>;
}

interface Arguments {
  files: string[];
  regionCode: string;
  scheme: string;
  publishedOn: string;
  report: string | undefined;
  hub: string | undefined;
  token: string | undefined;
}

class UsageError extends Error {}

function readArguments(argv: string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      region: { type: 'string' },
      scheme: { type: 'string' },
      as: { type: 'string', default: 'published' },
      'published-on': { type: 'string' },
      report: { type: 'string' },
      hub: { type: 'string' },
      token: { type: 'string' },
    },
  });
  const { region, scheme, as, hub, token, report } = values;
  if (!region || !scheme || positionals.length === 0) throw new UsageError('缺少 --region、--scheme 或文件');
  if (as !== 'published') throw new UsageError(`--as ${as}：目前只接受 published（已公布的清单）`);
  const publishedOn = values['published-on'] ?? dayInChina(new Date());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(publishedOn)) throw new UsageError('--published-on 应写作 YYYY-MM-DD');
  const absent = positionals.find((file) => !existsSync(file));
  if (absent !== undefined) throw new UsageError(`文件不存在：${absent}`);
  return { files: positionals, regionCode: region, scheme, publishedOn, report, hub, token };
}

async function embeddedTarget(): Promise<Target> {
  const hub = await createHub(readConfig(process.env));
  await hub.start();
  return { record: (file) => importFile(hub.target.ask, file, systemActor('import')), close: () => hub.stop() };
}

function remoteTarget(origin: string, token: string | undefined): Target {
  return {
    async record({ regionCode, scheme, publishedOn, fileName, bytes }) {
      const query = new URLSearchParams({ region: regionCode, scheme, as: 'published', file: fileName, publishedOn });
      const response = await fetch(new URL(`/imports?${query}`, origin), {
        method: 'POST',
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        body: bytes as Uint8Array<ArrayBuffer>,
      });
      const body = (await response.json()) as FileReport & { refusal?: Refusal; errors?: { message: string }[] };
      if (body.refusal) return { ok: false, refusal: body.refusal };
      if (!response.ok) throw new Error(`${origin} 应答 ${response.status}：${body.errors?.[0]?.message ?? ''}`);
      return { ok: true, value: body };
    },
    close: async () => {},
  };
}

const sum = ({ sheets }: FileReport, of: (sheet: FileReport['sheets'][number]) => number): number =>
  sheets.reduce((total, sheet) => total + of(sheet), 0);

/** Imports files one after another; returns how many were refused. */
async function importAll({ files, report, hub, token, ...list }: Arguments): Promise<number> {
  const progress = progressOf(process.stderr, files.length);
  const target = hub === undefined ? await embeddedTarget() : remoteTarget(hub, token);
  const reports: (FileReport | { file: string; refusal: Refusal })[] = [];
  try {
    for (const file of files) {
      const fileName = path.basename(file);
      progress.begin(fileName);
      const outcome = await target.record({ ...list, fileName, bytes: readFileSync(file) });
      if (!outcome.ok) {
        reports.push({ file: fileName, refusal: outcome.refusal });
        progress.say(`✗ ${outcome.refusal.message}（${outcome.refusal.code}）`);
        continue;
      }
      const { value } = outcome;
      reports.push(value);
      const rejected = sum(value, (sheet) => sheet.rejected.length);
      progress.say(
        `✓ ${fileName}：读取 ${sum(value, (sheet) => sheet.rowsRead)} 行，导入 ${sum(value, (sheet) => sheet.imported)}，` +
          `未变 ${sum(value, (sheet) => sheet.unchanged)}，退回 ${rejected}`,
      );
      for (const sheet of value.sheets)
        for (const { row, reason } of sheet.rejected) progress.say(`    工作表“${sheet.name}”第 ${row} 行：${reason}`);
    }
  } finally {
    progress.end();
    if (report !== undefined) writeFileSync(report, `${JSON.stringify({ files: reports }, null, 2)}\n`);
    await target.close();
  }
  return reports.filter((each) => 'refusal' in each).length;
}

async function main(): Promise<void> {
  const refused = await importAll(readArguments(process.argv.slice(2)));
  if (refused > 0) process.exitCode = 1;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  if (fault instanceof UsageError || (fault as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  process.exitCode = 2;
});
