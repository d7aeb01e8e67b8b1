import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { ANONYMOUS, type Actor } from './actor';

/** Calls between the hub's own processes: authenticated, bound to their body and caller, good for half a minute, once. */
export const MAX_AGE_MS = 30_000;

const ACTOR = 'x-hub-actor';
const STAMP = 'x-hub-stamp';
const SIGNATURE = 'x-hub-signature';

export interface SignedRequest {
  method: string;
  /** Path with query, e.g. `/feed?after=3`. */
  path: string;
  body: string | Buffer;
}

const sign = (secret: string, { method, path, body }: SignedRequest, stamp: string, actor: string): Buffer =>
  createHmac('sha256', secret)
    .update([method, path, stamp, actor, createHash('sha256').update(body).digest('hex')].join('\n'))
    .digest();

/** Headers that prove a call comes from the hub, on behalf of `actor`. */
export function signCall(secret: string, request: SignedRequest, actor: Actor, now: Date): Record<string, string> {
  const stamp = `${now.getTime()}.${randomUUID()}`;
  const who = Buffer.from(JSON.stringify(actor)).toString('base64url');
  return { [ACTOR]: who, [STAMP]: stamp, [SIGNATURE]: sign(secret, request, stamp, who).toString('base64url') };
}

/** Checks signatures and remembers stamps for as long as they are valid, so that a replay is refused. */
export function createCallVerifier(secret: string, now: () => number = Date.now) {
  const seen = new Map<string, number>();
  const forget = (at: number): void => {
    for (const [stamp, expires] of seen) {
      if (expires > at) return; // insertion order is nearly expiry order
      seen.delete(stamp);
    }
  };
  /** The actor a call speaks for, or null when the call is unsigned, altered, too old or seen before. */
  return function verify(request: SignedRequest, headers: Record<string, string | string[] | undefined>): Actor | null {
    const [who, stamp, signature] = [headers[ACTOR], headers[STAMP], headers[SIGNATURE]];
    if (typeof who !== 'string' || typeof stamp !== 'string' || typeof signature !== 'string') return null;
    const at = now();
    const issued = Number(stamp.split('.', 1)[0]);
    if (!(Math.abs(at - issued) <= MAX_AGE_MS)) return null;
    const expected = sign(secret, request, stamp, who);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    forget(at);
    if (seen.has(stamp)) return null;
    seen.set(stamp, issued + 2 * MAX_AGE_MS);
    return { ...ANONYMOUS, ...(JSON.parse(Buffer.from(who, 'base64url').toString()) as Actor) };
  };
}
