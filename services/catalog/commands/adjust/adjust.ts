import type { Json } from '../../../shared/journal';
import { accept, type Outcome } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import { stepRule, type AdjustmentKind } from '../../rules/adjustments/adjustment-kinds';
import type { Effects, Given } from '../../rules/adjustments/effects';
import { completeGrounds, type Grounds } from '../../rules/adjustments/grounds';
import type { CatalogAction } from '../../rules/permissions';
import type { StatedResult } from './identify-results';
import type { ItemReference } from './load-items';
import { prepare } from './prepare';
import { recordEffects, type EffectsPlace } from './record-effects';
import { writeAdjustment } from './write-adjustment';

/** An item of the list as the input names it. */
export interface NamedInput {
  code: string;
  /** `PowerItem.version` that the decider saw; another one now is a refusal. */
  basedOn?: string | null;
}

/** What every adjustment's input holds. */
export interface AdjustInput {
  /** Region whose list is adjusted. */
  regionCode: string;
  decision: Grounds;
}

/** What makes one kind differ from the next, seen from the database. */
interface Adjusting<Input extends AdjustInput> {
  kind: AdjustmentKind;
  items?: (input: Input) => ItemReference[];
  results?: (input: Input) => StatedResult[];
  details?: (input: Input) => { [key: string]: Json };
  /** The kind's rule; what it needs beside `given` it loads first. */
  decide: (input: Input, given: Given, tx: CatalogTx) => Outcome<Effects> | Promise<Outcome<Effects>>;
}

export type AdjustCommand<Input> = Command<CatalogTx, CatalogAction, Input, { adjustmentId: string }>;

/** An item reference at a place in the input. */
export const reference = ({ code, basedOn }: NamedInput, path: string, part: ItemReference['part']): ItemReference => ({
  path,
  code,
  part,
  basedOn: basedOn ?? null,
});

/** Makes the command of one kind: load → the kind's rule → put decision, versions, lineage and journal on record. */
export const adjusting = <Input extends AdjustInput>({
  kind,
  items = () => [],
  results = () => [],
  details = () => ({}),
  decide,
}: Adjusting<Input>): AdjustCommand<Input> => ({
  action: stepRule(kind).action,
  target: ({ regionCode }) => ({ regionCode }),
  async handle(input, { tx, now }) {
    const grounds = completeGrounds(input.decision);
    if (!grounds.ok) return grounds;
    const { regionCode } = input;
    const { effectiveOn } = grounds.value;
    const prepared = await prepare(tx, { regionCode, effectiveOn, items: items(input), results: results(input) });
    const effects = await decide(input, prepared.given, tx);
    if (!effects.ok) return effects;

    const { delegation } = effects.value;
    const record = { ...grounds.value, regionCode, kind, details: details(input), decidedAt: now };
    const { id, entry } = await writeAdjustment(tx, record, effects.value);
    const aside: EffectsPlace['aside'] = delegation === null ? {} : { delegation: { ...delegation, handedOverOn: null, resultCode: null } };
    const place = { adjustmentId: id, effectiveOn, regionCode, resultRegionCode: regionCode, aside };
    const entries = await recordEffects(tx, effects.value, prepared.results, place);
    return accept({ value: { adjustmentId: id }, entries: [entry, ...entries] });
  },
});
