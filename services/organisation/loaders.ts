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
import { officersById, officersOfAgencies } from './queries/officers';
import { officesById, officesOfAgencies } from './queries/offices';
import { childrenOfRegions, regionsByCode } from './queries/regions';

/** The organisation's batched public reads, shared by all requests of the process. */
export const createOrganisationLoaders = (database: Database) => ({
  regions: sharedLoader((codes: readonly string[]) => regionsByCode(database, codes)),
  regionChildren: sharedLoader((codes: readonly string[]) => childrenOfRegions(database, codes)),
  agencies: sharedLoader((codes: readonly string[]) => agenciesByCode(database, codes)),
  entrustedInstitutions: sharedLoader((codes: readonly string[]) => institutionsEntrustedBy(database, codes)),
  regionAgencies: sharedLoader((pages: readonly AgencyPageKey[]) => agenciesOfRegions(database, pages), agencyPageKey),
  regionAgencyCounts: sharedLoader((keys: readonly AgenciesOfRegion[]) => countAgenciesOfRegions(database, keys), agenciesOfRegionKey),
  offices: sharedLoader((ids: readonly string[]) => officesById(database, ids)),
  agencyOffices: sharedLoader((codes: readonly string[]) => officesOfAgencies(database, codes)),
  officers: sharedLoader((ids: readonly string[]) => officersById(database, ids)),
  agencyOfficers: sharedLoader((codes: readonly string[]) => officersOfAgencies(database, codes)),
});
export type OrganisationLoaders = ReturnType<typeof createOrganisationLoaders>;
