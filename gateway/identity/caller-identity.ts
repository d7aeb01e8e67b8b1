import type { Actor } from '../../services/shared/actor';

/** Establishes who calls, once for each request; everything behind the gateway trusts the result. */
export interface Identity {
  /**
   * The actor behind an `Authorization` header. No header is the public. Throws `Unauthenticated` for a header that
   * proves nothing: a bad token is never quietly taken for the public. Throws `IdentityUnavailable` when nobody can tell.
   */
  authenticate(authorization: string | undefined): Promise<Actor>;
  /** The same at once, for no header and for one that proved an actor not long ago; null for what must be looked at. */
  known(authorization: string | undefined): Actor | null;
}

/** The message is for the log: it names what is wrong with a token and nothing of what it says. */
export class Unauthenticated extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Unauthenticated';
  }
}

/** The identity provider was not reached yet, so no token can be judged; trying again later helps. */
export class IdentityUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'IdentityUnavailable';
  }
}

/** The token of an `Authorization` header. */
export function bearerToken(authorization: string): string {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new Unauthenticated('no bearer token');
  return token;
}
