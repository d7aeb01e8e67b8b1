import { readConfig } from '../../../gateway/config';
import { SILENT } from '../../../gateway/log';
import { createHub } from '../../../gateway/hub';
import { type Database, serverDatabase } from '../../../services/shared/database';
import { servePeer } from './serve-peer';

/** The hub as it is, which tells at `/statements` how many SQL statements it has run. Its followers stand still: they are no part of an answer. */
async function main(): Promise<void> {
  const opened: Database[] = [];
  let count = 0;
  const connect = (): Database => {
    const database = serverDatabase(process.env.DATABASE_URL!);
    database.onStatement(() => (count += 1));
    opened.push(database);
    return database;
  };
  const hub = await createHub(readConfig({ ...process.env, DATABASE_URL: '' }), { log: SILENT, databases: { connect } });
  await hub.start();
  await Promise.all(Object.values(hub.subgraphs).flatMap(({ followers }) => followers.map((follower) => follower.stop())));
  const listener: typeof hub.handler = (request, response) => {
    if (request.url === '/statements') response.end(String(count));
    else hub.handler(request, response);
  };
  await servePeer(listener, async () => {
    await hub.stop();
    await Promise.all(opened.map((database) => database.close()));
  });
}

void main();
