import type { Outcome } from '../../../../../services/shared/outcome';
import type { AdjustmentPart } from '../../../../../services/catalog/rules/adjustments/adjustment-kinds';
import type { Given } from '../../../../../services/catalog/rules/adjustments/effects';
import type { DecisionDocument } from '../../../../../services/catalog/rules/adjustments/grounds';
import type { HeldDelegation, HeldItem, NamedItem, StatedFacts } from '../../../../../services/catalog/rules/adjustments/held-item';
import type { MadeItem } from '../../../../../services/catalog/rules/adjustments/new-item';
import type { PlacedPower } from '../../../../../services/catalog/rules/identify-items';
import type { ItemStatus } from '../../../../../services/catalog/rules/vocabulary';
import { citation, power } from '../../../../support/powers';

export const WATER = '140100013';
export const document: DecisionDocument = { title: '关于调整行政职权的决定', number: '并政发〔2014〕30号', date: '2014-09-09' };
export const exception = { superiorLaw: '《水法》第七条', approval: document };

export const facts = (code: string, more: Partial<StatedFacts> = {}): StatedFacts => ({
  code, publishedCode: code, name: `事项${code}`, subItem: null, parentCode: null, category: 'LICENSE', agencyCode: WATER, bodyName: '市水务局',
  officeIds: [], officeNames: [], levels: ['MUNICIPAL'], authoritySplit: null, citations: [citation('水法', '第七条')], basisText: null,
  duty: null, responsibilities: null, accountability: null, supervisionPhone: null, remark: null, ...more,
});

/** An item in a state, since 2014-09-08 unless said otherwise. */
export const held = (code: string, status: ItemStatus = 'LISTED', more: Partial<HeldItem> = {}): HeldItem => ({
  versionId: `v-${code}`, validFrom: '2014-09-08', status, conditions: null, regionCode: '140100', naturalKey: `code|${WATER}|${code}`,
  fingerprint: 'f', facts: facts(code), delegation: null, entrustedFromAbove: false, successors: [], ...more,
});

export const delegation = (more: Partial<HeldDelegation> = {}): HeldDelegation => ({
  id: '1', adjustmentId: '1', form: 'AUTHORISE', toAgencyCode: '140105013', toBodyName: '小店区水务局', levels: ['COUNTY'], decidedFor: '2014-10-01',
  handedOverOn: null, ...more,
});

/** The item as a decision names it. */
export const named = (item: HeldItem | null, part: AdjustmentPart = 'SUBJECT', more: Partial<NamedItem> = {}): NamedItem => ({
  path: item === null ? 'item' : item.facts.code, code: item?.facts.code ?? 'X', part, basedOn: null, held: item, changedSince: [], ...more,
});

/** An item that a decision puts on the list. */
export const made = (code: string, more: Partial<PlacedPower> = {}, known: HeldItem | null = null): MadeItem => ({
  path: `results.${code}`, code, power: { ...power(`新事项${code}`), agencyCode: WATER, officeIds: [], ...more }, held: known,
});

/** What a rule decides on: the city's list, effective 2014-10-01, unless said otherwise. */
export const given = (items: NamedItem[], more: Partial<Given> = {}): Given => ({
  regionCode: '140100', categories: ['LICENSE', 'PENALTY'], fixed: null, effectiveOn: '2014-10-01', items, results: [], lineage: [], ...more,
});

/** Code and clause of a refusal, `null` where there is none. */
export const no = (outcome: Outcome<unknown>): [string, string | null] | null => (outcome.ok ? null : [outcome.refusal.code, outcome.refusal.rule]);

/** The value, of what was not refused. */
export function yes<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value;
}
