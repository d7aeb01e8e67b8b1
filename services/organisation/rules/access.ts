import type { Access } from '../../shared/access';
import type { OrganisationAction } from './permissions';

/** Who each field of organisation's part of the API is for. */
export const ORGANISATION_ACCESS: Access<OrganisationAction> = {
  Query: {
    agency: 'PUBLIC',
    mandateCrossCheck: 'readMandateFindings',
    mandateReminders: 'readMandateFindings',
    organisationChanges: 'PUBLIC',
    organisationConsistencyProof: 'PUBLIC',
    organisationInclusionProof: 'PUBLIC',
    organisationJournalCheckpoint: 'PUBLIC',
    organisationChangesOf: 'PUBLIC',
    region: 'PUBLIC',
    regions: 'PUBLIC',
  },
  Mutation: {
    approveMandate: 'approveMandate',
    closeMandateFinding: 'closeFinding',
    decideDutyMatch: 'decideMatch',
    defineRegions: 'defineRegions',
    deriveMandates: 'deriveMandates',
    importMandates: 'importMandates',
    mapBodyName: 'mapBodyName',
    proposeMandate: 'proposeMandate',
    recordExistingMandate: 'recordExistingMandate',
    registerAgencies: 'registerAgencies',
    registerBodies: 'registerBodies',
    registerOffices: 'registerOffices',
    registerOfficers: 'registerOfficers',
    reorganiseAgencies: 'reorganiseAgencies',
    reorganiseOffices: 'reorganiseOffices',
    replyToMandateFinding: 'replyToFinding',
    returnMandate: 'returnMandate',
    runMandateCrossCheck: 'runCrossCheck',
    withdrawMandate: 'withdrawMandate',
  },
  Agency: {
    dutyMatches: 'readMandateFindings',
    mandate: 'PUBLIC',
    mandateFindings: 'readMandateFindings',
    mandateProposals: 'readMandateProposals',
  },
  MandateCrossCheck: { findings: 'readMandateFindings', runs: 'readMandateFindings' },
  PowerItem: { mandateDuties: 'PUBLIC', mandateFindings: 'readMandateFindings' },
  Region: { agencies: 'PUBLIC' },
};
