import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemActor } from '../services/shared/actor';
import { dayInChina } from '../services/shared/day';
import type { Outcome } from '../services/shared/outcome';
import { readConfig } from './config';
import { type DocumentFile, type DocumentKind, type DocumentReport, importDocument } from './documents';
import { isDay } from './imports';
import { createHub } from './hub';
import { commandHub, type RemoteHub } from './remote-hub';

const USAGE = `用法：npm run import:mandates -- --region 140100 [--effective-on 2026-01-01] [--report 结果.json] [--hub http://localhost:4000 --token 令牌] 文件…
      npm run import:guides -- --region 140100 [--as draft|record] [--agency 机构代码] […] 文件…
三定文件（.json .xlsx .xls .csv）提出为草案，办事指南（.json .xlsx .csv）提交为草稿；--as record 照录为既有指南。
不带 --hub 时写入本机数据（HUB_DATA 或 DATABASE_URL）；枢纽正在运行时请用 --hub。`;

class UsageError extends Error {}

interface Arguments {
  kind: DocumentKind;
  files: string[];
  regionCode: string;
  effectiveOn: string;
  as: 'draft' | 'record';
  agencyCode: string | null;
  report: string | undefined;
  hub: string | undefined;
  token: string | undefined;
}

function readArguments([kind, ...argv]: string[]): Arguments {
  if (kind !== 'mandates' && kind !== 'guides') throw new UsageError('应为 mandates 或 guides');
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { region: { type: 'string' }, 'effective-on': { type: 'string' }, as: { type: 'string', default: 'draft' }, agency: { type: 'string' }, report: { type: 'string' }, hub: { type: 'string' }, token: { type: 'string' } },
  });
  const { region, as, agency, report, hub, token, 'effective-on': effectiveOn = dayInChina(new Date()) } = values;
  if (!region || positionals.length === 0) throw new UsageError('缺少 --region 或文件');
  if (!isDay(effectiveOn)) throw new UsageError(`--effective-on ${effectiveOn}：应写作 YYYY-MM-DD，且确有这一天`);
  if (as !== 'draft' && as !== 'record') throw new UsageError(`--as ${as}：应为 draft 或 record`);
  const absent = positionals.find((file) => !existsSync(file));
  if (absent !== undefined) throw new UsageError(`文件不存在：${absent}`);
  return { kind, files: positionals, regionCode: region, effectiveOn, as, agencyCode: agency ?? null, report, hub, token };
}

interface Target {
  record(file: DocumentFile): Promise<Outcome<DocumentReport>>;
  close(): Promise<void>;
}

async function embeddedTarget(): Promise<Target> {
  const hub = await createHub(readConfig(process.env));
  await hub.start();
  return { record: (file) => importDocument(hub.target.ask, file, systemActor('import')), close: () => hub.stop() };
}

const remoteTarget = (hub: RemoteHub): Target => ({
  record(file) {
    const { kind, regionCode, fileName, effectiveOn, bytes } = file;
    const how: Record<string, string> = kind === 'guides' ? { as: file.as.toLowerCase(), ...(file.agencyCode === null ? {} : { agency: file.agencyCode }) } : {};
    return commandHub(hub, { method: 'POST', path: `/imports/${kind}`, query: { region: regionCode, file: fileName, effectiveOn, ...how }, body: bytes });
  },
  close: async () => {},
});

/** Imports files one after another; returns how many files or documents were refused. */
async function importAll({ files, report, hub, token, as, agencyCode, kind, ...about }: Arguments): Promise<number> {
  const target = hub === undefined ? await embeddedTarget() : remoteTarget({ origin: hub, token });
  const reports: object[] = [];
  let refusals = 0;
  try {
    for (const file of files) {
      const document = { ...about, fileName: path.basename(file), bytes: readFileSync(file) };
      const outcome = await target.record(kind === 'mandates' ? { kind, ...document } : { kind, ...document, as: as === 'draft' ? 'DRAFT' : 'RECORD', agencyCode });
      if (!outcome.ok) {
        refusals += 1;
        reports.push({ file: document.fileName, refusal: outcome.refusal });
        console.error(`✗ ${document.fileName}：${outcome.refusal.message}（${outcome.refusal.code}）`);
        continue;
      }
      const { lines, remarks, refusedCount } = outcome.value;
      refusals += refusedCount;
      reports.push(outcome.value);
      for (const line of lines) console.error(`${document.fileName} ${line}`);
      for (const { sheet, row, reason } of remarks) console.error(`    ${sheet === null ? '' : `工作表“${sheet}”`}第 ${row} ${sheet === null ? '份' : '行'}：${reason}`);
    }
  } finally {
    if (report !== undefined) writeFileSync(report, `${JSON.stringify({ files: reports }, null, 2)}\n`);
    await target.close();
  }
  return refusals;
}

async function main(): Promise<void> {
  if ((await importAll(readArguments(process.argv.slice(2)))) > 0) process.exitCode = 1;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  if (fault instanceof UsageError || (fault as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  process.exitCode = 2;
});
