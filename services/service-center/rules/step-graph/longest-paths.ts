import type { TimeLimit } from '../guide-document';
import type { Spent } from '../limit-span';
import { walkFrom, waysOut, type StepGraph } from './step-graph';

/** What a path takes, unit by unit, and the step it ends with. */
export interface PathTime {
  last: number;
  spent: Spent;
}

const UNITS = ['WORKING_DAY', 'CALENDAR_DAY', 'HOUR', 'MONTH'] as const satisfies readonly TimeLimit['unit'][];

/** More candidates than this are joined into one that is as long as any: only a contrived procedure has so many. */
const MOST_CANDIDATES = 64;

/**
 * The paths that may be the longest: those that no other exceeds in every unit. Which of them is the longest depends on
 * the limit they are held against; in one unit there is only one. A procedure that does not end has no longest path: its
 * ways back are left aside.
 */
export function longestPaths(graph: StepGraph): PathTime[] {
  if (graph.start === null) return [];
  const out = waysOut(graph);
  const { inTurn, back } = walkFrom(graph, [graph.start]);
  const limits = new Map(graph.steps.map(({ order, limit }) => [order, limit]));
  const from = new Map<number, PathTime[]>();
  for (const order of inTurn.toReversed()) {
    const ways = out.get(order)!.filter((way) => !back.includes(way));
    const after = ways.length === 0 ? [{ last: order, spent: {} }] : ways.flatMap(({ to }) => from.get(to) ?? []);
    from.set(order, longest(after.map((path) => ({ ...path, spent: add(path.spent, limits.get(order) ?? null) }))));
  }
  return from.get(graph.start) ?? [];
}

const add = (spent: Spent, limit: TimeLimit | null): Spent =>
  limit === null ? spent : { ...spent, [limit.unit]: (spent[limit.unit] ?? 0) + limit.value };

const exceeds = (a: Spent, b: Spent): boolean => UNITS.every((unit) => (a[unit] ?? 0) >= (b[unit] ?? 0));

function longest(paths: readonly PathTime[]): PathTime[] {
  const kept: PathTime[] = [];
  for (const path of paths) {
    if (kept.some(({ spent }) => exceeds(spent, path.spent))) continue;
    kept.splice(0, kept.length, ...kept.filter(({ spent }) => !exceeds(path.spent, spent)), path);
  }
  return kept.length <= MOST_CANDIDATES ? kept : [{ last: kept[0]!.last, spent: kept.map(({ spent }) => spent).reduce(most) }];
}

const most = (a: Spent, b: Spent): Spent =>
  Object.fromEntries(UNITS.map((unit) => [unit, Math.max(a[unit] ?? 0, b[unit] ?? 0)]).filter(([, value]) => value !== 0)) as Spent;
