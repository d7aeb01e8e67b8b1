import { isRefusal, memberOf } from '../../shared/graphql/refusal';
import { runCommand } from '../../shared/run-command';
import { registerBodies, type RegisteredBodies } from '../commands/register-bodies';
import { PERMISSIONS } from '../rules/permissions';
import type { OrganisationBuilder, OrganisationTypes, Refusal } from './types';

type RegisteredBody = RegisteredBodies['bodies'][number];

/** Adds `registerBodies`, the importer's own: it is not part of the public graph. */
export function addRegisterBodies(builder: OrganisationBuilder, { Agency, Office }: OrganisationTypes, refusal: Refusal): void {
  const RegisteredOffice = builder.objectRef<RegisteredBody['offices'][number]>('RegisteredOffice').implement({
    inaccessible: true,
    description: 'Which office a name on a list is.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name as given.' }),
      office: t.field({ type: Office, description: 'The office.', resolve: async ({ id }, _args, { loaders }) => (await loaders.offices.load(id))! }),
    }),
  });
  const Body = builder.objectRef<RegisteredBody>('RegisteredBody').implement({
    inaccessible: true,
    description: 'Which agency a name on a list is.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name as given.' }),
      agency: t.field({ type: Agency, description: 'The agency.', resolve: async ({ agencyCode }, _args, { loaders }) => (await loaders.agencies.load(agencyCode))! }),
      offices: t.expose('offices', { type: [RegisteredOffice], description: 'Its offices, in the order given.' }),
    }),
  });
  const Bodies = builder.objectRef<RegisteredBodies>('RegisteredBodies').implement({
    inaccessible: true,
    description: 'Whose the names of a list are.',
    fields: (t) => ({
      bodies: t.expose('bodies', { type: [Body], description: 'The bodies, in the order given.' }),
      agenciesRegistered: t.exposeInt('agenciesRegistered', { description: 'How many agencies were new.' }),
      officesRegistered: t.exposeInt('officesRegistered', { description: 'How many offices were new.' }),
    }),
  });
  const Result = builder.unionType('RegisterBodiesResult', {
    inaccessible: true,
    description: 'What RegisterBodies answers.',
    types: [Bodies, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'RegisteredBodies'),
  });
  const ListedBody = builder.inputType('ListedBodyInput', {
    inaccessible: true,
    description: 'A body (行使主体) as a list names it, with the offices (承办机构) named beside it.',
    fields: (t) => ({
      name: t.string({ required: true, description: 'As printed; white space and the width of brackets do not matter.' }),
      offices: t.stringList({ required: true, description: 'One entry each.' }),
      code: t.id({ description: 'The agency’s code, where the hub’s own form states it: it is that agency whatever its name, or is registered under it.' }),
      officeIds: t.idList({ description: 'Ids of `offices`, where the form states them.' }),
    }),
  });
  const Input = builder.inputType('RegisterBodiesInput', {
    inaccessible: true,
    description: 'The bodies of one region’s list.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region whose list it is.' }),
      bodies: t.field({ type: [ListedBody], required: true, description: 'The bodies.' }),
    }),
  });
  builder.mutationField('registerBodies', (t) =>
    t.field({
      type: Result,
      inaccessible: true,
      description:
        'Finds the bodies and offices a list names, by name, short name or remembered name; registers those that are unknown. Again, it changes nothing. Refuses with UNKNOWN_REGION, NAME_MISSING, NAME_TOO_LONG, CODES_USED_UP.',
      args: { input: t.arg({ type: Input, required: true, description: 'The list’s bodies.' }) },
      resolve: async (_root, { input }, { store, actor }) =>
        memberOf(await runCommand(store, PERMISSIONS, registerBodies, input, actor)),
    }),
  );
}
