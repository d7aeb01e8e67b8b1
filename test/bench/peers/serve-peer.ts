import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a free port until SIGTERM and says where, as the bench waits for it. */
export async function servePeer(listener: RequestListener, stop: () => Promise<void> = async () => {}): Promise<void> {
  const server = createServer({ keepAliveTimeout: 65_000 }, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
    void stop().then(() => process.exit(0));
  });
  console.log(`listens at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}
