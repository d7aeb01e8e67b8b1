import { type Actor, ANONYMOUS } from '../../services/shared/actor';
import type { Identity } from './caller-identity';

/** What a token proved. */
export interface Proven {
  actor: Actor;
  /** When it proves it no longer, milliseconds since 1970. */
  until: number;
}

export interface RememberedActorsOptions {
  /** Verifies a header's token; only what it accepts is remembered. */
  verify: (authorization: string) => Promise<Proven>;
  /** Stands for the keys that tokens are verified with now: another value forgets all that others proved. */
  keysInForce: () => unknown;
  now: () => number;
}

const MOST = 5_000;
/** Longer headers are verified each time: nobody shall fill the memory with them. */
const LONGEST = 4_096;

/**
 * Verifies each token once and then knows it by its very letters, until it expires or the keys change. A signature costs
 * more than a whole answer from the cache. Whoever asks at once with a new token has it verified each for himself.
 */
export function rememberedActors({ verify, keysInForce, now }: RememberedActorsOptions): Identity {
  const proven = new Map<string, Proven>(); // in the order in which they were proven; the oldest go first
  let keys: unknown;

  async function prove(authorization: string): Promise<Actor> {
    const found = await verify(authorization);
    const [oldest] = proven.keys();
    if (proven.size >= MOST) proven.delete(oldest!);
    // The keys may have changed while the token was looked at; then it was perhaps an old one that proved it.
    if (authorization.length <= LONGEST && keysInForce() === keys) proven.set(authorization, found);
    return found.actor;
  }

  function known(authorization: string | undefined): Actor | null {
    if (authorization === undefined) return ANONYMOUS;
    const current = keysInForce();
    if (current !== keys) proven.clear();
    keys = current;
    const found = proven.get(authorization);
    if (found !== undefined && now() < found.until) return found.actor;
    proven.delete(authorization);
    return null;
  }

  return { known, authenticate: async (authorization) => known(authorization) ?? prove(authorization!) };
}
