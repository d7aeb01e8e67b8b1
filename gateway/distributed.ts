import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, freshSecret, type HubConfig, readConfig, SERVICES, variableOf } from './config';
import { createLog, type Log } from './log';
import { remoteSampleTarget } from './remote-sample-target';
import { loadSample } from './sample';
import { stopOnSignal } from './stop-on-signal';

const START_MS = 120_000;
/** A part that ends by itself is started again, so often within a minute, and so soon. */
const MOST_RESTARTS = 5;
const RESTART_AFTER_MS = 200;

interface Part {
  name: string;
  process: ChildProcess;
}

/** Where a part's program is, and what it needs to know beside the environment. */
interface Program {
  file: string;
  environment: Record<string, string>;
}

/** `npm run start:distributed`: three services and a gateway, each a process of its own, over PostgreSQL. What ends by itself is started again. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (config.databases === null)
    throw new ConfigError(['DATABASE_URL：未设置。分布式运行需要 PostgreSQL 15 或更新版本，例如 postgresql://用户:密码@主机:5432/数据库']);
  const secret = config.secret ?? freshSecret();
  const log = createLog(config.logLevel);
  const parts = new Map<string, Part>();
  const ends: number[] = [];
  let isUp = false;
  let isStopping = false;
  const add = (name: string, { file, environment }: Program): void => {
    const part = startPart(name, file, { ...environment, HUB_SECRET: secret });
    part.process.once('exit', (code, signal) => {
      if (isStopping) return;
      ends.push(Date.now());
      if (isUp && ends.filter((at) => at > Date.now() - 60_000).length <= MOST_RESTARTS) {
        console.error(`${name} 意外结束（${signal ?? code}），重新启动`);
        setTimeout(() => isStopping || add(name, { file, environment }), RESTART_AFTER_MS);
        return;
      }
      isStopping = true;
      console.error(`${name} 意外结束（${signal ?? code}），其余进程随之停止`);
      void stopParts([...parts.values()], log).then(() => process.exit(1));
    });
    parts.set(name, part);
  };
  stopOnSignal(async () => {
    isStopping = true;
    await stopParts([...parts.values()], log);
  }, log);

  try {
    for (const service of SERVICES) {
      const { port, hostname } = new URL(config.origins[service]);
      add(service, { file: require.resolve(`../services/${service}/server`), environment: { [variableOf(service, 'PORT')]: port, HOST: hostname } });
    }
    await Promise.all(SERVICES.map((service) => untilReady(config.origins[service])));
    if (config.sample) await loadSample(remoteSampleTarget(config.origins, secret));
    add('gateway', { file: require.resolve('./server'), environment: { PORT: String(config.port) } });
    await untilReady(gatewayOrigin(config));
    isUp = true;
    console.log(`权力清单枢纽已启动（分布式）：http://localhost:${config.port}/（接口 http://localhost:${config.port}/graphql，查询页面 http://localhost:${config.port}/graphiql）`);
  } catch (fault) {
    if (isStopping) return; // what was told to stop, or ended by itself, is not a failed start
    isStopping = true;
    await stopParts([...parts.values()], log);
    throw fault;
  }
}

const gatewayOrigin = ({ host, port }: HubConfig): string => `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;

/** A group of its own: an interrupt from the terminal reaches this process alone, which stops the parts in order. */
function startPart(name: string, file: string, environment: Record<string, string>): Part {
  const child = spawn(process.execPath, [...process.execArgv, file], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  return { name, process: child };
}

/** The gateway first: what it still has to answer needs the services. */
async function stopParts(parts: readonly Part[], log: Log): Promise<void> {
  const gateway = parts.filter(({ name }) => name === 'gateway');
  const services = parts.filter(({ name }) => name !== 'gateway');
  for (const group of [gateway, services]) {
    const codes = await Promise.all(group.map(stopPart));
    codes.forEach((code, i) => code !== 0 && log.warn({ part: group[i]!.name, code }, 'part did not end cleanly'));
  }
}

async function stopPart({ process: child }: Part): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGTERM');
  return (await ended)[0];
}

async function untilReady(origin: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    const isReady = await fetch(new URL('/readyz', origin)).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await sleep(100);
  }
  throw new Error(`${origin} 未能在 ${START_MS / 1000} 秒内启动`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
