import { setTimeout as sleep } from 'node:timers/promises';
import type { PreparedRequest } from './requests';

export interface Asked {
  status: number;
  text: string;
  etag: string | null;
}

const AT_ONCE = 8;
const PATIENCE_MS = 60_000;
const PAUSE_MS = 300;

export const hasErrors = ({ status, text }: Asked): boolean => status !== 200 || text.includes('"errors":');

/** Asks one prepared request. */
export async function ask(origin: string, { method, path, headers, body }: PreparedRequest): Promise<Asked> {
  const response = await fetch(`${origin}${path}`, { method, headers, body });
  return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
}

/**
 * Asks prepared requests, some at once, in order, to compare what they answer. Time is not taken here: what a fresh process
 * on a busy machine answers too late is asked again, for a minute.
 */
export async function askAll(origin: string, requests: readonly PreparedRequest[]): Promise<Asked[]> {
  const answers: Asked[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < requests.length; n = next++) answers[n] = await askPatiently(origin, requests[n]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}

async function askPatiently(origin: string, request: PreparedRequest): Promise<Asked> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask(origin, request);
    if (!hasErrors(answer) || Date.now() > until) return answer;
    await sleep(PAUSE_MS);
  }
}
