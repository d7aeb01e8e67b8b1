import { PERMISSIONS, type OrganisationAction } from '../../../../services/organisation/rules/permissions';
import { ROLES, systemActor, type Role } from '../../../../services/shared/actor';
import { allows } from '../../../../services/shared/permission';

const LIST_KEEPERS: Role[] = ['STAFFING_OFFICE', 'REFORM_OFFICE', 'GOVERNMENT_OFFICE'];
/** To whom each action is granted for a whole region; what an agency may do for itself is not here. */
const GRANTED: Record<OrganisationAction, Role[]> = {
  defineRegions: [],
  registerAgencies: ['STAFFING_OFFICE'],
  registerOffices: ['STAFFING_OFFICE'],
  registerOfficers: ['STAFFING_OFFICE'],
  registerBodies: LIST_KEEPERS,
  mapBodyName: ['STAFFING_OFFICE', 'REFORM_OFFICE'],
  reorganiseAgencies: ['STAFFING_OFFICE'],
  reorganiseOffices: ['STAFFING_OFFICE'],
  proposeMandate: ['STAFFING_OFFICE'],
  importMandates: ['STAFFING_OFFICE'],
  withdrawMandate: [],
  returnMandate: ['STAFFING_OFFICE'],
  approveMandate: ['STAFFING_OFFICE'],
  recordExistingMandate: ['STAFFING_OFFICE'],
  deriveMandates: ['STAFFING_OFFICE'],
  runCrossCheck: ['STAFFING_OFFICE'],
  replyToFinding: [],
  closeFinding: ['STAFFING_OFFICE'],
  decideMatch: ['STAFFING_OFFICE'],
  readMandateProposals: ['STAFFING_OFFICE', 'REFORM_OFFICE', 'GOVERNMENT'],
  readMandateFindings: ['STAFFING_OFFICE', 'REFORM_OFFICE', 'SUPERVISION', 'GOVERNMENT', 'REPORTING'],
  loadSample: [],
};

describe.each(Object.entries(GRANTED) as [OrganisationAction, Role[]][])('%s', (action, roles) => {
  const others = ROLES.filter((role) => role !== 'ADMIN');
  const actor = (role: Role) => ({ id: role, role, regionCode: '140100', agencyCode: '140100001' });

  it('is allowed to the administrator anywhere', () => {
    expect(allows(PERMISSIONS, action, systemActor('test'), { regionCode: '650200' })).toBe(true);
  });
  it.each(others)('%s: in its region as granted, elsewhere never', (role) => {
    expect(allows(PERMISSIONS, action, actor(role), { regionCode: '140105' })).toBe(roles.includes(role));
    expect(allows(PERMISSIONS, action, actor(role), { regionCode: '650200' })).toBe(false);
    expect(allows(PERMISSIONS, action, actor(role), { regionCode: '000000' })).toBe(false);
    expect(allows(PERMISSIONS, action, actor(role), { regionCode: null })).toBe(false);
  });
});
