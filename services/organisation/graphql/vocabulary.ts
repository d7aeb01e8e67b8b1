import { describedEnum } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { OrganisationContext } from '../context';
import { AGENCY_KINDS, IDENTIFIER_SCHEMES, REGION_KINDS } from '../rules/vocabulary';

/** Adds the organisation's enums; each value is described by its Chinese term. */
export function addVocabulary(builder: HubBuilder<OrganisationContext>) {
  return {
    RegionKind: builder.enumType('RegionKind', describedEnum(REGION_KINDS, 'Kind of a region (区划类型). All but DEVELOPMENT_ZONE are nodes of the GB/T 2260 tree.')),
    AgencyKind: builder.enumType('AgencyKind', describedEnum(AGENCY_KINDS, 'Kind of a body within the plan’s scope (机构类型), P4.')),
    IdentifierScheme: builder.enumType('IdentifierScheme', describedEnum(IDENTIFIER_SCHEMES, 'Register that identifies organisations (机构标识类型).')),
  };
}
export type Vocabulary = ReturnType<typeof addVocabulary>;
