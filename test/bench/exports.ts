import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXPORT_FORMATS } from '../../gateway/exports/export-formats';
import { inProject } from '../../services/shared/project-root';
import { onServer } from '../support/database';
import { fillLongList } from './long-list';

// A long list on a PostgreSQL server, in a database of its own that is dropped afterwards, exported by a hub in a process
// of its own whose memory is watched (Linux):
//   npm run bench:exports -- postgresql://postgres@127.0.0.1:5432/postgres [items] [formats, e.g. xlsx,csv]
const DATABASE = `hub_bench_exports_${process.pid}`;
const MEGABYTE = 1024 * 1024;

async function main([server, items = '100000', formats = Object.keys(EXPORT_FORMATS).join(',')]: readonly string[]): Promise<void> {
  if (!server) throw new Error('usage: bench:exports -- <url of a PostgreSQL server> [items] [formats]');
  await onServer(server, `DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await onServer(server, `CREATE DATABASE ${DATABASE}`);
  const url = new URL(server);
  url.pathname = `/${DATABASE}`;
  const hub = spawn(process.execPath, ['--disable-proto=delete', '--heap-growing-percent=100', inProject('dist', 'gateway', 'one-process.js')], {
    cwd: inProject(),
    env: { ...process.env, DATABASE_URL: url.href, HUB_DATA: mkdtempSync(path.join(tmpdir(), 'bench-exports-')), HUB_SAMPLE: 'off', PORT: '0', HUB_CHECKPOINT_SECONDS: '86400' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await originOf(hub);
    await fillLongList(url.href, Number(items));
    ITEMS_WRITTEN = Number(items);
    await export_(origin, hub, 'csv', '000001'); // an empty one: whatever the first export loads is part of being idle
    await sleep(3_000);
    for (const format of formats.split(',')) console.log(await export_(origin, hub, format));
  } finally {
    hub.kill('SIGTERM');
    await once(hub, 'close');
    await onServer(server, `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  }
}

async function originOf(hub: ChildProcess): Promise<string> {
  for await (const chunk of hub.stdout!) {
    const port = /http:\/\/localhost:(\d+)\/graphql/.exec(String(chunk))?.[1];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
  }
  throw new Error('the hub did not start');
}

/** Exports once, taking the bytes as fast as they come, and tells what it took. */
async function export_(origin: string, { pid }: ChildProcess, format: string, region = '140100'): Promise<string> {
  const idle = residentOf(pid!);
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, residentOf(pid!))), 50);
  const [started, cpu] = [performance.now(), cpuSecondsOf(pid!)];
  const response = await fetch(`${origin}/exports/items?${new URLSearchParams({ region, format })}`);
  if (!response.ok && region === '140100') throw new Error(`${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  const mb = (of: number): string => (of / MEGABYTE).toFixed(0);
  return (
    `${format}: ${mb(bytes)} MB in ${seconds.toFixed(1)} s, ${(ITEMS_WRITTEN / seconds).toFixed(0)} items/s, ${(cpuSecondsOf(pid!) - cpu).toFixed(1)} s of the hub’s CPU; ` +
    `resident: idle ${mb(idle)} MB, peak ${mb(peak)} MB, difference ${mb(peak - idle)} MB`
  );
}

let ITEMS_WRITTEN = 0;

const residentOf = (pid: number): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;

/** User and system time, in clock ticks of a hundredth of a second. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
