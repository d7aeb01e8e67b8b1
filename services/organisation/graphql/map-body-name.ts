import { isRefusal, memberOf } from '../../shared/graphql/refusal';
import { runCommand } from '../../shared/run-command';
import { mapBodyName } from '../commands/map-body-name';
import { PERMISSIONS } from '../rules/permissions';
import type { BodyAliasRecord } from '../rules/records';
import type { OrganisationBuilder, OrganisationTypes, Refusal } from './types';

/** Adds `mapBodyName`. */
export function addMapBodyName(builder: OrganisationBuilder, { Agency }: OrganisationTypes, refusal: Refusal): void {
  const Mapped = builder.objectRef<BodyAliasRecord>('BodyNameMapped').implement({
    description: 'Whom a name on a region’s lists means, as a person decided.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name, without white space.' }),
      agency: t.field({
        type: Agency,
        description: 'The agency it means.',
        resolve: async ({ agencyCode }, _args, { loaders }) => (await loaders.agencies.load(agencyCode))!, // a foreign key
      }),
    }),
  });
  const Result = builder.unionType('MapBodyNameResult', {
    description: 'What MapBodyName answers.',
    types: [Mapped, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'BodyNameMapped'),
  });
  const Input = builder.inputType('MapBodyNameInput', {
    description: 'A name on lists and whom it means.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region whose lists use the name.' }),
      name: t.string({ required: true, description: 'The name as printed, e.g. `地州市商务主管部门`.' }),
      agencyCode: t.id({ required: true, description: 'The agency it means, of the same region.' }),
    }),
  });
  builder.mutationField('mapBodyName', (t) =>
    t.field({
      type: Result,
      description:
        'Decides whom a name on a region’s lists means. It wins over what names suggest and survives every later import. Refuses with UNKNOWN_REGION, UNKNOWN_AGENCY, NAME_MISSING.',
      args: { input: t.arg({ type: Input, required: true, description: 'The mapping.' }) },
      resolve: async (_root, { input }, { store, actor }) =>
        memberOf(await runCommand(store, PERMISSIONS, mapBodyName, input, actor)),
    }),
  );
}
