import { isRefusal } from '../../shared/graphql/refusal';
import type { Registration } from '../commands/store-records';
import type { OrganisationBuilder, Refusal } from './types';

/** Adds the result of one bulk registration: a type of this name with its counts, or a refusal. */
export function addRegistrationResult(builder: OrganisationBuilder, refusal: Refusal, verb: string, name: string, description: string) {
  const Registered = builder.objectRef<Registration>(name).implement({
    description,
    fields: (t) => ({
      ids: t.exposeIDList('ids', { description: 'Codes or ids of all records of the input, in its order.' }),
      registered: t.exposeInt('registered', { description: 'How many were new.' }),
      changed: t.exposeInt('changed', { description: 'How many were known and different.' }),
      unchanged: t.exposeInt('unchanged', { description: 'How many were as stated already; they left no trace.' }),
    }),
  });
  return builder.unionType(`${verb}Result`, {
    description: `What ${verb} answers.`,
    types: [Registered, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : name),
  });
}
