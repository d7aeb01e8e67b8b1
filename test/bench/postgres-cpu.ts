import { serverDatabase } from '../../services/shared/database';
import { statOf } from './process-tree';

const EVERY_MS = 200;

/** CPU time of the server's backends that work for one application. */
export interface PostgresCpu {
  /** So far; of backends that came and went in between as far as they were seen. Null: the server is on another machine. */
  cpuMs(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Watches the backends of connections that call themselves so (`PGAPPNAME`): their pids come and go with the pool. */
export function watchPostgres(url: string, application: string): PostgresCpu {
  const database = serverDatabase(url, 1);
  const seen = new Map<number, number>();
  let isHere = true;
  async function look(): Promise<void> {
    const { rows } = await database.pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database() AND pid <> pg_backend_pid()`,
      [application],
    );
    for (const pid of new Set([...seen.keys(), ...rows.map((row) => row.pid)])) {
      const stat = statOf(pid);
      if (stat?.command.startsWith('postgres')) seen.set(pid, stat.cpuMs);
      else if (rows.some((row) => row.pid === pid)) isHere = false;
    }
  }
  let looking = look();
  const lookOnceMore = (): Promise<void> => (looking = looking.then(look));
  const timer = setInterval(() => void lookOnceMore(), EVERY_MS);
  return {
    async cpuMs() {
      await lookOnceMore();
      return isHere ? [...seen.values()].reduce((sum, ms) => sum + ms, 0) : null;
    },
    async stop() {
      clearInterval(timer);
      await looking;
      await database.close();
    },
  };
}
