import type { Permissions } from '../../shared/permission';

export type OrganisationAction =
  | 'defineRegions'
  | 'registerAgencies'
  | 'registerOffices'
  | 'registerOfficers'
  | 'registerBodies'
  | 'mapBodyName'
  | 'loadSample';

/** Who may do what: the staffing office keeps the register (编办); lists bring names in, whoever enters them. */
export const PERMISSIONS: Permissions<OrganisationAction> = {
  defineRegions: { ADMIN: 'ANY' },
  registerAgencies: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  registerOffices: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  registerOfficers: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  registerBodies: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION', REFORM_OFFICE: 'REGION', GOVERNMENT_OFFICE: 'REGION' },
  mapBodyName: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION', REFORM_OFFICE: 'REGION' },
  loadSample: { ADMIN: 'ANY' },
};
