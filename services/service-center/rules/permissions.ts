import type { Permissions } from '../../shared/permission';

export type ServiceCenterAction = 'publish-guide' | 'record-guides' | 'extend-calendar';

/** Who may do what with guides: an agency's head for its own items, the service center for its region's. */
export const SERVICE_CENTER_PERMISSIONS: Permissions<ServiceCenterAction> = {
  'publish-guide': { ADMIN: 'ANY', SERVICE_CENTER: 'REGION', AGENCY_HEAD: 'AGENCY' },
  'record-guides': { ADMIN: 'ANY' },
  // The calendar is the State Council's: it is the same in every region, whoever enters it.
  'extend-calendar': { ADMIN: 'ANY', SERVICE_CENTER: 'ANY' },
};
