import { accept, refuse, type Outcome } from '../../shared/outcome';

/** How an item comes of another. */
export const LINEAGE_KINDS = { MERGED: '合并', SPLIT: '拆分', AUTHORISED: '授权下放', TAKEN_OVER: '承接' } as const;
export type LineageKind = keyof typeof LINEAGE_KINDS;

/** `to` comes of `from`. */
export interface LineageEdge {
  from: string;
  to: string;
  kind: LineageKind;
}

/** The way along the edges from one item to another, both included; null when there is none. */
export function descent(edges: readonly LineageEdge[], from: string, to: string): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === to) return backTrack(cameFrom, to);
    for (const edge of edges)
      if (edge.from === at && !cameFrom.has(edge.to)) {
        cameFrom.set(edge.to, at);
        queue.push(edge.to);
      }
  }
  return null;
}

function backTrack(cameFrom: ReadonlyMap<string, string | null>, to: string): string[] {
  const way: string[] = [];
  for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}

/**
 * P7 可追溯: what became of an item can be followed to an end, so nothing may come of its own descendants. Answers the
 * edges that are new; `known` must hold all edges below the items that `added` leads to.
 */
export function extendLineage(known: readonly LineageEdge[], added: readonly LineageEdge[]): Outcome<LineageEdge[]> {
  const fresh: LineageEdge[] = [];
  for (const edge of added) {
    const back = descent([...known, ...fresh], edge.to, edge.from);
    if (back !== null)
      return refuse('LINEAGE_CYCLE', 'P7', '事项沿革出现循环：事项不能由自己演变而来', [
        { path: 'lineage', value: [edge.from, ...back].join(' → ') },
      ]);
    const exists = [...known, ...fresh].some(({ from, to }) => from === edge.from && to === edge.to);
    if (!exists) fresh.push(edge);
  }
  return accept(fresh);
}
