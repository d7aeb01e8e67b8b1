import { addChanges } from '../shared/graphql/changes';
import { connections } from '../shared/graphql/connection';
import { addJournalEvidence } from '../shared/graphql/journal-evidence';
import { addRefusal } from '../shared/graphql/refusal';
import { createSchemaBuilder } from '../shared/graphql/schema-builder';
import { subgraphSchema } from '../shared/graphql/subgraph-schema';
import type { OrganisationContext, OrganisationStore } from './context';
import { addAgency } from './graphql/agency';
import { addDefineRegions } from './graphql/define-regions';
import { addImportMandates } from './graphql/import-mandates';
import { addMapBodyName } from './graphql/map-body-name';
import { addMandates } from './graphql/mandates';
import { addOffice } from './graphql/office';
import { addOfficer } from './graphql/officer';
import { addRegion } from './graphql/region';
import { addRegisterAgencies } from './graphql/register-agencies';
import { addRegisterBodies } from './graphql/register-bodies';
import { addRegisterOfficers } from './graphql/register-officers';
import { addRegisterOffices } from './graphql/register-offices';
import { addReorganise } from './graphql/reorganise';
import { addReorganisations } from './graphql/reorganise-changes';
import { declareTypes } from './graphql/types';
import { ORGANISATION_ACCESS } from './rules/access';
import { PERMISSIONS } from './rules/permissions';

/** Puts the organisation's schema together, one file per type and per verb. */
export function buildOrganisationSchema(store: OrganisationStore) {
  const builder = createSchemaBuilder<OrganisationContext>({ access: ORGANISATION_ACCESS, permissions: PERMISSIONS });
  const connectionOf = connections(builder);
  const refusal = addRefusal(builder);
  const types = declareTypes(builder);
  addRegion(builder, types, connectionOf);
  addAgency(builder, types);
  addOffice(builder, types);
  addOfficer(builder, types);
  addDefineRegions(builder, types, refusal);
  addRegisterAgencies(builder, types, refusal);
  addRegisterOffices(builder, refusal);
  addRegisterOfficers(builder, refusal);
  addRegisterBodies(builder, types, refusal);
  addMapBodyName(builder, types, refusal);
  const changes = addReorganisations(builder, types, connectionOf);
  addReorganise(builder, types, changes, refusal);
  addMandates(builder, types, connectionOf, refusal);
  addImportMandates(builder, types, refusal);
  addChanges(builder, connectionOf, 'organisationChanges', store, { OrganisationChange: 'effectiveOn', Mandate: 'effectiveOn' });
  addJournalEvidence(builder, 'organisation', store);
  return subgraphSchema(builder);
}
