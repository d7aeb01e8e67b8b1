import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ANONYMOUS } from '../services/shared/actor';
import { sendAnswer, sendError, sendJson } from './answer-http';
import type { AnswerCache } from './cache/answer-cache';
import { questionOf } from './cache/question';
import { sendKept, toAnswer } from './cache/send-kept';
import type { Gateway, RequestContext } from './gateway';
import { IdentityUnavailable, Unauthenticated } from './identity';
import { checkRequest, type HttpRefusal } from './limits/http-rules';
import type { Limits } from './limits/limits';
import type { Log } from './log';
import { observedContext } from './observed/observation';
import type { Admit, Admitted } from './rates/admit';
import { RATE_LIMIT, RateExceeded, rateMessage } from './rates/rates';
import { pathIn } from './path-in';
import { BodyTooLarge, readBody } from './read-body';
import type { HubReadiness } from './readiness';
import { routeTable } from './route-table';

/** Handles requests of one more address; its caller is established and its errors are answered for it. `params`: what stands in the places of its pattern. */
export type Route = (request: IncomingMessage, response: ServerResponse, context: RequestContext, params: Readonly<Record<string, string>>) => void | Promise<void>;

export interface HandlerOptions {
  gateway: Gateway;
  cache: Pick<AnswerCache, 'find' | 'answer'>;
  /** Establishes who asks, and refuses who asks too often. */
  admit: Admit;
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

  async function beside(request: IncomingMessage, response: ServerResponse, path: string | null, requestId: string): Promise<void> {
    response.setHeader('x-request-id', requestId);
    if (path === null) return sendError(response, { status: 400, code: 'BAD_REQUEST', message: '网址无法解析' });
    const found = find(request.method ?? 'GET', path);
    if (found === null) return sendError(response, { status: 404, code: 'NOT_FOUND', message: '没有这个地址' });
    const context = observedContext(response, { ...(UNCOUNTED.has(path) ? NOBODY : await admit(request)), requestId });
    await found.value(request, response, context, found.params);
  }
  /** Nothing is waited for that need not be: what is kept then goes out in the turn in which it was asked for. */
  function handle(request: IncomingMessage, response: ServerResponse, requestId: string): void | Promise<void> {
    const path = pathOf(request);
    if (path !== GRAPHQL) return beside(request, response, path, requestId);
    const answer = ({ actor, address }: Admitted): void | Promise<void> => graphql(request, response, observedContext(response, { actor, address, requestId }), {});
    const admitted = admit(request);
    return admitted instanceof Promise ? admitted.then(answer) : answer(admitted);
  }
  return (request, response) => {
    const requestId = requestIdOf(request);
    const fail = (fault: unknown): void => answerFault(request, response, requestId, fault, log);
    try {
      handle(request, response, requestId)?.catch(fail);
    } catch (fault) {
      fail(fault);
    }
  };
}

/** The path of an address, most often as it is written; null for one that is none. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  const written = pathIn(url);
  if (written === GRAPHQL) return written;
  return URL.canParse(url, 'http://hub') ? new URL(url, 'http://hub').pathname : null;
}

/** Answers that come piece by piece are nobody's to keep. */
const STREAMS = /text\/event-stream|multipart\//;

function graphqlRoute({ gateway, cache, limits: { bodyBytes } }: Pick<HandlerOptions, 'gateway' | 'cache' | 'limits'>): Route {
  async function answerAnew(request: IncomingMessage, response: ServerResponse, context: RequestContext): Promise<void> {
    const { method = 'GET', headers } = request;
    const refusal = checkRequest(request);
    if (refusal !== null) return refuse(response, context, refusal);
    const body = method === 'POST' ? await readBody(request, bodyBytes) : null;
    const question = questionOf(context.actor, request, body);
    const kept = body === null ? null : cache.find(question); // a POST; of what is kept nothing need be made
    if (kept !== null) return sendKept(request, response, context, kept);
    const asked = { method, url: request.url ?? GRAPHQL, headers, body };
    if (STREAMS.test(headers.accept ?? '')) {
      response.setHeader('x-request-id', context.requestId);
      return sendAnswer(response, await gateway.stream(asked, context));
    }
    const answer = await cache.answer(question, async () => {
      context.traits = { repeatable: false };
      return toAnswer(await gateway.answer(asked, context), method, context, context.traits);
    });
    sendKept(request, response, context, answer);
  }
  return (request, response, context) => {
    // What is kept was asked with this very head, and that was let in.
    const kept = request.method === 'GET' ? cache.find(questionOf(context.actor, request, null)) : null;
    return kept === null ? answerAnew(request, response, context) : sendKept(request, response, context, kept);
  };
}

function refuse(response: ServerResponse, { requestId }: RequestContext, refusal: HttpRefusal): void {
  response.setHeader('x-request-id', requestId);
  sendError(response, refusal, refusal.headers);
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
  response.setHeader('x-request-id', requestId);
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
