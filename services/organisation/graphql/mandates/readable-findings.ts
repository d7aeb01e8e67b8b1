import { allows, authorise } from '../../../shared/permission';
import type { OrganisationContext } from '../../context';
import type { CheckedFinding, RegionCheck } from '../../queries/mandates/region-check';
import { PERMISSIONS } from '../../rules/permissions';
import { regionOfAgency } from '../../rules/hub-codes';

const ACTION = 'readMandateFindings';

/** A region's findings that the caller may see: all of them, or its own agency's. Rejects callers who may see none. */
export async function readableFindings({ actor, regionChecks, today }: OrganisationContext, regionCode: string): Promise<{ check: RegionCheck; findings: CheckedFinding[] }> {
  const own = { regionCode, agencyCode: actor.agencyCode };
  authorise(PERMISSIONS, ACTION, actor, own);
  const check = await regionChecks(regionCode, today);
  const findings = check.findings.filter(({ agencyCode }) => allows(PERMISSIONS, ACTION, actor, { regionCode, agencyCode }));
  return { check, findings };
}

/** Rejects callers who may not see an agency's findings. */
export const authoriseAgency = ({ actor }: OrganisationContext, agencyCode: string): void =>
  authorise(PERMISSIONS, ACTION, actor, { regionCode: regionOfAgency(agencyCode), agencyCode });
