import type { Permissions } from '../../shared/permission';

export type CatalogAction =
  | 'define-category-scheme'
  | 'import-list'
  | 'record-instrument'
  | 'open-cycle'
  | 'advance-cycle'
  | 'report-item'
  | 'submit-return'
  | 'answer-opinion'
  | 'give-opinion'
  | 'sign-joint-review'
  | 'conclude-legality-review'
  | 'decide-cycle'
  | 'publish-edition'
  | 'record-accountability'
  | 'read-cycle'
  | 'read-review-progress'
  | 'cancel-item'
  | 'delegate-item'
  | 'confirm-handover'
  | 'merge-items'
  | 'split-item'
  | 'tighten-item'
  | 'suspend-item'
  | 'resume-item'
  | 'amend-item'
  | 'add-item'
  | 'take-over-item';

const REGION = 'REGION';
const AGENCY = 'AGENCY';
const ADMIN = { ADMIN: 'ANY' } as const;
const CYCLE_READERS = {
  ...ADMIN,
  AGENCY_EDITOR: AGENCY,
  AGENCY_HEAD: AGENCY,
  REFORM_OFFICE: REGION,
  LEGAL_OFFICE: REGION,
  FINANCE_BUREAU: REGION,
  JOINT_REVIEWER: REGION,
  GOVERNMENT: REGION,
  GOVERNMENT_OFFICE: REGION,
  SUPERVISION: REGION,
} as const;

/**
 * Who may do what in the catalog. The departments report their own powers (P11), the reviewers of P8 and P9 give
 * opinions, the legal office reviews legality (P10), the government decides, the government office publishes, the
 * supervision bureau holds to account (P12). Of adjustments (domain §4), adding, cancelling, delegating and taking over
 * need the government; the rest is the reform office's.
 */
export const CATALOG_PERMISSIONS: Permissions<CatalogAction> = {
  'define-category-scheme': ADMIN,
  'import-list': { ...ADMIN, REFORM_OFFICE: REGION, GOVERNMENT_OFFICE: REGION },
  'record-instrument': { ...ADMIN, LEGAL_OFFICE: REGION },
  'open-cycle': { ...ADMIN, REFORM_OFFICE: REGION },
  'advance-cycle': { ...ADMIN, REFORM_OFFICE: REGION },
  'report-item': { ...ADMIN, AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY },
  'submit-return': { ...ADMIN, AGENCY_HEAD: AGENCY },
  'answer-opinion': { ...ADMIN, AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY },
  'give-opinion': { REFORM_OFFICE: REGION, LEGAL_OFFICE: REGION, FINANCE_BUREAU: REGION, JOINT_REVIEWER: REGION },
  'sign-joint-review': {
    REFORM_OFFICE: REGION,
    GOVERNMENT_OFFICE: REGION,
    LEGAL_OFFICE: REGION,
    FINANCE_BUREAU: REGION,
    JOINT_REVIEWER: REGION,
    SERVICE_CENTER: REGION,
  },
  'conclude-legality-review': { LEGAL_OFFICE: REGION },
  'decide-cycle': { GOVERNMENT: REGION },
  'publish-edition': { GOVERNMENT_OFFICE: REGION },
  'record-accountability': { SUPERVISION: REGION },
  'read-cycle': CYCLE_READERS,
  'read-review-progress': { ...CYCLE_READERS, REPORTING: REGION },
  'cancel-item': { GOVERNMENT: REGION },
  'delegate-item': { GOVERNMENT: REGION },
  'confirm-handover': { REFORM_OFFICE: REGION },
  'merge-items': { REFORM_OFFICE: REGION },
  'split-item': { REFORM_OFFICE: REGION },
  'tighten-item': { REFORM_OFFICE: REGION },
  'suspend-item': { REFORM_OFFICE: REGION },
  'resume-item': { REFORM_OFFICE: REGION },
  'amend-item': { REFORM_OFFICE: REGION },
  'add-item': { GOVERNMENT: REGION },
  'take-over-item': { GOVERNMENT: REGION },
};
