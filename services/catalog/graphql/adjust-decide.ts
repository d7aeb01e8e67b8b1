import { isRefusal, type RefusalRef } from '../../shared/graphql/refusal';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { Refusal } from '../../shared/outcome';
import { runCommand } from '../../shared/run-command';
import type { AdjustCommand } from '../commands/adjust/adjust';
import type { CatalogContext } from '../context';
import { adjustmentsById, type AdjustmentRow } from '../queries/adjustments';
import { CATALOG_PERMISSIONS } from '../rules/permissions';
import type { AdjustmentTypes } from './adjustment';

/** A maker of result unions: the adjustment as it is on record, or why there is none. */
export const adjustmentResults =
  (builder: HubBuilder<CatalogContext>, { Adjustment }: AdjustmentTypes, refusal: RefusalRef<CatalogContext>) => (name: string) =>
    builder.unionType(name, {
      description: 'The adjustment as it is on record, or why there is none.',
      types: [Adjustment, refusal],
      resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'Adjustment'),
    });
export type AdjustmentResults = ReturnType<typeof adjustmentResults>;

/** Runs the verb and answers what is on record by then. */
export async function decideAdjustment<Input>(
  { store, actor }: CatalogContext,
  command: AdjustCommand<Input>,
  input: Input,
): Promise<AdjustmentRow | Refusal> {
  const outcome = await runCommand(store, CATALOG_PERMISSIONS, command, input, actor);
  if (!outcome.ok) return outcome.refusal;
  return (await adjustmentsById(store.database, [outcome.value.adjustmentId]))[0]!;
}
