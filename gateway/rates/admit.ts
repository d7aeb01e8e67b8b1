import type { IncomingMessage } from 'node:http';
import type { Actor } from '../../services/shared/actor';
import { type Identity, Unauthenticated } from '../identity';
import { clientAddress, networkOf } from './client-address';
import type { RateLimiter } from './rate-limiter';

export interface Admitted {
  actor: Actor;
  /** The client's address, of the last proxy that is trusted. */
  address: string;
}

export interface AdmissionOptions {
  identity: Identity;
  limiter: Pick<RateLimiter, 'fromAddress' | 'byClient'>;
  /** How many proxies stand in front. */
  trustedProxies: number;
}

/**
 * Lets a request in: who asks, and that it is not too often. Whoever proves who he is is counted by that and not by
 * his address, which a whole office may share; a token that proves nothing counts as the address's.
 */
export function createAdmission({ identity, limiter, trustedProxies }: AdmissionOptions): (request: IncomingMessage) => Promise<Admitted> {
  return async (request) => {
    const address = clientAddress(request, trustedProxies);
    const { authorization } = request.headers;
    if (authorization === undefined) await limiter.fromAddress(networkOf(address));
    try {
      const actor = await identity.authenticate(authorization);
      if (authorization !== undefined) await limiter.byClient(actor.id);
      return { actor, address };
    } catch (fault) {
      if (fault instanceof Unauthenticated) await limiter.fromAddress(networkOf(address));
      throw fault;
    }
  };
}
