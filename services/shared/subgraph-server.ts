import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Request, type Response } from 'express';
import { once } from 'node:events';
import { parse, subscribe } from 'graphql';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from './actor';
import { closeGently } from './close-gently';
import { createCallVerifier } from './signed-call';
import { maskFault } from './mask-fault';
import type { Subgraph } from './subgraph';
import { sendStream } from './send-stream';
import { beginSpan } from './tracing';

export interface SubgraphServer {
  /** e.g. `http://127.0.0.1:4001` */
  origin: string;
  stop(): Promise<void>;
}

export interface SubgraphServerOptions {
  port: number;
  host: string;
  /** Shared by the hub's processes; only calls signed with it are answered. */
  secret: string;
}

interface StreamRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** A whole spreadsheet in base64 must fit; only signed calls get this far. */
const BODY_LIMIT = '32mb';
const LONGEST_WAIT_MS = 30_000;

/** Serves one subgraph over HTTP: `/graphql`, `/subscribe`, `/feed`, `/state` and `/seed` for signed calls, `/healthz` and `/readyz` for all. */
export async function serveSubgraph(subgraph: Subgraph, { port, host, secret }: SubgraphServerOptions): Promise<SubgraphServer> {
  const apollo = new ApolloServer<object>({
    schema: subgraph.schema,
    formatError: (formatted, error) => maskFault(formatted, error),
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginCacheControlDisabled()], // either puts a hook around every field
    introspection: false,
    csrfPrevention: false, // unsigned calls never get here
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const app = express().disable('x-powered-by');
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  const verify = createCallVerifier(secret);
  app.get('/readyz', async (request, response) => {
    const readiness = await subgraph.ready();
    // Faults name files and addresses: they are for the gateway, which signs its question.
    const isGateway = verify({ method: 'GET', path: request.originalUrl, body: '' }, request.headers) !== null;
    response.status(readiness.database === 'ok' ? 200 : 503).json(isGateway ? readiness : { database: readiness.database });
  });
  app.use(['/graphql', '/subscribe'], inTraceOf(subgraph.name));
  app.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  app.use(onlySigned(secret));
  app.get('/feed', async (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const { after, limit, wait } = request.query;
    const page = await subgraph.feed.read({
      after: Number(after) || 0,
      limit: Math.min(Number(limit) || 100, 1000),
      waitMs: Math.min(Number(wait) || 0, LONGEST_WAIT_MS),
      signal: gone.signal,
    });
    if (!gone.signal.aborted) response.json(page);
  });
  app.get('/state', async (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const { known, wait } = request.query;
    const state = await subgraph.state.changed(typeof known === 'string' ? known : '', Math.min(Number(wait) || 0, LONGEST_WAIT_MS), gone.signal);
    if (!gone.signal.aborted) response.json({ state });
  });
  app.post('/seed', async (_request, response) => {
    if ((response.locals.actor as Actor).role !== 'ADMIN') return void response.sendStatus(403);
    await subgraph.seed();
    response.sendStatus(204);
  });
  app.use(
    '/graphql',
    (request, _response, next) => {
      request.body = JSON.parse((request.body as Buffer).toString());
      next();
    },
    expressMiddleware(apollo, {
      context: async ({ req, res }) =>
        subgraph.createContext({
          actor: res.locals.actor as Actor,
          requestId: String(req.headers['x-request-id'] ?? ''),
        }),
    }),
  );
  app.post('/subscribe', async (request, response) => {
    const { query, variables, operationName } = JSON.parse((request.body as Buffer).toString()) as StreamRequest;
    const contextValue = subgraph.createContext({ actor: response.locals.actor as Actor, requestId: String(request.headers['x-request-id'] ?? '') });
    await sendStream(response, await subscribe({ schema: subgraph.schema, document: parse(query), variableValues: variables, operationName, contextValue }));
  });
  const server = createServer(app);
  server.listen(port, host);
  await once(server, 'listening');
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    async stop() {
      await apollo.stop();
      await closeGently(server);
    },
  };
}

/** Continues the trace of whoever calls. */
function inTraceOf(service: string) {
  return (request: Request, response: Response, next: () => void): void => {
    const span = beginSpan(`${service} ${request.baseUrl}`, { kind: 'server', from: request.headers });
    if (span === null) return next();
    response.once('close', () => span.end({ attributes: { 'http.response.status_code': response.statusCode } }));
    span.run(next);
  };
}

function onlySigned(secret: string) {
  const verify = createCallVerifier(secret);
  return (request: Request, response: Response, next: () => void): void => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const actor = verify({ method: request.method, path: request.originalUrl, body }, request.headers);
    if (actor === null) {
      response.status(401).json({ errors: [{ message: 'unsigned call', extensions: { code: 'UNAUTHENTICATED' } }] });
      return;
    }
    response.locals.actor = actor;
    next();
  };
}
