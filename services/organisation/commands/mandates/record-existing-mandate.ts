import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { regionOfAgency } from '../../rules/hub-codes';
import { checkMandate } from '../../rules/mandates/mandate-checks';
import type { MandateRecord } from '../../rules/mandates/mandate-document';
import type { OrganisationAction } from '../../rules/permissions';
import { hasProblems, refuseAll } from '../../rules/problems';
import { loadGround } from './mandate-ground';
import { newVersion, unknownAgency, type ProposeMandate } from './propose-mandate';
import { putInForce } from './put-in-force';

/**
 * The staffing office records a mandate that was in force before the region had a list: then there was no gate to pass.
 * What in it does not agree with the list is found by the cross-check. One that takes effect later is proposed (P13).
 */
export const recordExistingMandate: Command<OrganisationTx, OrganisationAction, ProposeMandate, MandateRecord> = {
  action: 'recordExistingMandate',
  target: ({ agencyCode }) => ({ regionCode: regionOfAgency(agencyCode), agencyCode }),
  async handle({ agencyCode, mandate }, { tx, now }) {
    const ground = await loadGround(tx, agencyCode, mandate);
    if (ground === null) return unknownAgency(agencyCode);
    const [list] = await tx.$queryRawUnsafe<{ since: string | null }[]>(
      `SELECT min(valid_from)::text AS since FROM organisation.listed_item WHERE region_code = $1`,
      regionOfAgency(agencyCode),
    );
    const since = list?.since ?? null;
    if (since !== null && mandate.effectiveOn >= since)
      return refuse('LIST_WAS_THERE', 'P13', `清单自${since}起公布，此后生效的三定须提出草案并经批准`, [{ path: 'mandate.effectiveOn', value: mandate.effectiveOn }]);
    const problems = checkMandate(mandate, ground);
    if (hasProblems(problems)) return refuseAll(problems);
    const existing = newVersion(mandate, ground, { state: 'APPROVED', origin: 'EXISTING' });
    const { record, entries } = await putInForce(tx, { before: null, record: existing, ground, verb: '登记' }, now);
    return accept({ value: record, entries });
  },
};
