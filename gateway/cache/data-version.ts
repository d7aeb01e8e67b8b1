import type { SubgraphCaller } from '../subgraph-caller';

/** Counts changes of the data behind all services; null while it is not known whether there were any. */
export interface DataVersion {
  current(): number | null;
  stop(): void;
}

/** Watches every service. What is cached under a version holds exactly as long as the version does. */
export function watchData(callers: readonly Pick<SubgraphCaller, 'name' | 'watch'>[]): DataVersion {
  const unknown = new Set(callers.map(({ name }) => name));
  const stopped = new AbortController();
  let version = 0;
  for (const { name, watch } of callers)
    watch((news) => {
      version += 1; // also when it is known again: something may have happened meanwhile
      if (news === 'lost') unknown.add(name);
      else unknown.delete(name);
    }, stopped.signal);
  return { current: () => (unknown.size === 0 ? version : null), stop: () => stopped.abort() };
}
