import type { Actor } from '../../services/shared/actor';
import type { AskSubgraph } from '../ask-subgraph';
import type { ExportedItem } from './exported-item';
import { DEFAULT_IRI_BASE } from './json-ld/iris';
import { type ExportScope, listItems } from './list-items';

/** What a format writes: a list on a day, as the caller may see it, read while it is written. */
export interface ExportSource {
  readonly scope: ExportScope;
  readonly regionName: string;
  readonly actor: Actor;
  /** What the IRIs of the hub's resources begin with, where a format names them. */
  readonly iriBase: string;
  readonly ask: AskSubgraph;
  /** The items in pages, in the order of codes; of one category where it is named. */
  items(category?: string): AsyncGenerator<ExportedItem[]>;
}

const REGION = 'query RegionOfExport($code: ID!) { region(code: $code) { name } }';

/** Null for a region that the register does not know. */
export async function exportSource(ask: AskSubgraph, scope: ExportScope, actor: Actor, iriBase = DEFAULT_IRI_BASE): Promise<ExportSource | null> {
  const { region } = await ask<{ region: { name: string } | null }>('organisation', REGION, { code: scope.regionCode }, actor);
  if (region === null) return null;
  return {
    scope,
    regionName: region.name,
    actor,
    iriBase,
    ask,
    async *items(category) {
      if (category !== undefined && scope.category !== undefined && category !== scope.category) return;
      yield* listItems(ask, category === undefined ? scope : { ...scope, category }, actor);
    },
  };
}
