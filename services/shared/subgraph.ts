import type { GraphQLSchema } from 'graphql';
import type { Actor } from './actor';
import type { Checkpoint } from './checkpoints/checkpoint';
import type { CheckpointStatus } from './checkpoints/checkpointer';
import type { DataState } from './data-state';
import type { Feed } from './feed';
import type { Follower, FollowerStatus } from './follower';
import type { Verification, Witness } from './verify-journal';

/** One call of a subgraph: who asks, and the request it belongs to. */
export interface Call {
  actor: Actor;
  requestId: string;
}

/** Whether a service can answer, and how far behind its followers are. */
export interface Readiness {
  database: 'ok' | 'unreachable';
  followers: FollowerStatus[];
  /** How far its journal is signed; left out where nobody signs it. */
  checkpoints?: CheckpointStatus | undefined;
}

/**
 * A service as the outside sees it. One factory per service makes it for production, demo, tests and benchmarks;
 * the same object is served in one process or behind an HTTP server of its own.
 */
export interface Subgraph {
  /** Name in the supergraph: `catalog`, `organisation`, `service-center`. */
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** The GraphQL context of one operation of one caller. */
  createContext(call: Call): object;
  /** The service's journal as others follow it. */
  readonly feed: Feed;
  /** What its answers rest on. */
  readonly state: DataState;
  /** Applies migrations and starts following. Followers catch up in the background. */
  start(): Promise<void>;
  ready(): Promise<Readiness>;
  /** What it keeps of the services it follows. */
  readonly followers: readonly Follower[];
  /** Applies all that is in the journals it follows. */
  catchUp(): Promise<void>;
  /** Empties what it keeps of others and replays it from zero. */
  rebuild(): Promise<void>;
  /** Recomputes its journal's chain and compares it with heads that others remember. */
  verifyJournal(witnesses?: readonly Witness[], published?: readonly Checkpoint[]): Promise<Verification>;
  /** Signs its journal as it is now; null when there is nothing in it, or nobody to sign. */
  checkpoint(): Promise<Checkpoint | null>;
  /** Records its own sample data through its commands, after catching up. Doing it again changes nothing. */
  seed(): Promise<void>;
  /** Ends the followers; the database is its opener's to close. */
  stop(): Promise<void>;
}
