import type { Permissions } from '../../../shared/permission';

export type RemarkAction =
  | 'receive-remark'
  | 'answer-remark'
  | 'withhold-remark'
  | 'publish-remark'
  | 'erase-remark-contact'
  | 'read-remarks'
  | 'read-remark-contact'
  | 'read-remark-counts';

const REGION = 'REGION';
const AGENCY = 'AGENCY';
const AGENCY_PEOPLE = { AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY } as const;

/**
 * Who may do what with remarks (P18). Submitting is everybody's and therefore in no table: the hub itself receives what
 * anybody hands in (`commands/remarks/receive-remark.ts`). Who remarked is for the agency that answers and for
 * supervision alone, administrators and the service center not excepted.
 */
export const REMARK_PERMISSIONS: Permissions<RemarkAction> = {
  'receive-remark': { ADMIN: 'ANY' },
  'answer-remark': { ...AGENCY_PEOPLE, SERVICE_CENTER: REGION },
  'withhold-remark': { SERVICE_CENTER: REGION },
  'publish-remark': { SERVICE_CENTER: REGION },
  'erase-remark-contact': { AGENCY_HEAD: AGENCY, SUPERVISION: REGION },
  'read-remarks': { ...AGENCY_PEOPLE, SERVICE_CENTER: REGION, SUPERVISION: REGION },
  'read-remark-contact': { ...AGENCY_PEOPLE, SUPERVISION: REGION },
  'read-remark-counts': {
    ADMIN: 'ANY',
    REPORTING: REGION,
    SERVICE_CENTER: REGION,
    SUPERVISION: REGION,
    GOVERNMENT: REGION,
    GOVERNMENT_OFFICE: REGION,
    REFORM_OFFICE: REGION,
    ...AGENCY_PEOPLE,
  },
};
