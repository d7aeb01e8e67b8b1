import type { IncomingMessage } from 'node:http';
import type { Actor } from '../../services/shared/actor';
import { headFacts } from '../limits/http-rules';

/** What a caller may see: two of one role, region and agency see the same. An actor is the same object as long as its token is remembered. */
const scopes = new WeakMap<Actor, string>();
function scopeOf(actor: Actor): string {
  let scope = scopes.get(actor);
  if (scope === undefined) scopes.set(actor, (scope = JSON.stringify([actor.role, actor.regionCode, actor.agencyCode])));
  return scope;
}

export type AskedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/**
 * Who may see what, and what a request asks, to the letter: two requests with one key get the same answer. All that a
 * head can be refused for is in it, so that what is kept need not be checked anew; no part before the body holds a line break.
 */
export const cacheKey = (actor: Actor, { method, url, headers }: AskedRequest, body: Buffer | null): string =>
  `${scopeOf(actor)}\n${method}\n${url}\n${headers.accept}\n${headFacts(headers)}\n${body === null ? '' : body.toString('latin1')}`;
