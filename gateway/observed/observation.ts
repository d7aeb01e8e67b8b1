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
  requestId: string | null;
  actor: Actor | null;
  operationName: string | null;
  documentHash: string | null;
  readonly subgraphs: SubgraphTiming[];
  readonly codes: Set<string>;
  /** The request in a trace; null when nothing is traced. */
  span: Span | null;
}

/** On the response, so that code which only has that can add to it. */
const OBSERVATION = Symbol('observation');
type Observed = ServerResponse & { [OBSERVATION]?: Observation };

export function beginObservation(response: Observed): Observation {
  const observation: Observation = { startedAt: performance.now(), requestId: null, actor: null, operationName: null, documentHash: null, subgraphs: [], codes: new Set(), span: null };
  response[OBSERVATION] = observation;
  return observation;
}

/** Undefined where nobody observes, as in tests of single parts. */
export const observationOf = (response: Observed): Observation | undefined => response[OBSERVATION];

/** Lets whoever answers a request add to what is learnt of it. */
export function observedContext<Context extends { actor: Actor; requestId: string; observation?: Observation }>(response: ServerResponse, context: Context): Context {
  const observation = observationOf(response);
  if (observation === undefined) return context;
  observation.actor = context.actor;
  observation.requestId = context.requestId;
  context.observation = observation;
  return context;
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
