import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { PlacedPower } from '../identify-items';
import { ON_THE_LIST } from '../on-the-list';
import { ITEM_STATUSES, POWER_CATEGORIES, type ItemStatus, type PowerCategory } from '../vocabulary';
import { movesFrom, stepRule, type AdjustmentStep } from './adjustment-kinds';
import { isBlank } from './grounds';
import { titleOf, type HeldItem, type StatedFacts } from './held-item';

/** An item that a decision puts on the list, with the code it gets. */
export interface MadeItem {
  /** Where the input states it, e.g. `results.0`. */
  path: string;
  code: string;
  power: PlacedPower;
  /** The item as the region already knows it, when it is not seen for the first time. */
  held: HeldItem | null;
}

/** A made item that may be listed. */
export interface FreshItem extends MadeItem {
  next: readonly ItemStatus[];
}

/** The list that a decision is about. */
export interface TargetList {
  regionCode: string;
  /** Categories of its scheme (P1); null when the region has no list. */
  categories: readonly PowerCategory[] | null;
  /** The last edition the government published: what the list said until its day is fixed. */
  fixed: { editionId: string; number: number; publishedOn: string } | null;
}

const MAX_NAME = 1000;

/** P2: name, basis, body and level are what an item is published with; P1: its category is one of the list's scheme. */
export function freshItems(step: AdjustmentStep, made: readonly MadeItem[], list: TargetList, effectiveOn: string): Outcome<FreshItem[]> {
  const fresh: FreshItem[] = [];
  for (const item of made) {
    const statable = isStatable(item, list);
    if (!statable.ok) return statable;
    const next = mayBeListed(step, item, effectiveOn);
    if (!next.ok) return next;
    if (fresh.some(({ power }) => wordsOf(power) === wordsOf(item.power)))
      return refuse('ITEM_NAMED_TWICE', 'P14', '同一事项不能在一次调整中出现两次', [{ path: `${item.path}.name`, value: item.power.name }]);
    fresh.push({ ...item, next: next.value });
  }
  return accept(fresh);
}

const wordsOf = ({ agencyCode, category, name, subItem, levels }: PlacedPower): string =>
  JSON.stringify([agencyCode, category, name, subItem, [...levels].toSorted()]);

function isStatable({ path, power }: MadeItem, { regionCode, categories }: TargetList): Outcome<true> {
  const missing = (code: string, rule: string, message: string, field: string, value: string | null = null): Outcome<never> =>
    refuse(code, rule, message, [{ path: `${path}.${field}`, value }]);
  if (categories === null) return refuse('LIST_NOT_OPEN', 'P5', `地区 ${regionCode} 尚未建立权力清单`, [{ path: 'regionCode', value: regionCode }]);
  if (isBlank(power.name) || power.name.length > MAX_NAME) return missing('INVALID_NAME', 'P2', `事项名称不能为空，且不超过 ${MAX_NAME} 字`, 'name', power.name);
  if (isBlank(power.body)) return missing('MISSING_BODY', 'P2', '须载明实施主体', 'bodyName');
  if (power.levels.length === 0) return missing('MISSING_LEVEL', 'P2', '须载明行使层级', 'levels');
  if (power.citations.length === 0 && isBlank(power.basisText)) return missing('MISSING_BASIS', 'P2', '须载明实施依据', 'citations');
  if (!categories.includes(power.category))
    return missing('CATEGORY_NOT_IN_SCHEME', 'P1', `该清单的类别体系没有“${POWER_CATEGORIES[power.category]}”`, 'category', power.category);
  if (!power.agencyCode.startsWith(regionCode))
    return missing('BODY_OF_OTHER_REGION', 'P2', '实施主体不是该地区的机构', 'agencyCode', power.agencyCode);
  return accept(true);
}

/** P6: what is on the list is not added to it; P7: what lives on in other items does not come back beside them. */
function mayBeListed(step: AdjustmentStep, { path, code, held }: MadeItem, effectiveOn: string): Outcome<readonly ItemStatus[]> {
  if (held === null) return accept(movesFrom(step, 'RESULT', 'UNLISTED'));
  const where = [
    { path: `${path}.code`, value: code },
    { path: `${path}.status`, value: held.status },
    { path: `${path}.effectiveFrom`, value: held.validFrom },
  ];
  const title = titleOf(held.facts);
  if (ON_THE_LIST.includes(held.status)) return refuse('ALREADY_ON_LIST', 'P6', `“${title}”已在清单上，编码 ${code}`, where);
  if (held.successors.length > 0)
    return refuse('LIVES_ON_IN_OTHERS', 'P7', `“${title}”已由其他事项承继，不能重新列入`, [
      ...where,
      ...held.successors.map((successor) => ({ path: `${path}.successors`, value: successor })),
    ]);
  const next = movesFrom(step, 'RESULT', held.status);
  if (next.length === 0)
    return refuse('STATE_DOES_NOT_ALLOW', stepRule(step).clause, `“${title}”状态为“${ITEM_STATUSES[held.status]}”，不能${stepRule(step).term}`, where);
  if (effectiveOn < held.validFrom)
    return refuse('EFFECTIVE_IN_ITEMS_PAST', 'P7', `生效日期 ${effectiveOn} 早于事项现行版本的起始日 ${held.validFrom}`, where);
  return accept(next);
}

/** The facts of an item as a list row would state them. */
export function toPower(stated: StatedFacts): PlacedPower {
  const { bodyName, officeNames, code: _code, parentCode: _parentCode, ...facts } = stated;
  return { ...facts, sheet: '', row: 0, body: bodyName, offices: officeNames };
}
