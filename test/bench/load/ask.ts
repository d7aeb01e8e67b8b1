import { setTimeout as sleep } from 'node:timers/promises';
import type { PreparedRequest } from './requests';

export interface Asked {
  status: number;
  text: string;
  etag: string | null;
}

const AT_ONCE = 16;
const WAKE_MS = 120_000;

/** Asks one request until it is answered without an error: what a fresh process computes once (a region's cross-check) may outlast a deadline. */
export async function wakeUp(origin: string, request: PreparedRequest): Promise<void> {
  const until = Date.now() + WAKE_MS;
  for (;;) {
    const [answer] = await askAll(origin, [request]);
    if (answer!.status === 200 && !answer!.text.includes('"errors":')) return;
    if (Date.now() > until) throw new Error(`${origin} answers ${request.body ?? request.path} with ${answer!.status} ${answer!.text.slice(0, 500)}`);
    await sleep(500);
  }
}

/** Asks prepared requests, some at once, in order. */
export async function askAll(origin: string, requests: readonly PreparedRequest[]): Promise<Asked[]> {
  const answers: Asked[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < requests.length; n = next++) {
      const { method, path, headers, body } = requests[n]!;
      const response = await fetch(`${origin}${path}`, { method, headers, body });
      answers[n] = { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}
