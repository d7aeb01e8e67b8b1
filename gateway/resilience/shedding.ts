import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendError } from '../answer-http';
import { isWaiting } from './waiting';

/** When the hub turns requests away rather than answer all of them late. */
export interface SheddingSettings {
  /** Lag of the event loop, milliseconds. */
  lagMs: number;
  /** As many requests are answered however late the loop is: a lag they did not cause, such as a large import's, is no reason. */
  keep: number;
}

export const DEFAULT_SHEDDING: SheddingSettings = { lagMs: 250, keep: 16 };

/** Whether one more request is turned away. */
export const isTooMuch = (load: { lagMs: number; inFlight: number }, settings: SheddingSettings): boolean =>
  load.lagMs > settings.lagMs && load.inFlight >= settings.keep;

/** Seconds after which to come back, spread so that those turned away do not return as one; `random` is in [0, 1). */
export const retryAfter = (random: number): number => 1 + Math.floor(random * 3);

/** What watches over the hub from outside must see it however busy it is. */
const NEVER_SHED = /^\/(?:healthz|readyz|metrics)(?:\?|$)/;
export const isForWatchers = ({ url = '/' }: Pick<IncomingMessage, 'url'>): boolean => NEVER_SHED.test(url);

export interface SheddingOptions {
  settings: SheddingSettings;
  /** The reading of the event loop. */
  lagMs: () => number;
  onShed?: () => void;
}

/** Turns requests away before anything of them is read. */
export function shedding(handler: RequestListener, { settings, lagMs, onShed }: SheddingOptions): RequestListener {
  const underWay = new Set<ServerResponse>();
  /** Who only waits is no load. Counted when it matters: it walks through all of them. */
  const inFlight = (): number => [...underWay].filter((response) => !isWaiting(response)).length;
  return (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
    if (isForWatchers(request)) return handler(request, response);
    const lag = lagMs();
    if (isTooMuch({ lagMs: lag, inFlight: lag > settings.lagMs ? inFlight() : underWay.size }, settings)) {
      onShed?.();
      sendError(response, { status: 503, code: 'OVERLOADED', message: '服务繁忙，请稍后重试' }, { 'retry-after': String(retryAfter(Math.random())) });
      request.resume(); // its body is not read, and the connection stays of use
      return;
    }
    handler(request, response);
    if (response.writableEnded) return; // answered in the turn in which it came: no load
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  };
}
