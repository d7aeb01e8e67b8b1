import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { regionOfAgency } from '../../rules/hub-codes';
import { checkMandate } from '../../rules/mandates/mandate-checks';
import { mandateId, type MandateDraft, type MandateRecord } from '../../rules/mandates/mandate-document';
import type { OrganisationAction } from '../../rules/permissions';
import { hasProblems, refuseAll } from '../../rules/problems';
import { loadGround, type AgencyGround } from './mandate-ground';
import { mandateEvent, writeMandates } from './write-mandate';

export interface ProposeMandate {
  agencyCode: string;
  mandate: MandateDraft;
}

/** A department puts its mandate before the staffing office (P13). It must be sound by itself; the gate is the approval's. */
export const proposeMandate: Command<OrganisationTx, OrganisationAction, ProposeMandate, MandateRecord> = {
  action: 'proposeMandate',
  target: ({ agencyCode }) => ({ regionCode: regionOfAgency(agencyCode), agencyCode }),
  async handle({ agencyCode, mandate }, { tx, now }) {
    const ground = await loadGround(tx, agencyCode, mandate);
    if (ground === null) return unknownAgency(agencyCode);
    const problems = checkMandate(mandate, ground);
    if (hasProblems(problems)) return refuseAll(problems);
    const record = newVersion(mandate, ground, { state: 'PROPOSED', origin: 'DOCUMENT' });
    await writeMandates(tx, [record], now);
    return accept({ value: record, entries: [mandateEvent('MandateProposed', '提出', ground.agencyName, null, record)] });
  },
};

export const unknownAgency = (code: string) => refuse('UNKNOWN_AGENCY', null, `机构不存在：${code}`, [{ path: 'agencyCode', value: code }]);

/** The next version of an agency's mandate. */
export const newVersion = (draft: MandateDraft, { agencyCode, nextVersion }: AgencyGround, standing: Pick<MandateRecord, 'state' | 'origin'>): MandateRecord => ({
  ...draft,
  ...standing,
  id: mandateId(agencyCode, nextVersion),
  agencyCode,
  version: nextVersion,
  effectiveTo: null,
  reason: null,
});
