import { setTimeout as sleep } from 'node:timers/promises';
import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';
import { CallFailed } from '../subgraph-failure';

/** Long enough for a restarted listener, short beside the deadline; spread, so that callers do not come back as one. */
const LEAST_PAUSE_MS = 20;
const PAUSE_SPREAD_MS = 80;

/** Only what changes nothing is asked twice, and only when the first try got no answer of the service's own. */
export const isWorthRetrying = (document: DocumentNode, fault: unknown): boolean =>
  fault instanceof CallFailed && fault.isTransient && document.definitions.every((node) => node.kind !== Kind.OPERATION_DEFINITION || node.operation === OperationTypeNode.QUERY);

/** Between the two tries; `random` is in [0, 1). */
export const pauseMs = (random: number): number => LEAST_PAUSE_MS + Math.floor(random * PAUSE_SPREAD_MS);

export interface RetryOptions {
  document: DocumentNode;
  /** The deadline of both tries together. */
  signal: AbortSignal;
  onRetry: () => void;
}

/** Tries once more where that is safe. */
export async function withOneRetry<T>({ document, signal, onRetry }: RetryOptions, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (fault) {
    if (signal.aborted || !isWorthRetrying(document, fault)) throw fault;
    await sleep(pauseMs(Math.random()), undefined, { signal });
    onRetry();
    return attempt();
  }
}
