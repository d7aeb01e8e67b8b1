import { type DocumentNode, parse } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../services/shared/actor';
import { withDeadline } from './guarded-caller';
import type { SubgraphCaller } from './subgraph-caller';

/** Runs one operation on one subgraph for an actor and returns its data; throws its first error. */
export type AskSubgraph = <Data>(
  subgraph: string,
  query: string,
  variables: Record<string, unknown>,
  actor: Actor,
) => Promise<Data>;

/** A bulk import is one call: far longer than a reader would wait. */
const DEADLINE_MS = 150_000;

/** Asks subgraphs directly, beside the query planner: for work that is not part of the public graph. */
export function askSubgraphs(callers: readonly SubgraphCaller[], deadlineMs = DEADLINE_MS): AskSubgraph {
  const byName = new Map(callers.map((caller) => [caller.name, caller]));
  const documents = new Map<string, DocumentNode>();
  return async <Data>(subgraph: string, query: string, variables: Record<string, unknown>, actor: Actor): Promise<Data> => {
    const caller = byName.get(subgraph);
    if (!caller) throw new Error(`no subgraph ${subgraph}`);
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const call = { document, variables, operationName: undefined, actor, requestId: randomUUID(), operation: {} };
    const { data, errors } = await withDeadline(deadlineMs, subgraph, (signal) => caller.call(call, signal));
    if (errors?.[0]) throw errors[0];
    return data as Data;
  };
}
