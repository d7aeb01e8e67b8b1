import type { Permissions } from '../../shared/permission';

export type OrganisationAction =
  | 'defineRegions'
  | 'registerAgencies'
  | 'registerOffices'
  | 'registerOfficers'
  | 'registerBodies'
  | 'mapBodyName'
  | 'reorganiseAgencies'
  | 'reorganiseOffices'
  | 'proposeMandate'
  | 'importMandates'
  | 'withdrawMandate'
  | 'returnMandate'
  | 'approveMandate'
  | 'recordExistingMandate'
  | 'deriveMandates'
  | 'runCrossCheck'
  | 'replyToFinding'
  | 'closeFinding'
  | 'decideMatch'
  | 'readMandateProposals'
  | 'readMandateFindings'
  | 'loadSample';

/** Who may do what: the staffing office keeps the register and the mandates (编办); lists bring names in, whoever enters them. */
export const PERMISSIONS: Permissions<OrganisationAction> = {
  defineRegions: { ADMIN: 'ANY' },
  registerAgencies: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  registerOffices: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  registerOfficers: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  registerBodies: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION', REFORM_OFFICE: 'REGION', GOVERNMENT_OFFICE: 'REGION' },
  mapBodyName: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION', REFORM_OFFICE: 'REGION' },
  proposeMandate: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION', AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  importMandates: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  withdrawMandate: { ADMIN: 'ANY', AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  returnMandate: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  approveMandate: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  recordExistingMandate: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  deriveMandates: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  runCrossCheck: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  replyToFinding: { ADMIN: 'ANY', AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  closeFinding: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  // An agency knows its own duties; the staffing office has the last word by deciding again.
  decideMatch: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION', AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  readMandateProposals: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION', REFORM_OFFICE: 'REGION', GOVERNMENT: 'REGION', AGENCY_HEAD: 'AGENCY', AGENCY_EDITOR: 'AGENCY' },
  // What does not agree is the staffing office's and the bodies' that supervise it; an agency sees its own alone.
  readMandateFindings: {
    ADMIN: 'ANY',
    STAFFING_OFFICE: 'REGION',
    REFORM_OFFICE: 'REGION',
    SUPERVISION: 'REGION',
    GOVERNMENT: 'REGION',
    REPORTING: 'REGION',
    AGENCY_HEAD: 'AGENCY',
    AGENCY_EDITOR: 'AGENCY',
  },
  reorganiseAgencies: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  reorganiseOffices: { ADMIN: 'ANY', STAFFING_OFFICE: 'REGION' },
  loadSample: { ADMIN: 'ANY' },
};
