import type { OrganisationBuilder } from '../types';

/** Names the catalog's PowerItem; what this service adds to it is in power-item.ts. */
export const namePowerItem = (builder: OrganisationBuilder) =>
  builder.externalRef('PowerItem', builder.selection<{ code: string }>('code'), (item: { code: string }) => item);
export type PowerItemRef = ReturnType<typeof namePowerItem>;
