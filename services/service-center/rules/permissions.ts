import type { Permissions } from '../../shared/permission';
import { CASE_PERMISSIONS, type CaseAction } from './cases/case-permissions';
import { MEASURE_PERMISSIONS, type MeasureAction } from './measures/measure-permissions';
import { REMARK_PERMISSIONS, type RemarkAction } from './remarks/remark-permissions';
import { SUPERVISION_PERMISSIONS, type SupervisionAction } from './e-supervision/supervision-permissions';

export type ServiceCenterAction =
  | 'publish-guide'
  | 'record-guides'
  | 'import-guide-drafts'
  | 'submit-guide'
  | 'return-guide'
  | 'approve-guide'
  | 'withdraw-guide'
  | 'read-guide-drafts'
  | 'read-link-worklist'
  | 'extend-calendar'
  | CaseAction
  | SupervisionAction
  | RemarkAction
  | MeasureAction;

/** Who may do what with guides: an agency's head for its own items, the service center for its region's. */
export const SERVICE_CENTER_PERMISSIONS: Permissions<ServiceCenterAction> = {
  'publish-guide': { ADMIN: 'ANY', SERVICE_CENTER: 'REGION', AGENCY_HEAD: 'AGENCY' },
  'record-guides': { ADMIN: 'ANY' },
  // A draft is the agency's and its service center's: nobody else learns that there is one, administrators included.
  'import-guide-drafts': { SERVICE_CENTER: 'REGION', AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  'submit-guide': { AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  'return-guide': { SERVICE_CENTER: 'REGION' },
  'approve-guide': { SERVICE_CENTER: 'REGION' },
  'withdraw-guide': { AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  'read-guide-drafts': { SERVICE_CENTER: 'REGION', AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  // What is to be mended, by use.
  'read-link-worklist': {
    ADMIN: 'ANY',
    SERVICE_CENTER: 'REGION',
    REPORTING: 'REGION',
    SUPERVISION: 'REGION',
    AGENCY_HEAD: 'AGENCY',
    AGENCY_EDITOR: 'AGENCY',
  },
  // The calendar is the State Council's: it is the same in every region, whoever enters it.
  'extend-calendar': { ADMIN: 'ANY', SERVICE_CENTER: 'ANY' },
  ...CASE_PERMISSIONS,
  ...SUPERVISION_PERMISSIONS,
  ...REMARK_PERMISSIONS,
  ...MEASURE_PERMISSIONS,
};
