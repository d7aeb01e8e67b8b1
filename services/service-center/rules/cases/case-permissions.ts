import type { Permissions } from '../../../shared/permission';

export type CaseAction =
  | 'open-case'
  | 'record-case-event'
  | 'report-case-events'
  | 'erase-applicant'
  | 'read-cases'
  | 'read-applicant'
  | 'read-timeliness';

const REGION = 'REGION';
const AGENCY = 'AGENCY';
const ADMIN = { ADMIN: 'ANY' } as const;
const COUNTERS = { ...ADMIN, SERVICE_CENTER: REGION, AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY } as const;

/**
 * Who may do what with cases: counters handle those of their agency or region. Who applied is for the handling agency and
 * for supervision alone, administrators not excepted. How timely a region is, its reviewers and government may know.
 */
export const CASE_PERMISSIONS: Permissions<CaseAction> = {
  'open-case': COUNTERS,
  'record-case-event': COUNTERS,
  'report-case-events': COUNTERS,
  'erase-applicant': { AGENCY_HEAD: AGENCY, SUPERVISION: REGION },
  'read-cases': { ...COUNTERS, SUPERVISION: REGION },
  'read-applicant': { AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY, SUPERVISION: REGION },
  'read-timeliness': {
    ...ADMIN,
    REPORTING: REGION,
    SERVICE_CENTER: REGION,
    SUPERVISION: REGION,
    GOVERNMENT: REGION,
    REFORM_OFFICE: REGION,
    GOVERNMENT_OFFICE: REGION,
    AGENCY_EDITOR: AGENCY,
    AGENCY_HEAD: AGENCY,
  },
};
