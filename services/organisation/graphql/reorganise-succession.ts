import { predecessorsOf, successorsOf, type Succession } from '../rules/reorganisation/succession';
import type { ChangeRef } from './reorganise-changes';
import type { OrganisationBuilder, OrganisationTypes } from './types';

/** Adds to agencies and offices whom they come from, who they live on in, and the changes that say so. */
export function addSuccession(builder: OrganisationBuilder, { Agency, Office }: OrganisationTypes, Change: ChangeRef): void {
  const OfAgency = builder.objectRef<Succession>('AgencySuccession').implement({
    description: 'An agency that another comes from or lives on in (机构沿革).',
    fields: (t) => ({
      agency: t.field({
        type: Agency,
        description: 'The agency at the other end, as it is now.',
        resolve: async ({ body }, _args, { loaders }) => (await loaders.agencies.load(body.id))!, // agencies are never deleted
      }),
      name: t.string({ description: 'Its name in the change.', resolve: ({ body }) => body.name }),
      change: t.expose('change', { type: Change, description: 'The change that says so.' }),
    }),
  });
  const OfOffice = builder.objectRef<Succession>('OfficeSuccession').implement({
    description: 'An internal office that another comes from or lives on in (内设机构沿革).',
    fields: (t) => ({
      office: t.field({
        type: Office,
        description: 'The office at the other end, as it is now.',
        resolve: async ({ body }, _args, { loaders }) => (await loaders.offices.load(body.id))!, // offices are never deleted
      }),
      name: t.string({ description: 'Its name in the change.', resolve: ({ body }) => body.name }),
      change: t.expose('change', { type: Change, description: 'The change that says so.' }),
    }),
  });
  builder.objectFields(Agency, (t) => ({
    predecessors: t.field({
      type: [OfAgency],
      description: 'The agencies it comes from (前身机构), in the order of time.',
      resolve: async ({ code }, _args, { loaders }) => predecessorsOf(code, (await loaders.bodyChanges.load(code)) ?? []),
    }),
    successors: t.field({
      type: [OfAgency],
      description: 'The agencies it lives on in (承继机构), in the order of time: whom to ask when it is abolished, merged or split.',
      resolve: async ({ code }, _args, { loaders }) => successorsOf(code, (await loaders.bodyChanges.load(code)) ?? []),
    }),
    changes: t.field({
      type: [Change],
      description: 'The organisation changes that name it (机构变动), in the order of time; those of its offices are theirs.',
      resolve: async ({ code }, _args, { loaders }) => (await loaders.bodyChanges.load(code)) ?? [],
    }),
  }));
  builder.objectFields(Office, (t) => ({
    predecessors: t.field({
      type: [OfOffice],
      description: 'The offices it comes from (前身), in the order of time.',
      resolve: async ({ id }, _args, { loaders }) => predecessorsOf(id, (await loaders.bodyChanges.load(id)) ?? []),
    }),
    successors: t.field({
      type: [OfOffice],
      description: 'The offices it lives on in (承继处室), in the order of time.',
      resolve: async ({ id }, _args, { loaders }) => successorsOf(id, (await loaders.bodyChanges.load(id)) ?? []),
    }),
  }));
}
