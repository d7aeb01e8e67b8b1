import { regionHolds } from '../../../shared/permission';
import type { Day } from '../../rules/clock/day-number';
import { parsePolicy, USUAL_SUPERVISION, type SupervisionPolicy } from '../../rules/e-supervision/policy';
import type { Ask } from '../cases/ask';

/** A region's policy with where it comes from. */
export interface DatedPolicy {
  regionCode: string;
  effectiveFrom: Day;
  basis: string;
  policy: SupervisionPolicy;
}

/** The policy of a region on a day. */
export type PolicyOf = (regionCode: string, day: Day) => DatedPolicy | null;

/** All policies there are: the nearest region that holds the one asked for, its last before the day. One statement. */
export async function policies(ask: Ask): Promise<PolicyOf> {
  const rows = await ask<Omit<DatedPolicy, 'policy'> & { policy: unknown }>(
    {
      name: 'supervision-policies',
      text: `SELECT region_code AS "regionCode", effective_from::text AS "effectiveFrom", basis, policy
             FROM service_center.supervision_policy ORDER BY effective_from DESC`,
    },
    [],
  );
  const known = rows.map((row): DatedPolicy => {
    const parsed = parsePolicy(row.policy);
    if (!parsed.ok) throw new Error(`policy of ${row.regionCode}: ${parsed.refusal.message}`);
    return { ...row, policy: parsed.value };
  });
  return (regionCode, day) => {
    const holding = known.filter((each) => each.effectiveFrom <= day && regionHolds(each.regionCode, regionCode));
    const nearest = (code: string): number => code.replace(/(00)+$/, '').length;
    return holding.toSorted((a, b) => nearest(b.regionCode) - nearest(a.regionCode))[0] ?? null;
  };
}

/** What holds where no policy was laid down. */
export const policyOrUsual = (of: PolicyOf, regionCode: string, day: Day): SupervisionPolicy => of(regionCode, day)?.policy ?? USUAL_SUPERVISION;
