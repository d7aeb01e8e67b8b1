import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemActor } from '../services/shared/actor';
import { dayInChina } from '../services/shared/day';
import type { Outcome, Refusal } from '../services/shared/outcome';
import { readConfig } from './config';
import { DataDirectoryInUse } from './data-directory';
import { type FileReport, isDay } from './imports';
import { createHub } from './hub';
import { progressOf } from './progress';
import { commandHub, type RemoteHub } from './remote-hub';
import { type BroughtFile, takeFile } from './returns';

const USAGE = `用法：npm run import -- --region 650200 --scheme NATIONAL_2015 --as published [--published-on 2025-01-01]
       [--report 结果.json] [--hub http://localhost:4000 --token 令牌] 文件…
      npm run import -- --region 140100 --scheme TAIYUAN_2014 --as return --cycle 140100-R1 […] 文件…
--as published 导入已公布的清单；--as return 作为部门报送导入清单编制周期，报送仍须由部门提交。
不带 --hub 时写入本机数据（HUB_DATA 或 DATABASE_URL）；枢纽正在运行时请用 --hub。`;

/** How one file is recorded: here, or by a running hub. */
interface Target {
  record(file: BroughtFile): Promise<Outcome<FileReport>>;
  close(): Promise<void>;
}

/** What the files are brought in as. */
type Purpose = { publishedOn: string } | { cycleId: string };

interface Arguments {
  files: string[];
  regionCode: string;
  scheme: string;
  purpose: Purpose;
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
      cycle: { type: 'string' },
      report: { type: 'string' },
      hub: { type: 'string' },
      token: { type: 'string' },
    },
  });
  const { region, scheme, as, hub, token, report } = values;
  if (!region || !scheme || positionals.length === 0) throw new UsageError('缺少 --region、--scheme 或文件');
  const purpose = readPurpose(as, values['published-on'], values.cycle);
  const absent = positionals.find((file) => !existsSync(file));
  if (absent !== undefined) throw new UsageError(`文件不存在：${absent}`);
  return { files: positionals, regionCode: region, scheme, purpose, report, hub, token };
}

function readPurpose(as: string, publishedOn = dayInChina(new Date()), cycle?: string): Purpose {
  if (as === 'return') {
    if (!cycle) throw new UsageError('--as return 须用 --cycle 指明清单编制周期，例如 140100-R1');
    return { cycleId: cycle };
  }
  if (as !== 'published') throw new UsageError(`--as ${as}：应为 published（已公布的清单）或 return（部门报送）`);
  if (cycle) throw new UsageError('--cycle 只用于 --as return');
  if (!isDay(publishedOn)) throw new UsageError(`--published-on ${publishedOn}：应写作 YYYY-MM-DD，且确有这一天`);
  return { publishedOn };
}

async function embeddedTarget(): Promise<Target> {
  const hub = await createHub(readConfig(process.env)).catch((fault: unknown) => {
    throw fault instanceof DataDirectoryInUse ? new Error(`${fault.message}\n枢纽正在运行时，请加 --hub http://localhost:4000 --token 令牌，经由它导入。`) : fault;
  });
  await hub.start();
  return { record: (file) => takeFile(hub.target.ask, file, systemActor('import')), close: () => hub.stop() };
}

const remoteTarget = (hub: RemoteHub): Target => ({
  record({ regionCode, scheme, fileName, bytes, ...purpose }) {
    const how: Record<string, string> = 'cycleId' in purpose ? { as: 'return', cycle: purpose.cycleId } : { as: 'published', publishedOn: purpose.publishedOn };
    return commandHub(hub, { method: 'POST', path: '/imports', query: { region: regionCode, scheme, file: fileName, ...how }, body: bytes });
  },
  close: async () => {},
});

const sum = ({ sheets }: FileReport, of: (sheet: FileReport['sheets'][number]) => number): number =>
  sheets.reduce((total, sheet) => total + of(sheet), 0);

/** Imports files one after another; returns how many were refused. */
async function importAll({ files, report, hub, token, purpose, ...list }: Arguments): Promise<number> {
  const progress = progressOf(process.stderr, files.length);
  const target = hub === undefined ? await embeddedTarget() : remoteTarget({ origin: hub, token });
  const reports: (FileReport & { refusal?: Refusal })[] = [];
  try {
    for (const file of files) {
      const fileName = path.basename(file);
      progress.begin(fileName);
      const outcome = await target.record({ ...list, ...purpose, fileName, bytes: readFileSync(file) });
      if (!outcome.ok) {
        reports.push({ file: fileName, sheets: [], refusal: outcome.refusal });
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
  return reports.filter(({ refusal }) => refusal).length;
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
