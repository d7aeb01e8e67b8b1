import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { beginSpan, isTracing } from '../../services/shared/tracing';
import { isViolation } from '../limits/violation';
import type { Log } from '../log';
import { pathIn } from '../path-in';
import type { Metrics } from './metrics';
import { beginObservation, type Observation } from './observation';
import { codeLabel } from './operation-label';
import { requestLine } from './request-line';

export interface ObservedOptions {
  metrics: Metrics;
  log: Log;
  /** Of the hashes that stand for persons. */
  salt: string;
  labelOf: (operationName: string | null, request: IncomingMessage) => string;
}

const DENIALS = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);
const GRAPHQL = '/graphql';

/** Counts, times, logs and traces each request around the handler that answers it. */
export function observedHandler(handler: RequestListener, options: ObservedOptions): RequestListener {
  const { inFlight } = options.metrics;
  return (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
    const observation = beginObservation(response);
    observation.span = isTracing() ? beginSpan(routeOf(request), { kind: 'server', from: request.headers, attributes: { 'http.request.method': request.method ?? '' } }) : null;
    if (observation.span) observation.span.run(() => handler(request, response));
    else handler(request, response);
    // Answered in the turn in which it came: to wait for its end would cost more than it did, and only a line or a trace tells how it ended.
    if (response.writableEnded && observation.span === null && !options.log.isLevelEnabled('info')) return settle(observation, request, response, options);
    inFlight.inc();
    response.once('close', () => {
      inFlight.dec();
      settle(observation, request, response, options);
    });
  };
}

/** Method and path; a path is the client's own text, and is not repeated but for addresses that hold none of it. */
function routeOf({ method = 'GET', url = '/' }: IncomingMessage): string {
  return `${method} ${pathIn(url)}`;
}

function settle(observation: Observation, request: IncomingMessage, response: ServerResponse, { metrics, log, salt, labelOf }: ObservedOptions): void {
  const ms = performance.now() - observation.startedAt;
  const operation = labelOf(observation.operationName, request);
  const { statusCode: status } = response;
  metrics.requests.add(operation, status, ms / 1000);
  for (const code of observation.codes) {
    metrics.errors.inc({ operation, code: codeLabel(code) });
    if (isViolation(code)) metrics.limits.inc({ limit: codeLabel(code) });
    if (DENIALS.has(code)) metrics.denied.inc({ code });
  }
  const name = observation.operationName || operation;
  observation.span?.end({ name, attributes: { 'http.response.status_code': status, 'graphql.operation.name': name }, ...(status >= 500 ? { fault: status } : {}) });
  if (!log.isLevelEnabled('info')) return; // a line that nobody reads is not made
  const route = routeOf(request);
  log.info(requestLine(observation, request, response, { route: route.endsWith(` ${GRAPHQL}`) ? route : operation, salt, ms }), 'request');
}
