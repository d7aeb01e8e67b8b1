import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ANONYMOUS } from '../services/shared/actor';
import { sendAnswer, sendError, sendJson } from './answer-http';
import type { AnswerCache } from './cache/answer-cache';
import { cacheKey } from './cache/cache-key';
import { sendKept, toAnswer } from './cache/send-kept';
import type { Gateway, RequestContext } from './gateway';
import { IdentityUnavailable, Unauthenticated } from './identity';
import { checkHead } from './limits/http-rules';
import type { Limits } from './limits/limits';
import type { Log } from './log';
import { observedContext } from './observed/observation';
import type { Admitted } from './rates/admit';
import { RATE_LIMIT, RateExceeded, rateMessage } from './rates/rates';
import { BodyTooLarge, readBody } from './read-body';
import type { HubReadiness } from './readiness';
import { routeTable } from './route-table';

/** Handles requests of one more address; its caller is established and its errors are answered for it. `params`: what stands in the places of its pattern. */
export type Route = (request: IncomingMessage, response: ServerResponse, context: RequestContext, params: Readonly<Record<string, string>>) => void | Promise<void>;

export interface HandlerOptions {
  gateway: Gateway;
  cache: Pick<AnswerCache, 'answer'>;
  /** Establishes who asks, and refuses who asks too often. */
  admit: (request: IncomingMessage) => Promise<Admitted>;
  limits: Pick<Limits, 'bodyBytes'>;
  ready: () => Promise<HubReadiness>;
  /** Further addresses, by method and path or pattern, see route-table.ts: `{ 'POST /imports': … }`. */
  routes?: Record<string, Route>;
  log: Log;
}

const GRAPHQL = '/graphql';
/** Asked every few seconds by whoever watches the hub; they tell nobody's secrets and must answer when all else is full. */
const UNCOUNTED = new Set(['/healthz', '/readyz']);
const NOBODY: Admitted = { actor: ANONYMOUS, address: 'unknown' };

/** The hub's HTTP face: GraphQL, health and readiness, and whatever else is mounted. */
export function createRequestHandler(options: HandlerOptions): RequestListener {
  const { admit, ready, routes = {}, log } = options;
  const find = routeTable<Route>([
    ['GET /healthz', (_request, response) => sendJson(response, 200, { status: 'ok' })],
    ['GET /readyz', async (_request, response) => sendReadiness(response, await ready())],
    ...Object.entries(routes),
  ]);
  const graphql = graphqlRoute(options);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://hub');
      const found = pathname === GRAPHQL ? { value: graphql, params: {} } : find(request.method ?? 'GET', pathname);
      if (found === null) return sendError(response, { status: 404, code: 'NOT_FOUND', message: '没有这个地址' });
      const context = observedContext(response, { ...(UNCOUNTED.has(pathname) ? NOBODY : await admit(request)), requestId });
      await found.value(request, response, context, found.params);
    } catch (fault) {
      answerFault(request, response, requestId, fault, log);
    }
  }
  return (request, response) => void handle(request, response);
}

/** Answers that come piece by piece are nobody's to keep. */
const STREAMS = /text\/event-stream|multipart\//;

function graphqlRoute({ gateway, cache, limits: { bodyBytes } }: Pick<HandlerOptions, 'gateway' | 'cache' | 'limits'>): Route {
  return async (request, response, context) => {
    const url = new URL(request.url ?? GRAPHQL, 'http://hub');
    const method = request.method ?? 'GET';
    if (method !== 'GET' && method !== 'POST')
      return sendError(response, { status: 405, code: 'METHOD_NOT_ALLOWED', message: '只接受 GET 与 POST' }, { allow: 'GET, POST' });
    const refusal = checkHead({ method, url, headers: request.headers });
    if (refusal) return sendError(response, refusal);
    const body = method === 'POST' ? (await readBody(request, bodyBytes)).toString('utf8') : undefined;
    const headers = { 'content-type': request.headers['content-type'] ?? '', accept: request.headers.accept ?? '*/*' };
    const asked = new gateway.Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
    if (STREAMS.test(headers.accept)) return sendAnswer(response, await gateway.answer(asked, context));
    const key = cacheKey(context.actor, { method, url: url.href, accept: headers.accept, contentType: headers['content-type'], body: body ?? '' });
    const answer = await cache.answer(key, async () => {
      const traits = { repeatable: false };
      const made = await gateway.answer(asked, { ...context, traits });
      return toAnswer(made, response, traits);
    });
    sendKept(request, response, context.actor, answer);
  };
}

function sendReadiness(response: ServerResponse, readiness: HubReadiness): void {
  sendJson(response, readiness.status === 'ready' ? 200 : 503, readiness);
}

function answerFault(request: IncomingMessage, response: ServerResponse, requestId: string, fault: unknown, log: Log): void {
  if (response.headersSent) {
    // Broken off, never ended: what arrived must not pass for the whole.
    log.error({ requestId, err: fault }, 'answer broken off');
    response.destroy();
    return;
  }
  if (fault instanceof BodyTooLarge) {
    // The rest of the body is not worth reading: the connection ends with the answer.
    sendError(response, { status: 413, code: 'BODY_LIMIT', message: `请求正文过大，上限为 ${fault.most} 字节` }, { connection: 'close' });
    response.once('finish', () => request.destroy());
  } else if (fault instanceof RateExceeded) {
    const { retryAfterSeconds } = fault;
    sendError(response, { status: 429, code: RATE_LIMIT, message: rateMessage(retryAfterSeconds) }, { 'retry-after': String(retryAfterSeconds) });
  } else if (fault instanceof Unauthenticated) {
    log.warn({ requestId, reason: fault.message }, 'unauthenticated');
    const told = { status: 401, code: 'UNAUTHENTICATED', message: '身份验证失败，请重新登录' };
    sendError(response, told, { 'www-authenticate': 'Bearer' });
  } else if (fault instanceof IdentityUnavailable) {
    const told = { status: 503, code: 'IDENTITY_UNAVAILABLE', message: '身份提供方暂时无法连接，请稍后再试' };
    sendError(response, told, { 'retry-after': '5' });
  } else {
    log.error({ requestId, err: fault }, 'request failed');
    sendError(response, { status: 500, code: 'INTERNAL_SERVER_ERROR', message: '内部错误，请稍后再试' });
  }
}

const SAFE_ID = /^[\w.:-]{1,100}$/;

/** The caller's own id when it is safe to log, else a new one. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SAFE_ID.test(given) ? given : randomUUID();
}
