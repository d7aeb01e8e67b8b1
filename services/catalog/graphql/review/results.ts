import type { ObjectRef } from '@pothos/core';
import { isRefusal, type RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder, HubTypes } from '../../../shared/graphql/schema-builder';
import type { Outcome } from '../../../shared/outcome';
import { runCommand, type Command } from '../../../shared/run-command';
import type { CatalogContext, CatalogTx } from '../../context';
import type { CycleRow } from '../../queries/review/cycles';
import { CATALOG_PERMISSIONS, type CatalogAction } from '../../rules/permissions';
import { cycleFor } from './review-cycle';

type CatalogRef<T> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<HubTypes<CatalogContext>>, T>;

/** Makes result unions: what a verb answers, or the rule that said no. */
export const resultsOf =
  (builder: HubBuilder<CatalogContext>, refusal: RefusalRef<CatalogContext>) =>
  <T extends object>(name: string, member: CatalogRef<T>, description: string) =>
    builder.unionType(name, { description, types: [member, refusal], resolveType: (value) => (isRefusal(value) ? 'Refusal' : member.name) });

/** Runs a command for the caller of a mutation. */
export const runFor = <Input, Value>(
  { store, actor }: CatalogContext,
  command: Command<CatalogTx, CatalogAction, Input, Value>,
  input: Input,
): Promise<Outcome<Value>> => runCommand(store, CATALOG_PERMISSIONS, command, input, actor);

/** The cycle a command has just worked on. */
export async function getCycle(context: CatalogContext, id: string): Promise<CycleRow> {
  const cycle = await cycleFor(context, id);
  if (!cycle) throw new Error(`review cycle ${id} is not there`);
  return cycle;
}
