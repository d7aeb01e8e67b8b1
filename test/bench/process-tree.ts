import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from '../../services/shared/project-root';

/** Linux counts CPU time in hundredths of a second, whatever the clock. */
const TICK_MS = 10;
const START_MS = 120_000;

/** What Linux tells of a process; null once it is gone. */
export function statOf(pid: number): { parent: number; command: string; cpuMs: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const fields = text.slice(end + 2).split(' ');
    return { parent: Number(fields[1]), command: text.slice(text.indexOf('(') + 1, end), cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    return null; // it ended meanwhile
  }
}

function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it ended meanwhile
  }
}

/** A process and all it started. */
function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? statOf(Number(name))?.parent : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** A program of the project in a process of its own. */
export interface Program {
  /** Below `dist`. */
  file: string;
  args?: readonly string[];
  environment: Record<string, string>;
  /** Where it says it listens; by default any address it prints. */
  says?: RegExp;
}

export interface Running {
  readonly origin: string;
  /** CPU time of it and all it started, so far. */
  cpuMs(): number;
  residentMb(): number;
  stop(): Promise<void>;
}

const ADDRESS = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/;

/** Starts it and waits until it says where it listens. */
export async function start({ file, args = [], environment, says = ADDRESS }: Program): Promise<Running> {
  const child = spawn(process.execPath, ['--disable-proto=delete', inProject('dist', file), ...args], {
    cwd: inProject(),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: process.env.TZ, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = `http://127.0.0.1:${await portOf(file, child, says)}`;
  return {
    origin,
    cpuMs: () => treeOf(child.pid!).reduce((sum, pid) => sum + (statOf(pid)?.cpuMs ?? 0), 0),
    residentMb: () => treeOf(child.pid!).reduce((sum, pid) => sum + residentMb(pid), 0),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function portOf(file: string, child: ChildProcess, says: RegExp): Promise<string> {
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-10_000)));
  const until = Date.now() + START_MS;
  for (;;) {
    const port = says.exec(said)?.[1];
    if (port !== undefined) return port;
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`${file} did not start:\n${said}`);
    }
    await sleep(20);
  }
}

/** Several as one: what the first answers costs them all. */
export const together = (first: Running, others: readonly Running[]): Running => ({
  origin: first.origin,
  cpuMs: () => [first, ...others].reduce((sum, one) => sum + one.cpuMs(), 0),
  residentMb: () => [first, ...others].reduce((sum, one) => sum + one.residentMb(), 0),
  async stop() {
    await first.stop();
    await Promise.all(others.map((one) => one.stop()));
  },
});
