import type { IncomingHttpHeaders } from 'node:http';

/** A GraphQL request as it came over HTTP. */
export interface AskedOverHttp {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer | null;
}

/** What a request may say, of the right types. */
export interface Params {
  query?: string | null;
  documentId?: string | null;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/** The usual type of a body, as clients write it. */
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/**
 * The parameters of a request that is written in one of the two usual ways: as a JSON body, or by name in an address.
 * Null for any other, and for what is wrong with one: the runtime reads those, and says so.
 */
export function plainParams({ method, url, headers, body }: AskedOverHttp): Params | null {
  try {
    const given: unknown = body === null || method !== 'POST' ? inAddress(url) : JSON_TYPE.test(headers['content-type'] ?? '') && !url.includes('?') ? JSON.parse(body.toString('utf8')) : null;
    return isParams(given) ? given : null;
  } catch {
    return null; // no JSON
  }
}

function inAddress(url: string): unknown {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const found = Object.fromEntries(query);
  if (Object.keys(found).length !== query.size) return null; // one of them is there twice
  return { ...found, ...parsed(found, 'variables'), ...parsed(found, 'extensions') };
}

const parsed = (found: Record<string, string>, name: string): Record<string, unknown> => (found[name] === undefined ? {} : { [name]: JSON.parse(found[name]) as unknown });

const TEXTS = new Set(['query', 'documentId', 'operationName']);
const OBJECTS = new Set(['variables', 'extensions']);

const isParams = (given: unknown): given is Params =>
  isObject(given) && Object.entries(given).every(([name, value]) => (TEXTS.has(name) ? value === null || typeof value === 'string' : OBJECTS.has(name) && (value === null || isObject(value))));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
