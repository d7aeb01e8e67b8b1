import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Actor } from '../services/shared/actor';
import type { Readiness } from '../services/shared/subgraph';

/** One fetch of a query plan. */
export interface SubgraphCall {
  /** Planned and therefore valid; the same object for every run of the same plan. */
  document: DocumentNode;
  variables: Record<string, unknown> | undefined;
  operationName: string | undefined;
  actor: Actor;
  requestId: string;
  /** Stands for the client's operation: the same object for all its fetches, another for every other operation. */
  operation: object;
}

/** The gateway's way to one subgraph, in this process or another. */
export interface SubgraphCaller {
  readonly name: string;
  /** Answers as the subgraph does. Rejects when it cannot be reached or does not speak GraphQL. */
  call(call: SubgraphCall, signal: AbortSignal): Promise<ExecutionResult>;
  /** Answers a subscription: a stream of answers, or the one that says why there is none. */
  subscribe(call: SubgraphCall, signal: AbortSignal): Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;
  /** Tells whenever its answers may have become others: at once in this process, as soon as the network allows from another; `lost` while it cannot know. */
  watch(tell: (news: 'changed' | 'lost') => void, signal: AbortSignal): void;
  ready(signal: AbortSignal): Promise<Readiness>;
}
