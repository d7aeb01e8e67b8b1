import type { Permissions } from '../../../shared/permission';

export type MeasureAction = 'state-measures' | 'plan-checks' | 'record-check-results' | 'read-checks' | 'read-measure-coverage';

const REGION = 'REGION';
const AGENCY = 'AGENCY';
const AGENCY_PEOPLE = { AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY } as const;

/**
 * Who may do what with supervision during and after the act (P16): each agency for its own items. Whom it checks is for
 * itself and supervision; how far a region has come, for whoever reports, supervises and governs.
 */
export const MEASURE_PERMISSIONS: Permissions<MeasureAction> = {
  'state-measures': AGENCY_PEOPLE,
  'plan-checks': AGENCY_PEOPLE,
  'record-check-results': AGENCY_PEOPLE,
  'read-checks': { ...AGENCY_PEOPLE, SUPERVISION: REGION },
  'read-measure-coverage': {
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
