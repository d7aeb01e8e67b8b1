import type { ServerResponse } from 'node:http';

const waiting = new WeakMap<ServerResponse, () => void>();

/**
 * Says that a request only waits for something to happen: it is no load, and in the last round it is told to answer with
 * what there is. Answers what ends that.
 */
export function beginWaiting(response: ServerResponse, answerNow: () => void): () => void {
  waiting.set(response, answerNow);
  return () => void waiting.delete(response);
}

export const isWaiting = (response: ServerResponse): boolean => waiting.has(response);

/** Tells a request that waits to answer now; one that does not is let alone. */
export const endWaiting = (response: ServerResponse): void => waiting.get(response)?.();
