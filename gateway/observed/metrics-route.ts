import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendError } from '../answer-http';
import type { HubReadiness } from '../readiness';
import type { Metrics } from './metrics';
import { processMetrics } from './process-metrics';

export interface MetricsRouteOptions {
  metrics: Metrics;
  /** Bearer for readers elsewhere; null: only this machine reads. */
  token: string | null;
  ready: () => Promise<HubReadiness>;
  lagMs: () => number;
}

/** `GET /metrics`, in Prometheus' text form. */
export function metricsRoute({ metrics, token, ready, lagMs }: MetricsRouteOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!mayRead(request, token)) return sendError(response, { status: 403, code: 'FORBIDDEN', message: '只有本机或持有监控令牌者可以读取' });
    metrics.eventLoopLag.set(lagMs() / 1000);
    setReadiness(metrics, await ready());
    const text = `${await metrics.registry.metrics()}\n${await processMetrics().metrics()}`;
    response.writeHead(200, { 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' }).end(text);
  };
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Whoever runs on this machine, but not whom a proxy on it speaks for; anyone else by the token. */
export function mayRead({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, token: string | null): boolean {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token !== null && bearer !== undefined) return timingSafeEqual(digest(bearer), digest(token));
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  return !isForwarded && LOOPBACK.has(socket.remoteAddress ?? '');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function setReadiness({ subgraphReady, journalHead, journalUnsigned, journalStalled, followerLag, followerStalled }: Metrics, { subgraphs }: HubReadiness): void {
  const heads = new Map<string, number>();
  const reaches = (service: string, head: number): void => void heads.set(service, Math.max(head, heads.get(service) ?? 0));
  for (const [service, { database, journal, followers }] of Object.entries(subgraphs)) {
    subgraphReady.set({ subgraph: service }, database === 'ok' ? 1 : 0);
    if (journal) {
      reaches(service, journal.head);
      journalUnsigned.set({ service }, journal.head - journal.signed);
      journalStalled.set({ service }, journal.stalled ? 1 : 0);
    }
    for (const { source, head, lag, stalled } of followers) {
      reaches(source, head);
      followerLag.set({ service, source }, lag);
      followerStalled.set({ service, source }, stalled ? 1 : 0);
    }
  }
  for (const [service, head] of heads) journalHead.set({ service }, head);
}
