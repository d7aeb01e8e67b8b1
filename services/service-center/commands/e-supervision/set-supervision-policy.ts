import type { Json } from '../../../shared/journal';
import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { dayOf } from '../../rules/cases/fold-case';
import { parsePolicy } from '../../rules/e-supervision/policy';
import type { ServiceCenterAction } from '../../rules/permissions';

export interface SetSupervisionPolicyInput {
  regionCode: string;
  effectiveFrom: string;
  /** Title or number of the document that lays it down. */
  basis: string;
  /** What differs from the usual, as rules/e-supervision/policy.ts reads it. */
  policy: unknown;
}

const LONGEST_BASIS = 200;

/**
 * Lays down a region's thresholds and weights from a day on. What is in force is never changed backwards: a policy may be
 * written again only before its day, so that every signal was raised by what was published.
 */
export const setSupervisionPolicy: Command<ServiceCenterTx, ServiceCenterAction, SetSupervisionPolicyInput, { regionCode: string; effectiveFrom: string }> = {
  action: 'set-supervision-policy',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ regionCode, effectiveFrom, basis, policy }, { tx, now }) {
    const title = basis.trim();
    if (title === '' || title.length > LONGEST_BASIS) return refuse('BASIS_MISSING', null, `请写明依据的文件，不超过 ${LONGEST_BASIS} 字`, [{ path: 'basis', value: null }]);
    const parsed = parsePolicy(policy);
    if (!parsed.ok) return parsed;
    if (effectiveFrom < dayOf(now.toISOString()))
      return refuse('EFFECTIVE_IN_THE_PAST', null, '监察规则自公布之日起施行，生效日期不能早于今天', [{ path: 'effectiveFrom', value: effectiveFrom }]);
    await tx.$executeRawUnsafe(
      `INSERT INTO service_center.supervision_policy (region_code, effective_from, basis, policy) VALUES ($1, $2::date, $3, $4::jsonb)
       ON CONFLICT (region_code, effective_from) DO UPDATE SET basis = EXCLUDED.basis, policy = EXCLUDED.policy`,
      regionCode,
      effectiveFrom,
      title,
      JSON.stringify(parsed.value),
    );
    const after = { regionCode, effectiveFrom, basis: title, policy: parsed.value as unknown as Json };
    const subject = { kind: 'SupervisionPolicy', id: `${regionCode} ${effectiveFrom}` };
    return accept({ value: { regionCode, effectiveFrom }, entries: [{ action: 'SupervisionPolicySet', subject, summary: `公布监察规则：${regionCode}，${effectiveFrom} 起，${title}`, before: null, after }] });
  },
};
