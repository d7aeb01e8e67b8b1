import type { connections } from '../../shared/graphql/connection';
import type { RefusalRef } from '../../shared/graphql/refusal';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { OrganisationContext } from '../context';
import type { AgencyRecord, IdentifierRecord, OfficeRecord, OfficerRecord, RegionRecord } from '../rules/records';
import { addVocabulary } from './vocabulary';

export type OrganisationBuilder = HubBuilder<OrganisationContext>;
export type ConnectionOf = ReturnType<typeof connections<OrganisationContext>>;
export type Refusal = RefusalRef<OrganisationContext>;

/** Names the service's types before they are implemented, one file each: they refer to one another. */
export function declareTypes(builder: OrganisationBuilder) {
  return {
    ...addVocabulary(builder),
    Region: builder.objectRef<RegionRecord>('Region'),
    Agency: builder.objectRef<AgencyRecord>('Agency'),
    Identifier: builder.objectRef<IdentifierRecord>('Identifier'),
    Office: builder.objectRef<OfficeRecord>('Office'),
    Officer: builder.objectRef<OfficerRecord>('Officer'),
  };
}
export type OrganisationTypes = ReturnType<typeof declareTypes>;
