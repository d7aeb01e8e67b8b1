import { type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { maskFault } from '../services/shared/mask-fault';
import { traced } from '../services/shared/tracing';
import type { Log } from './log';
import { operationOf, placeOf } from './operation-of';
import { type Breakers, CutOff, through } from './resilience/breakers';
import { withOneRetry } from './resilience/retry';
import type { SubgraphCall, SubgraphCaller } from './subgraph-caller';
import { CallFailed, subgraphFailure, type SubgraphFailureCode } from './subgraph-failure';

/** Whoever counts what subgraphs are asked. */
export interface CallWatch {
  /** `code` is null when the subgraph answered, whatever it answered. */
  settled(call: SubgraphCall, subgraph: string, ms: number, code: SubgraphFailureCode | null): void;
  retried(subgraph: string): void;
}

export interface GuardOptions {
  timeoutMs: number;
  /** For mutations: a batch may take longer than a reader would wait, and is done whether or not somebody waits. */
  writeTimeoutMs?: number | undefined;
  log: Log;
  /** Without them every call is made, however often the last ones failed. */
  breakers?: Breakers | undefined;
  watch?: CallWatch | undefined;
}

const NOTHING: ExecutionResult = Object.freeze({ data: null });

/**
 * What every call of a subgraph goes through, wherever it runs: a breaker, a deadline, one retry of a read, masked faults.
 * Never rejects: a subgraph that fails costs its own part of the answer and leaves one error that says so.
 * Once it has failed, the rest of the same operation does not ask it again, so that a plan with two steps in a hung
 * service takes one deadline and not two.
 */
export function guardedCaller(caller: SubgraphCaller, { timeoutMs, writeTimeoutMs = timeoutMs, log, breakers, watch }: GuardOptions) {
  const { name } = caller;
  const failed = new WeakSet<object>();
  const ask = (call: SubgraphCall): Promise<ExecutionResult> =>
    withDeadline(operationOf(call.document) === OperationTypeNode.MUTATION ? writeTimeoutMs : timeoutMs, name, (signal) =>
      withOneRetry({ document: call.document, signal, onRetry: () => watch?.retried(name) }, () => caller.call(call, signal)),
    );
  return async function guardedCall(call: SubgraphCall): Promise<ExecutionResult> {
    if (failed.has(call.operation)) return NOTHING;
    const started = performance.now();
    const settled = (code: SubgraphFailureCode | null): void => watch?.settled(call, name, performance.now() - started, code);
    try {
      const answer = await traced(name, { kind: 'client' }, () => (breakers ? through(breakers(name), name, () => ask(call)) : ask(call)));
      settled(null);
      return answer.errors?.length ? { data: answer.data ?? null, errors: maskErrors(answer.errors, call, name, log) } : answer;
    } catch (fault) {
      const code = codeOf(fault);
      settled(code);
      tellFault(fault, call, name, log);
      if (failed.has(call.operation)) return NOTHING;
      failed.add(call.operation);
      return { data: null, errors: [subgraphFailure(name, code, placeOf(call.document))] };
    }
  };
}

export const codeOf = (fault: unknown): SubgraphFailureCode => (fault instanceof CallFailed ? fault.code : 'SUBGRAPH_FAULT');

/** What was not even asked is told once, by the breaker. */
export function tellFault(fault: unknown, { requestId }: SubgraphCall, subgraph: string, log: Log): void {
  if (!(fault instanceof CutOff)) log.error({ requestId, subgraph, code: codeOf(fault), err: fault }, 'subgraph call failed');
}

/** Settles within `ms`, whatever `work` does. */
export async function withDeadline<T>(ms: number, name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new CallFailed('SUBGRAPH_TIMEOUT', `${name} did not answer within ${ms} ms`));
      controller.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Errors meant for clients pass; a fault inside the subgraph becomes the same typed error as one of the call. */
function maskErrors(
  errors: readonly GraphQLError[],
  { requestId }: SubgraphCall,
  subgraph: string,
  log: Log,
): GraphQLError[] {
  return errors.map((error) => {
    const { message, path, extensions } = maskFault(error.toJSON(), error);
    if (extensions?.code !== 'INTERNAL_SERVER_ERROR') return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
    log.error({ requestId, subgraph, err: error.originalError ?? error }, 'subgraph fault');
    return subgraphFailure(subgraph, 'SUBGRAPH_FAULT', path);
  });
}
