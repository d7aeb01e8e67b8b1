import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeGently } from '../services/shared/subgraph-server';

export interface Served {
  /** e.g. `http://localhost:4000` */
  origin: string;
  /** Takes no new connections, lets requests in flight finish. */
  stop(): Promise<void>;
}

/** A head or a body that trickles in must not hold a connection for longer. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;

/** Listens; `port` 0 takes a free one. */
export async function serve(handler: RequestListener, { port, host }: { port: number; host: string }): Promise<Served> {
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: 65_000 }, handler);
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return { origin: `http://${host}:${taken}`, stop: () => closeGently(server) };
}
