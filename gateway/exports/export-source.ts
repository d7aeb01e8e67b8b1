import type { Actor } from '../../services/shared/actor';
import type { AskSubgraph } from '../ask-subgraph';
import type { ExportedItem } from './exported-item';
import { type ExportScope, listItems } from './list-items';

/** What a format writes: a list on a day, as the caller may see it, read while it is written. */
export interface ExportSource {
  readonly scope: ExportScope;
  readonly regionName: string;
  readonly actor: Actor;
  readonly ask: AskSubgraph;
  /** The items in pages, in the order of codes; of one category where it is named. */
  items(category?: string): AsyncGenerator<ExportedItem[]>;
}

const REGION = 'query RegionOfExport($code: ID!) { region(code: $code) { name } }';

/** Null for a region that the register does not know. */
export async function exportSource(ask: AskSubgraph, scope: ExportScope, actor: Actor): Promise<ExportSource | null> {
  const { region } = await ask<{ region: { name: string } | null }>('organisation', REGION, { code: scope.regionCode }, actor);
  if (region === null) return null;
  return {
    scope,
    regionName: region.name,
    actor,
    ask,
    async *items(category) {
      if (category !== undefined && scope.category !== undefined && category !== scope.category) return;
      yield* listItems(ask, category === undefined ? scope : { ...scope, category }, actor);
    },
  };
}
