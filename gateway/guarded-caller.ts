import { type DocumentNode, type ExecutionResult, GraphQLError, Kind } from 'graphql';
import { maskFault } from '../services/shared/mask-fault';
import type { Log } from './log';
import type { SubgraphCall, SubgraphCaller } from './subgraph-caller';
import { CallFailed, subgraphFailure } from './subgraph-failure';

export interface GuardOptions {
  timeoutMs: number;
  log: Log;
}

const NOTHING: ExecutionResult = Object.freeze({ data: null });

/**
 * What every call of a subgraph goes through, wherever it runs: a deadline and masked faults. Never
 * rejects: a subgraph that fails costs its own part of the answer and leaves one error that says so.
 * Once it has failed, the rest of the same operation does not ask it again, so that a plan with two steps in a hung
 * service takes one deadline and not two.
 */
export function guardedCaller(caller: SubgraphCaller, { timeoutMs, log }: GuardOptions) {
  const { name } = caller;
  const failed = new WeakSet<object>();
  return async function guardedCall(call: SubgraphCall): Promise<ExecutionResult> {
    if (failed.has(call.operation)) return NOTHING;
    try {
      const answer = await withDeadline(timeoutMs, name, (signal) => caller.call(call, signal));
      return answer.errors?.length ? { data: answer.data ?? null, errors: maskErrors(answer.errors, call, name, log) } : answer;
    } catch (fault) {
      const code = fault instanceof CallFailed ? fault.code : 'SUBGRAPH_FAULT';
      log.error({ requestId: call.requestId, subgraph: name, code, err: fault }, 'subgraph call failed');
      if (failed.has(call.operation)) return NOTHING;
      failed.add(call.operation);
      return { data: null, errors: [subgraphFailure(name, code, placeOf(call.document))] };
    }
  };
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

/** A fetch that asks for entities of several places names each by an alias; the first stands for all. */
function placeOf(document: DocumentNode): (string | number)[] | undefined {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const first = operation?.selectionSet.selections[0];
  return first?.kind === Kind.FIELD && first.alias && first.name.value === '_entities' ? [first.alias.value, 0] : undefined;
}
