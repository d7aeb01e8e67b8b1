import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { inProject } from '../../../services/shared/project-root';
import type { PreparedRequest } from './requests';

const run = promisify(execFile);

/** How many requests are under way at once: a busy hall. */
export const CONNECTIONS = 32;

/** What a load came to; times in milliseconds. */
export interface LoadResult {
  requests: number;
  seconds: number;
  p50: number;
  p99: number;
  errors: number;
}

/** Says how to come by the load generator where there is none. */
export async function requireWrk(): Promise<void> {
  await run('wrk', ['-v']).catch((fault: { code?: unknown }) => {
    if (fault.code === 'ENOENT') throw new Error('the load comes from wrk, which is not installed: apt-get install wrk (Debian, Ubuntu), brew install wrk (macOS)');
  });
}

/** Writes requests as the load generator reads them: each as it goes over the wire, after its length. */
export function writeRequests(file: string, requests: readonly PreparedRequest[]): void {
  writeFileSync(file, Buffer.concat(requests.flatMap((request) => {
    const bytes = Buffer.from(onTheWire(request));
    return [Buffer.from(`${bytes.length}\n`), bytes];
  })));
}

function onTheWire({ method, path, headers, body }: PreparedRequest): string {
  const sent: Record<string, string> = { host: '127.0.0.1', ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) };
  return [`${method} ${path} HTTP/1.1`, ...Object.entries(sent).map(([name, value]) => `${name}: ${value}`), '', body ?? ''].join('\r\n');
}

/** Asks for so many seconds, from a process of its own. */
export async function load(origin: string, file: string, { seconds, status }: { seconds: number; status: number }): Promise<LoadResult> {
  const script = inProject('test', 'bench', 'load', 'load.lua');
  const { stdout } = await run('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${Math.ceil(seconds)}s`, '--timeout', '10s', '-s', script, origin, '--', file, String(status)]);
  const result = /^RESULT (.*)$/m.exec(stdout)?.[1];
  if (result === undefined) throw new Error(`wrk did not come to a result:\n${stdout}`);
  return JSON.parse(result) as LoadResult;
}
