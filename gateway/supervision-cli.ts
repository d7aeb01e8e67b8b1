import { parseArgs } from 'node:util';
import { systemActor } from '../services/shared/actor';
import type { Outcome } from '../services/shared/outcome';
import { readConfig } from './config';
import { createHub } from './hub';
import { commandHub, type RemoteHub } from './remote-hub';
import { runSupervision, type SupervisionRun } from './supervision-run';

const USAGE = `用法：npm run supervise -- --region 140100 [--hub http://localhost:4000 --token 令牌]
对区划内的在办事项作当日监察；同一天重复运行不会重复告警，宜由定时任务每日调用。不带 --hub 时读写本机数据。`;

class UsageError extends Error {}

async function runHere(regionCode: string): Promise<Outcome<SupervisionRun>> {
  const hub = await createHub(readConfig(process.env));
  try {
    await hub.start();
    return await runSupervision(hub.target.ask, regionCode, systemActor('supervise'));
  } finally {
    await hub.stop();
  }
}

const runThere = (hub: RemoteHub, region: string): Promise<Outcome<SupervisionRun>> => commandHub(hub, { method: 'POST', path: '/supervision/runs', query: { region } });

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { region: { type: 'string' }, hub: { type: 'string' }, token: { type: 'string' } } });
  const { region, hub, token } = values;
  if (!region) throw new UsageError('缺少 --region');
  const outcome = hub === undefined ? await runHere(region) : await runThere({ origin: hub, token }, region);
  if (!outcome.ok) throw new Error(`${outcome.refusal.message}（${outcome.refusal.code}）`);
  const { examined, raised, revoked } = outcome.value;
  console.log(`当日监察完成：在办事项 ${examined} 件，新告警 ${raised} 个，撤销 ${revoked} 个`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  if (fault instanceof UsageError || (fault as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  process.exitCode = 2;
});
