import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../../services/shared/actor';
import type { Span } from '../../services/shared/tracing';

/** One call of a subgraph, as the log tells it. */
export interface SubgraphTiming {
  subgraph: string;
  ms: number;
  code?: string;
}

/** What is learnt of a request while it is answered; nothing that came in a variable or an argument. */
export interface Observation {
  readonly startedAt: number;
  actor: Actor | null;
  operationName: string | null;
  documentHash: string | null;
  readonly subgraphs: SubgraphTiming[];
  readonly codes: Set<string>;
  /** The request in a trace; null when nothing is traced. */
  span: Span | null;
}

/** Beside the request, so that code which only has the response can add to it. */
const observations = new WeakMap<ServerResponse, Observation>();

export function beginObservation(response: ServerResponse): Observation {
  const observation: Observation = { startedAt: performance.now(), actor: null, operationName: null, documentHash: null, subgraphs: [], codes: new Set(), span: null };
  observations.set(response, observation);
  return observation;
}

/** Undefined where nobody observes, as in tests of single parts. */
export const observationOf = (response: ServerResponse): Observation | undefined => observations.get(response);

/** Lets whoever answers a request add to what is learnt of it. */
export function observedContext<Context extends { actor: Actor }>(response: ServerResponse, context: Context): Context & { observation?: Observation } {
  const observation = observationOf(response);
  if (observation === undefined) return context;
  observation.actor = context.actor;
  return { ...context, observation };
}

/** A word of the client's own that is fit for a log: short, without anything that looks like a number of a person or a case. */
export function loggable(word: unknown): string | null {
  if (typeof word !== 'string' || !/^[\w .@/:+-]{1,64}$/.test(word)) return null;
  return word.replace(/\d{4,}/g, '#');
}

/** The program that asks, as Apollo's clients name themselves or as any client may. */
export const clientOf = ({ headers }: IncomingMessage): { name: string | null; version: string | null } => ({
  name: loggable(headers['apollographql-client-name'] ?? headers['x-client-name']),
  version: loggable(headers['apollographql-client-version'] ?? headers['x-client-version']),
});
