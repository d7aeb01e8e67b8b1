import type { GraphQLSchema } from 'graphql';
import { capRepresentations } from './cap-representations';
import { dataState } from './data-state';
import { localFeed } from './feed';
import type { Follower } from './follower';
import { migrate } from './migrate';
import { inProject } from './project-root';
import type { Store } from './store';
import type { Call, Readiness, Subgraph } from './subgraph';
import { verifyJournal } from './verify-journal';

/** What makes one service differ from the next, seen from outside. */
export interface SubgraphParts {
  /** Name in the supergraph, which is also its folder under `services/` and `prisma/`. */
  name: string;
  store: Store;
  schema: GraphQLSchema;
  createContext: (call: Call) => object;
  followers: readonly Follower[];
  /** What must be there before anything else, after the migrations. */
  prepare?: () => Promise<void>;
  seed: () => Promise<void>;
  /** Closes what the service itself opened. */
  close: () => Promise<void>;
}

/** Puts a service together: migrations at the start, followers in the background, its journal as a feed. */
export function createSubgraph({ name, store, schema, createContext, followers, prepare, seed, close }: SubgraphParts): Subgraph {
  const catchUp = async (): Promise<void> => {
    for (const follower of followers) await follower.catchUp();
  };
  return {
    name,
    schema: capRepresentations(schema),
    createContext,
    followers,
    feed: localFeed(store),
    state: dataState(store, followers),
    async start() {
      await migrate(store.database.pool, store.schema, inProject('prisma', name, 'migrations'));
      await prepare?.();
      await store.checkpoints?.start();
      for (const follower of followers) follower.start();
    },
    checkpoint: async () => (await store.checkpoints?.checkpoint()) ?? null,
    catchUp,
    async seed() {
      await catchUp();
      await seed();
    },
    async rebuild() {
      for (const follower of followers) await follower.rebuild();
    },
    verifyJournal: (witnesses, published) => verifyJournal(store.database, store.schema, witnesses, published),
    ready: () => readinessOf(store, followers),
    async stop() {
      await Promise.all(followers.map((follower) => follower.stop()));
      await store.checkpoints?.stop();
      await close();
    },
  };
}

async function readinessOf({ database, checkpoints }: Store, followers: readonly Follower[]): Promise<Readiness> {
  try {
    await database.pool.query('SELECT 1');
    return { database: 'ok', followers: await Promise.all(followers.map((follower) => follower.status())), checkpoints: checkpoints?.status() };
  } catch {
    return { database: 'unreachable', followers: [] }; // that it is so is the answer
  }
}
