import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { beginSpan } from '../../services/shared/tracing';
import { isViolation } from '../limits/violation';
import type { Log } from '../log';
import type { Metrics } from './metrics';
import { beginObservation, type Observation } from './observation';
import { codeLabel } from './operation-label';
import { requestLine } from './request-line';

export interface ObservedOptions {
  metrics: Metrics;
  log: Log;
  /** Of the hashes that stand for persons. */
  salt: string;
  labelOf: (operationName: string | null, route: string) => string;
}

const DENIALS = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);
const GRAPHQL = '/graphql';

/** Counts, times, logs and traces each request around the handler that answers it. */
export function observedHandler(handler: RequestListener, options: ObservedOptions): RequestListener {
  const { metrics } = options;
  return (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
    const route = routeOf(request);
    const observation = beginObservation(response);
    const span = (observation.span = beginSpan(route, { kind: 'server', from: request.headers, attributes: { 'http.request.method': request.method ?? '' } }));
    metrics.inFlight.inc();
    response.once('close', () => {
      metrics.inFlight.dec();
      settle(observation, request, response, route, options);
    });
    return span ? span.run(() => handler(request, response)) : handler(request, response);
  };
}

/** Method and path; a path is the client's own text, and is not repeated but for addresses that hold none of it. */
function routeOf({ method = 'GET', url = '/' }: IncomingMessage): string {
  return `${method} ${url.split('?', 1)[0]}`;
}

function settle(observation: Observation, request: IncomingMessage, response: ServerResponse, route: string, { metrics, log, salt, labelOf }: ObservedOptions): void {
  const ms = performance.now() - observation.startedAt;
  const operation = labelOf(observation.operationName, route);
  const { statusCode: status } = response;
  metrics.requests.inc({ operation, status });
  metrics.duration.observe({ operation }, ms / 1000);
  for (const code of observation.codes) {
    metrics.errors.inc({ operation, code: codeLabel(code) });
    if (isViolation(code)) metrics.limits.inc({ limit: codeLabel(code) });
    if (DENIALS.has(code)) metrics.denied.inc({ code });
  }
  const name = observation.operationName || operation;
  observation.span?.end({ name, attributes: { 'http.response.status_code': status, 'graphql.operation.name': name }, ...(status >= 500 ? { fault: status } : {}) });
  log.info(requestLine(observation, request, response, { route: route.endsWith(` ${GRAPHQL}`) ? route : operation, salt, ms }), 'request');
}
