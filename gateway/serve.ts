import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeGently } from '../services/shared/close-gently';
import { draining } from './resilience/draining';

export interface Served {
  /** e.g. `http://localhost:4000` */
  origin: string;
  /** Refuses new requests, lets those in flight finish, and ends what takes longer than four seconds. */
  stop(): Promise<void>;
}

/** A head or a body that trickles in must not hold a connection for longer. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;
/** Leaves time for the rest to stop, see stop-on-signal.ts. */
const DRAIN_MS = 4_000;

/** Listens; `port` 0 takes a free one. */
export async function serve(handler: RequestListener, { port, host }: { port: number; host: string }): Promise<Served> {
  const last = draining(handler);
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: 65_000 }, last.handler);
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${taken}`,
    async stop() {
      const isAllAnswered = await last.drain(DRAIN_MS);
      const closed = closeGently(server);
      if (!isAllAnswered) server.closeAllConnections();
      await closed;
    },
  };
}
