import { systemActor } from './actor';
import type { Feed, FeedPage } from './feed';
import { signCall } from './signed-call';

/** Another service's feed over HTTP: a signed long poll of `GET /feed` at its address. */
export function remoteFeed(origin: string, secret: string, reader: string): Feed {
  return {
    async read({ after, limit, waitMs, signal }) {
      const path = `/feed?after=${after}&limit=${limit}&wait=${waitMs}`;
      const headers = signCall(secret, { method: 'GET', path, body: '' }, systemActor(reader), new Date());
      const deadline = AbortSignal.timeout(waitMs + 10_000);
      const response = await fetch(new URL(path, origin), {
        headers,
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      });
      if (!response.ok) throw new Error(`feed answered ${response.status}`);
      return (await response.json()) as FeedPage;
    },
  };
}
