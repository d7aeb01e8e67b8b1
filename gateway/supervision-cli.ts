import { parseArgs } from 'node:util';
import { systemActor } from '../services/shared/actor';
import { readConfig } from './config';
import { createHub } from './one-process';
import { runSupervision, type SupervisionRun } from './supervision-run';

const USAGE = `用法：npm run supervise -- --region 140100 [--hub http://localhost:4000 --token 令牌]
对区划内的在办事项作当日监察；同一天重复运行不会重复告警，宜由定时任务每日调用。不带 --hub 时读写本机数据。`;

class UsageError extends Error {}

async function runHere(regionCode: string): Promise<SupervisionRun> {
  const hub = await createHub(readConfig(process.env));
  try {
    await hub.start();
    const outcome = await runSupervision(hub.target.ask, regionCode, systemActor('supervise'));
    if (!outcome.ok) throw new Error(`${outcome.refusal.message}（${outcome.refusal.code}）`);
    return outcome.value;
  } finally {
    await hub.stop();
  }
}

async function runThere(origin: string, token: string | undefined, regionCode: string): Promise<SupervisionRun> {
  const response = await fetch(new URL(`/supervision/runs?region=${encodeURIComponent(regionCode)}`, origin), {
    method: 'POST',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  }).catch((fault: unknown) => {
    throw new Error(`无法连接 ${origin}，请确认枢纽正在运行、地址无误`, { cause: fault });
  });
  const body = (await response.json()) as SupervisionRun & { refusal?: { message: string; code: string }; errors?: { message: string }[] };
  if (body.refusal) throw new Error(`${body.refusal.message}（${body.refusal.code}）`);
  if (!response.ok) throw new Error(`${origin} 应答 ${response.status}：${body.errors?.[0]?.message ?? ''}`);
  return body;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { region: { type: 'string' }, hub: { type: 'string' }, token: { type: 'string' } } });
  const { region, hub, token } = values;
  if (!region) throw new UsageError('缺少 --region');
  const { examined, raised, revoked } = hub === undefined ? await runHere(region) : await runThere(hub, token, region);
  console.log(`当日监察完成：在办事项 ${examined} 件，新告警 ${raised} 个，撤销 ${revoked} 个`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  if (fault instanceof UsageError || (fault as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
  process.exitCode = 2;
});
