import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemActor } from '../services/shared/actor';
import { readConfig } from './config';
import { DataDirectoryInUse } from './data-directory';
import { createHub } from './hub';
import { HubSaid, type RemoteHub, requestHub } from './remote-hub';
import { type MandateReport, mandateReport } from './reports/mandate-report';
import { REPORT_FORMATS, type ReportFormat, toReportFile } from './reports/report-file';

const USAGE = `用法：npm run report:mandates -- --region 140100 [--format xlsx|json] [--out 报告.xlsx] [--hub http://localhost:4000 --token 令牌]
不带 --hub 时读取本机数据（HUB_DATA 或 DATABASE_URL）；枢纽正在运行时请用 --hub，报告以令牌的权限为限。`;

interface Arguments {
  region: string;
  format: ReportFormat;
  out: string | undefined;
  hub: string | undefined;
  token: string | undefined;
}

class UsageError extends Error {}

function readArguments(argv: string[]): Arguments {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ args: argv, options: { region: option, format: { type: 'string', default: 'xlsx' }, out: option, hub: option, token: option } });
  const { region, out, hub, token } = values;
  if (!region || !/^\w{6}$/.test(region)) throw new UsageError('--region 应为六位行政区划代码，例如 140100');
  const format = REPORT_FORMATS.find((each) => each === values.format);
  if (format === undefined) throw new UsageError(`--format ${values.format}：应为 ${REPORT_FORMATS.join(' 或 ')}`);
  if (out !== undefined && !existsSync(path.dirname(path.resolve(out)))) throw new UsageError(`文件夹不存在：${path.dirname(out)}`);
  return { region, format, out, hub, token };
}

/** Made here, from the data of this machine; null for an unknown region. */
async function embeddedReport(region: string): Promise<MandateReport | null> {
  const hub = await createHub(readConfig(process.env)).catch((fault: unknown) => {
    throw fault instanceof DataDirectoryInUse ? new Error(`${fault.message}\n枢纽正在运行时，请加 --hub http://localhost:4000 --token 令牌，向它索取。`) : fault;
  });
  try {
    await hub.start();
    return await mandateReport(hub.target.ask, region, systemActor('report'));
  } finally {
    await hub.stop();
  }
}

/** Made by a running hub, with the rights of the token. As JSON in either case: the workbook is made of it here. */
async function remoteReport(hub: RemoteHub, region: string): Promise<MandateReport | null> {
  try {
    const response = await requestHub(hub, { method: 'GET', path: '/reports/mandates', query: { region, format: 'json' } });
    return (await response.json()) as MandateReport;
  } catch (fault) {
    if (fault instanceof HubSaid && fault.status === 404 && fault.said.startsWith('区划')) return null;
    throw fault;
  }
}

function tell({ scope, open, closed, byKind }: MandateReport, file: string): void {
  console.log(`✓ ${scope.regionName}（${scope.regionCode}）的核对报告已写入 ${file}`);
  if (open + closed === 0) console.log('  没有发现问题');
  else console.log(`  未办结问题 ${open} 个，已办结 ${closed} 个`);
  for (const kind of byKind) if (kind.open > 0) console.log(`    ${kind.name}：${kind.open}`);
}

async function main(): Promise<void> {
  const { region, format, out, hub, token } = readArguments(process.argv.slice(2));
  const report = hub === undefined ? await embeddedReport(region) : await remoteReport({ origin: hub, token }, region);
  if (report === null) {
    console.error(`✗ 区划不存在：${region}`);
    process.exitCode = 1;
    return;
  }
  const { asciiName, bytes } = toReportFile(report, format);
  const file = out ?? asciiName;
  writeFileSync(file, bytes);
  tell(report, file);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  if (fault instanceof UsageError || (fault as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  process.exitCode = 2;
});
