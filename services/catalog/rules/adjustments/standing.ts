import { accept, refuse, type Outcome, type Refusal } from '../../../shared/outcome';
import { ON_THE_LIST } from '../on-the-list';
import { ITEM_STATUSES, type ItemStatus } from '../vocabulary';
import { movesFrom, stepRule, type AdjustmentStep } from './adjustment-kinds';
import { titleOf, type HeldItem, type NamedItem } from './held-item';

/** An item that may enter the step: known, of this list, unchanged since it was seen, in a state that allows it. */
export interface StandingItem extends HeldItem {
  path: string;
  part: NamedItem['part'];
  /** States the step may lead it to. */
  next: readonly ItemStatus[];
}

/** Checks every item that a decision names (P5, P7, P14); the first that may not enter is the refusal. */
export function standingItems(
  step: AdjustmentStep,
  { regionCode, items, effectiveOn }: { regionCode: string; items: readonly NamedItem[]; effectiveOn: string },
): Outcome<StandingItem[]> {
  const twice = items.find(({ code }, i) => items.findIndex((other) => other.code === code) < i);
  if (twice) return refuse('ITEM_NAMED_TWICE', 'P14', '同一事项不能在一次调整中出现两次', [{ path: `${twice.path}.code`, value: twice.code }]);
  const standing: StandingItem[] = [];
  for (const item of items) {
    const checked = standingItem(step, item, regionCode, effectiveOn);
    if (!checked.ok) return checked;
    standing.push(checked.value);
  }
  return accept(standing);
}

function standingItem(step: AdjustmentStep, item: NamedItem, regionCode: string, effectiveOn: string): Outcome<StandingItem> {
  const { path, code, part, held } = item;
  if (held === null) return refuse('UNKNOWN_ITEM', 'P5', `没有编码为 ${code} 的事项`, [{ path: `${path}.code`, value: code }]);
  if (held.regionCode !== regionCode)
    return refuse('ITEM_OF_OTHER_REGION', 'P14', '只能调整本级清单上的事项', [
      { path: `${path}.code`, value: code },
      { path: 'regionCode', value: held.regionCode },
    ]);
  if (item.basedOn !== null && item.basedOn !== held.versionId) return { ok: false, refusal: changedMeanwhile(item, held) };
  const next = movesFrom(step, part, held.status);
  if (next.length === 0) return { ok: false, refusal: wrongState(step, item, held) };
  if (effectiveOn < held.validFrom)
    return refuse('EFFECTIVE_IN_ITEMS_PAST', 'P7', `生效日期 ${effectiveOn} 早于事项现行版本的起始日 ${held.validFrom}`, [
      { path: 'effectiveOn', value: effectiveOn },
      { path: `${path}.effectiveFrom`, value: held.validFrom },
    ]);
  return accept({ ...held, path, part, next });
}

/** P7: a decision on a state that no longer holds is not taken; the decider is told what is different now. */
function changedMeanwhile({ path, code, basedOn, changedSince }: NamedItem, held: HeldItem): Refusal {
  return {
    code: 'ITEM_CHANGED_MEANWHILE',
    rule: 'P7',
    message: `事项“${titleOf(held.facts)}”在作出决定期间已被他人变更，请核对后重新决定`,
    details: [
      { path: `${path}.code`, value: code },
      { path: `${path}.basedOn`, value: basedOn },
      { path: `${path}.version`, value: held.versionId },
      { path: `${path}.effectiveFrom`, value: held.validFrom },
      ...changedSince.map(({ field, now }) => ({ path: `${path}.${field}`, value: now })),
    ],
  };
}

/** P5, P14: what is not on the list cannot be adjusted, and not every state bears every adjustment. */
function wrongState(step: AdjustmentStep, { path, code }: NamedItem, { status, facts, validFrom }: HeldItem): Refusal {
  const listed = ON_THE_LIST.includes(status);
  const state = `事项“${titleOf(facts)}”自 ${validFrom} 起状态为“${ITEM_STATUSES[status]}”`;
  return {
    code: listed ? 'STATE_DOES_NOT_ALLOW' : 'NOT_ON_LIST',
    rule: listed ? stepRule(step).clause : 'P5',
    message: listed ? `${state}，不能${stepRule(step).term}` : `${state}，已不在清单上`,
    details: [
      { path: `${path}.code`, value: code },
      { path: `${path}.status`, value: status },
      { path: `${path}.effectiveFrom`, value: validFrom },
    ],
  };
}
