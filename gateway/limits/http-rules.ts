import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** What a request's head already tells against it. */
export interface HttpRefusal {
  status: number;
  code: string;
  message: string;
  headers?: Record<string, string>;
}

interface Head {
  method: string;
  /** Of its address. */
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/** The checks of a GraphQL request before its body is read, in order. */
export const checkHead = (head: Head): HttpRefusal | null =>
  otherMethod(head) ?? tokenInUrl(head) ?? charset(head) ?? encoding(head) ?? preflight(head);

/** The same of a request. Most heads say what cannot be refused, to the letter; only the others are looked at. */
export function checkRequest({ method = 'GET', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): HttpRefusal | null {
  const hasQuery = url.includes('?');
  if (method === 'POST' && !hasQuery && headers['content-type'] === 'application/json' && headers['content-encoding'] === undefined) return null;
  return checkHead({ method, query: hasQuery ? new URL(url, 'http://hub').searchParams : new URLSearchParams(), headers });
}

const otherMethod = ({ method }: Head): HttpRefusal | null =>
  method === 'GET' || method === 'POST' ? null : { status: 405, code: 'METHOD_NOT_ALLOWED', message: '只接受 GET 与 POST', headers: { allow: 'GET, POST' } };

const TOKENS = new Set(['access_token', 'id_token', 'token', 'authorization', 'bearer', 'jwt']);

/** Addresses end up in logs and histories; a token in one is refused even if it is good. */
const tokenInUrl = ({ query }: Head): HttpRefusal | null =>
  [...query.keys()].some((name) => TOKENS.has(name.toLowerCase()))
    ? { status: 400, code: 'TOKEN_IN_URL', message: '令牌不得放在网址中，请使用 Authorization 请求头' }
    : null;

function charset({ headers }: Head): HttpRefusal | null {
  const found = [...(headers['content-type'] ?? '').matchAll(/charset\s*=\s*"?([^\s";]+)/gi)];
  return found.every(([, name]) => /^utf-?8$/i.test(name!))
    ? null
    : { status: 415, code: 'UNSUPPORTED_CHARSET', message: '请求只接受 UTF-8 编码' };
}

const encoding = ({ headers }: Head): HttpRefusal | null =>
  (headers['content-encoding'] ?? 'identity') === 'identity'
    ? null
    : { status: 415, code: 'UNSUPPORTED_ENCODING', message: '请求正文不接受压缩' };

/** Content types that a page of any origin may send without asking first. */
const SIMPLE = new Set(['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']);
const PREFLIGHT_HEADERS = ['x-hub-preflight', 'apollo-require-preflight'];
/** A header is there that no page of another origin can send without asking first. */
export const hasPreflight = (headers: IncomingHttpHeaders): boolean => PREFLIGHT_HEADERS.some((name) => headers[name] !== undefined);

/**
 * Forgery across sites: what a browser sends without asking first must carry a header that makes it ask. An address
 * that only names a known document by its hash needs none: it says nothing of its own, and so a CDN may keep its answer.
 */
function preflight({ method, query, headers }: Head): HttpRefusal | null {
  if (method === 'GET' && !query.has('query')) return null;
  const type = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (!SIMPLE.has(type) || hasPreflight(headers)) return null;
  return { status: 403, code: 'PREFLIGHT_REQUIRED', message: `请使用 application/json 提交，或附带请求头 ${PREFLIGHT_HEADERS[0]}` };
}
