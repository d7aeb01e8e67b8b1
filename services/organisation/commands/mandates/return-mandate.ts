import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import type { MandateRecord, MandateDraft } from '../../rules/mandates/mandate-document';
import type { MandateState } from '../../rules/mandates/vocabulary';
import type { OrganisationAction } from '../../rules/permissions';
import { agencyOfMandate } from './agency-of-mandate';
import { findProposed } from './approve-mandate';
import { loadGround } from './mandate-ground';
import { mandateEvent, setMandateState } from './write-mandate';

export interface EndProposal {
  mandateId: string;
  /** Chinese, for the department. */
  reason: string;
}

const NOTHING: Pick<MandateDraft, 'duties' | 'offices'> = { duties: [], offices: [] };

const ending = (action: 'returnMandate' | 'withdrawMandate', state: MandateState, happening: string, verb: string): Command<OrganisationTx, OrganisationAction, EndProposal, MandateRecord> => ({
  action,
  target: ({ mandateId }) => agencyOfMandate(mandateId),
  async handle({ mandateId, reason }, { tx, now }) {
    const said = reason.trim();
    if (said === '') return refuse('REASON_MISSING', null, `${verb}须说明理由`, [{ path: 'reason', value: null }]);
    const proposed = await findProposed(tx, mandateId);
    if (!proposed.ok) return proposed;
    const { agencyName } = (await loadGround(tx, proposed.value.agencyCode, NOTHING))!; // a mandate has an agency: a foreign key
    const record = { ...proposed.value, state, reason: said };
    await setMandateState(tx, record, now);
    return accept({ value: record, entries: [mandateEvent(happening, verb, agencyName, proposed.value, record)] });
  },
});

/** The staffing office returns a proposal with its reason. */
export const returnMandate = ending('returnMandate', 'RETURNED', 'MandateReturned', '退回');

/** A department withdraws its proposal. */
export const withdrawMandate = ending('withdrawMandate', 'WITHDRAWN', 'MandateWithdrawn', '撤回');
