import type { Readiness } from '../services/shared/subgraph';
import { withDeadline } from './guarded-caller';
import type { SubgraphCaller } from './subgraph-caller';

/** One subgraph as `/readyz` shows it to anyone: no addresses, no messages of faults. */
export interface SubgraphReadiness {
  database: 'ok' | 'unreachable' | 'unknown';
  /** Rows of its journal, how many of them are signed, and since when the rest wait; null where nobody signs it. */
  journal: { head: number; signed: number; waitingSince: string | null; stalled: boolean } | null;
  followers: { source: string; cursor: number; head: number; lag: number; stalled: boolean }[];
}

export interface HubReadiness {
  status: 'ready' | 'not-ready';
  subgraphs: Record<string, SubgraphReadiness>;
}

const DEADLINE_MS = 1_000;
const SILENT: SubgraphReadiness = { database: 'unknown', journal: null, followers: [] };

/** Ready when every subgraph answers and reaches its database. A follower that lags and a journal that is not signed are shown; the service still serves. */
export async function hubReadiness(callers: readonly SubgraphCaller[], deadlineMs = DEADLINE_MS): Promise<HubReadiness> {
  const found = await Promise.all(
    callers.map(async (caller) => {
      const asked = withDeadline(deadlineMs, caller.name, (signal) => caller.ready(signal));
      return [caller.name, await asked.then(shown, () => SILENT)] as const;
    }),
  );
  const isReady = found.every(([, { database }]) => database === 'ok');
  return { status: isReady ? 'ready' : 'not-ready', subgraphs: Object.fromEntries(found) };
}

const shown = ({ database, followers, checkpoints }: Readiness): SubgraphReadiness => ({
  database,
  journal: checkpoints ? { head: checkpoints.head, signed: checkpoints.treeSize, waitingSince: checkpoints.waitingSince, stalled: checkpoints.error !== null } : null,
  followers: followers.map(({ source, cursor, head, lag, error }) => ({ source, cursor, head, lag, stalled: error !== null })),
});
