import type { Permissions } from '../../../shared/permission';

export type SupervisionAction = 'run-supervision' | 'conclude-signal' | 'answer-signal' | 'set-supervision-policy' | 'read-signals' | 'read-scores';

const REGION = 'REGION';
const AGENCY = 'AGENCY';
const ADMIN = { ADMIN: 'ANY' } as const;

/** Who may do what with signals: the supervision bureau notifies and concludes, the agency answers for itself. */
export const SUPERVISION_PERMISSIONS: Permissions<SupervisionAction> = {
  'run-supervision': { ...ADMIN, SUPERVISION: REGION },
  'conclude-signal': { SUPERVISION: REGION },
  'answer-signal': { AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY },
  'set-supervision-policy': { SUPERVISION: REGION },
  'read-signals': { ...ADMIN, SUPERVISION: REGION, SERVICE_CENTER: REGION, AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY },
  'read-scores': { ...ADMIN, SUPERVISION: REGION, SERVICE_CENTER: REGION, GOVERNMENT: REGION, REPORTING: REGION, AGENCY_EDITOR: AGENCY, AGENCY_HEAD: AGENCY },
};
