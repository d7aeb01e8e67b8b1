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

/** Establishes who asks, and that it is not too often: at once where nothing need be waited for. */
export type Admit = (request: IncomingMessage) => Admitted | Promise<Admitted>;

export interface AdmissionOptions {
  identity: Identity;
  limiter: Pick<RateLimiter, 'fromAddress' | 'byClient' | 'counts'>;
  /** How many proxies stand in front. */
  trustedProxies: number;
}

/**
 * Lets a request in: whoever proves who he is is counted by that and not by his address, which a whole office may share;
 * a token that proves nothing counts as the address's.
 */
export function createAdmission({ identity, limiter, trustedProxies }: AdmissionOptions): Admit {
  async function counted(authorization: string | undefined, address: string): Promise<Admitted> {
    if (authorization === undefined) await limiter.fromAddress(networkOf(address));
    try {
      const actor = await identity.authenticate(authorization);
      if (authorization !== undefined) await limiter.byClient(actor.id);
      return { actor, address };
    } catch (fault) {
      if (fault instanceof Unauthenticated) await limiter.fromAddress(networkOf(address));
      throw fault;
    }
  }
  return (request) => {
    const address = clientAddress(request, trustedProxies);
    const { authorization } = request.headers;
    const isCounted = authorization === undefined ? limiter.counts.addresses : limiter.counts.clients;
    const actor = isCounted ? null : identity.known(authorization);
    return actor === null ? counted(authorization, address) : { actor, address };
  };
}
