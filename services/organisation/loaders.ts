import { sharedLoader } from '../shared/batch';
import type { Database } from '../shared/database';
import { agenciesByCode, institutionsEntrustedBy } from './queries/agencies';
import {
  agenciesOfRegionKey,
  agenciesOfRegions,
  agencyPageKey,
  countAgenciesOfRegions,
  type AgenciesOfRegion,
  type AgencyPageKey,
} from './queries/agencies-of-regions';
import { dutiesOfItems, regionsOfItems } from './queries/mandates/duties-of-items';
import { approvedMandates, approvedMandatesById, mandatesInForce } from './queries/mandates/mandates';
import { officersById, officersOfAgencies } from './queries/officers';
import { officesById, officesOfAgencies } from './queries/offices';
import { changesOfBodies } from './queries/organisation-changes';
import { childrenOfRegions, regionsByCode } from './queries/regions';

/** The organisation's batched public reads, shared by all requests of the process. */
export const createOrganisationLoaders = (database: Database) => ({
  regions: sharedLoader((codes: readonly string[]) => regionsByCode(database, codes)),
  regionChildren: sharedLoader((codes: readonly string[]) => childrenOfRegions(database, codes)),
  agencies: sharedLoader((codes: readonly string[]) => agenciesByCode(database, codes)),
  entrustedInstitutions: sharedLoader((codes: readonly string[]) => institutionsEntrustedBy(database, codes)),
  regionAgencies: sharedLoader((pages: readonly AgencyPageKey[]) => agenciesOfRegions(database, pages), agencyPageKey),
  regionAgencyCounts: sharedLoader((keys: readonly AgenciesOfRegion[]) => countAgenciesOfRegions(database, keys), agenciesOfRegionKey),
  mandateInForce: sharedLoader((keys: Parameters<typeof mandatesInForce>[1]) => mandatesInForce(database, keys), ({ agencyCode, day }) => `${day} ${agencyCode}`),
  agencyMandates: sharedLoader((codes: readonly string[]) => approvedMandates(database, codes)),
  approvedMandate: sharedLoader((ids: readonly string[]) => approvedMandatesById(database, ids)),
  dutiesOfItem: sharedLoader((keys: Parameters<typeof dutiesOfItems>[1]) => dutiesOfItems(database, keys), ({ code, day }) => `${day} ${code}`),
  regionOfItem: sharedLoader((codes: readonly string[]) => regionsOfItems(database, codes)),
  offices: sharedLoader((ids: readonly string[]) => officesById(database, ids)),
  agencyOffices: sharedLoader((codes: readonly string[]) => officesOfAgencies(database, codes)),
  officers: sharedLoader((ids: readonly string[]) => officersById(database, ids)),
  bodyChanges: sharedLoader((ids: readonly string[]) => changesOfBodies(database, ids)),
  agencyOfficers: sharedLoader((codes: readonly string[]) => officersOfAgencies(database, codes)),
});
export type OrganisationLoaders = ReturnType<typeof createOrganisationLoaders>;
