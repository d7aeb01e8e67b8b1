import { memberOf } from '../../shared/graphql/refusal';
import { runCommand } from '../../shared/run-command';
import { defineRegions } from '../commands/define-regions';
import { PERMISSIONS } from '../rules/permissions';
import { addRegistrationResult } from './registration';
import type { OrganisationBuilder, OrganisationTypes, Refusal } from './types';

/** Adds `defineRegions`. */
export function addDefineRegions(builder: OrganisationBuilder, { RegionKind }: OrganisationTypes, refusal: Refusal): void {
  const Region = builder.inputType('RegionInput', {
    description: 'A region or development zone, stated whole.',
    fields: (t) => ({
      code: t.id({ required: true, description: 'GB/T 2260 code, or `PPCCZn` for a zone.' }),
      name: t.string({ required: true, description: 'Name (区划名称).' }),
      kind: t.field({ type: RegionKind, required: true, description: 'Kind (区划类型).' }),
      parentCode: t.id({ description: 'The region it lies in (上级区划); none for a province.' }),
      pilot: t.boolean({ description: 'Publishes its list before the others (试点).' }),
      sample: t.boolean({ description: 'Its data is sample data (示例数据).' }),
    }),
  });
  const Input = builder.inputType('DefineRegionsInput', {
    description: 'Regions to define; parents may be in the same input, in any order.',
    fields: (t) => ({ regions: t.field({ type: [Region], required: true, description: 'Each code once.' }) }),
  });
  const Result = addRegistrationResult(builder, refusal, 'DefineRegions', 'RegionsDefined', 'The regions are as stated.');
  builder.mutationField('defineRegions', (t) =>
    t.field({
      type: Result,
      description: 'Defines regions and zones, all or none. Refuses with UNKNOWN_REGION, REGION_CODE_INVALID, REGION_PARENT_INVALID, DUPLICATE_CODE.',
      args: { input: t.arg({ type: Input, required: true, description: 'The regions.' }) },
      resolve: async (_root, { input }, { store, actor }) =>
        memberOf(await runCommand(store, PERMISSIONS, defineRegions, input, actor)),
    }),
  );
}
