import type { Server } from 'node:http';

/** Lets requests in flight finish (at most 4 s), then closes what is left. */
export async function closeGently(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 4_000);
  await closed;
  clearTimeout(force);
}
