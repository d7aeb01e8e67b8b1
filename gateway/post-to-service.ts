import http from 'node:http';
import https from 'node:https';
import { CallFailed } from './subgraph-failure';

export interface ServicePost {
  /** The service, for who reads of a fault. */
  name: string;
  url: URL;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

export interface ServiceAnswer {
  status: number;
  text: string;
}

/** A service closes a connection that has been idle for five seconds: it must not do so under a call. */
const IDLE_MS = 4_000;
const agents = { http: new http.Agent({ keepAlive: true, timeout: IDLE_MS }), https: new https.Agent({ keepAlive: true, timeout: IDLE_MS }) };

/**
 * Posts to a service over connections that are kept, and reads the whole answer. The platform's `fetch` puts two streams
 * around each call, which costs three times as much as the call; every fetch of a plan is one. A redirect is an answer
 * like any other: the hub's calls go nowhere else.
 */
export function postToService({ name, url, headers, body, signal }: ServicePost): Promise<ServiceAnswer> {
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const unreachable = (cause: Error): void => reject(new CallFailed('SUBGRAPH_UNAVAILABLE', `cannot reach ${url.host}`, { cause, isTransient: !signal.aborted }));
    const brokenOff = (cause: Error): void => reject(new CallFailed('SUBGRAPH_FAULT', `${name} broke off its answer`, { cause, isTransient: !signal.aborted }));
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent: agents[isSecure ? 'https' : 'http'], signal };
    const request = (isSecure ? https : http).request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString('utf8') }));
      response.once('error', brokenOff);
    });
    request.once('error', unreachable); // once the answer has begun, the answer's own error comes first
    request.end(body);
  });
}
