import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { LineageEdge } from '../lineage';
import type { ItemStatus } from '../vocabulary';
import { stepRule, type AdjustmentPart, type AdjustmentStep } from './adjustment-kinds';
import type { DelegationForm, HeldItem, NamedItem, StatedFacts } from './held-item';
import { freshItems, type FreshItem, type MadeItem, type TargetList } from './new-item';
import { standingItems, type StandingItem } from './standing';

/** What a rule decides on. */
export interface Given extends TargetList {
  /** First day it holds. */
  effectiveOn: string;
  /** Items of the list that the decision names. */
  items: readonly NamedItem[];
  /** Items that it puts on the list. */
  results: readonly MadeItem[];
  /** Who comes of whom, below every item in `items` and `results`. */
  lineage: readonly LineageEdge[];
}

/** A new state of an item of the list. */
export interface ItemChange {
  held: HeldItem;
  part: AdjustmentPart;
  /** What the journal calls it. */
  event: string;
  status: ItemStatus;
  conditions: string | null;
  /** What is said about it from now on, where that changes too. */
  restated: { facts: StatedFacts; naturalKey: string } | null;
}

/** An item put on the list. */
export interface NewListing {
  item: MadeItem;
  event: string;
  status: ItemStatus;
  conditions: string | null;
}

/** What a decision does to the list. */
export interface Effects {
  changes: ItemChange[];
  listings: NewListing[];
  lineage: LineageEdge[];
  delegation: { code: string; form: DelegationForm; toAgencyCode: string; toBodyName: string } | null;
}

/** The checks every kind begins with: the day is still open, the items may enter the step, the new ones may be listed. */
export function enter(step: AdjustmentStep, given: Given): Outcome<{ items: StandingItem[]; results: FreshItem[] }> {
  const open = isOpenDay(given);
  if (!open.ok) return open;
  const items = standingItems(step, given);
  if (!items.ok) return items;
  const results = freshItems(step, given.results, given, given.effectiveOn);
  return results.ok ? accept({ items: items.value, results: results.value }) : results;
}

export const NO_EFFECTS: Effects = { changes: [], listings: [], lineage: [], delegation: null };

/** The change of an item to a state; by default the only one the step leads it to, its conditions kept. */
export const change = (
  step: AdjustmentStep,
  item: StandingItem,
  to: { status?: ItemStatus; conditions?: string | null; restated?: ItemChange['restated'] } = {},
): ItemChange => ({
  held: item,
  part: item.part,
  event: stepRule(step).events[item.part] ?? 'ItemChanged',
  status: to.status ?? item.next[0]!,
  conditions: to.conditions === undefined ? item.conditions : to.conditions,
  restated: to.restated ?? null,
});

/** What is no longer on the list has no conditions of exercise. */
export const ended = (step: AdjustmentStep, item: StandingItem): ItemChange => change(step, item, { conditions: null });

/** An item put on the list, under strict control where conditions go over to it. */
export const listing = (step: AdjustmentStep, item: MadeItem, conditions: string | null = null): NewListing => ({
  item,
  event: stepRule(step).events.RESULT ?? 'ItemListed',
  status: conditions === null ? 'LISTED' : 'TIGHTENED',
  conditions,
});

/** P14 严管 is lifted by a decision only: what comes of an item under strict control is under it too. */
export function inheritedConditions(items: readonly { conditions: string | null }[]): string | null {
  const conditions = [...new Set(items.flatMap((item) => item.conditions ?? []))];
  return conditions.length === 0 ? null : conditions.join('；');
}

/** P7: what a published edition says of its day, and of the days before, is fixed. */
function isOpenDay({ fixed, effectiveOn }: Given): Outcome<true> {
  if (fixed === null || effectiveOn > fixed.publishedOn) return accept(true);
  return refuse('EDITION_IS_FIXED', 'P7', `第 ${fixed.number} 版已于 ${fixed.publishedOn} 公布，调整只能自其后生效`, [
    { path: 'effectiveOn', value: effectiveOn },
    { path: 'edition.id', value: fixed.editionId },
    { path: 'edition.publishedOn', value: fixed.publishedOn },
  ]);
}
