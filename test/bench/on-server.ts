import { serverDatabase } from '../../services/shared/database';

/** One statement to the server itself. */
export async function onServer(server: string, sql: string): Promise<void> {
  const admin = serverDatabase(server, 1);
  try {
    await admin.pool.query(sql);
  } finally {
    await admin.close();
  }
}
