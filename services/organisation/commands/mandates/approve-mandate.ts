import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { listedItemsOnDay } from '../../queries/listed-items-on-day';
import { findMandate } from '../../queries/mandates/mandates';
import { within } from '../../queries/reader';
import { gate } from '../../rules/mandates/gate';
import { checkMandate } from '../../rules/mandates/mandate-checks';
import type { MandateRecord } from '../../rules/mandates/mandate-document';
import type { OrganisationAction } from '../../rules/permissions';
import { hasProblems, refuseAll } from '../../rules/problems';
import { agencyOfMandate } from './agency-of-mandate';
import { loadGround, type AgencyGround } from './mandate-ground';
import { putInForce } from './put-in-force';

export interface ApproveMandate {
  mandateId: string;
}

/**
 * The staffing office approves: the gate of P13. Refused with every duty that names an item which is not on the list on
 * the effective day. A follower of the list takes its turn before or after, never during: what it learns later becomes
 * a finding.
 */
export const approveMandate: Command<OrganisationTx, OrganisationAction, ApproveMandate, MandateRecord> = {
  action: 'approveMandate',
  target: ({ mandateId }) => agencyOfMandate(mandateId),
  async handle({ mandateId }, { tx, now }) {
    const proposed = await findProposed(tx, mandateId);
    if (!proposed.ok) return proposed;
    const mandate = proposed.value;
    const ground = (await loadGround(tx, mandate.agencyCode, mandate))!; // a mandate has an agency: a foreign key
    const problems = [...checkMandate(mandate, ground), ...(await problemsAtGate(tx, mandate, ground))];
    if (hasProblems(problems)) return refuseAll(problems);
    const { record, entries } = await putInForce(tx, { before: mandate, record: { ...mandate, state: 'APPROVED' }, ground, verb: '批准' }, now);
    return accept({ value: record, entries });
  },
};

export async function problemsAtGate(tx: OrganisationTx, { duties, effectiveOn }: MandateRecord, { bodies }: AgencyGround) {
  const items = await listedItemsOnDay(tx, duties.flatMap(({ itemCodes }) => itemCodes), effectiveOn);
  return gate(duties, items, bodies);
}

/** A mandate that awaits approval. */
export async function findProposed(tx: OrganisationTx, id: string): Promise<Outcome<MandateRecord>> {
  const mandate = await findMandate(within(tx), id);
  const at = [{ path: 'mandateId', value: id }];
  if (mandate === null) return refuse('UNKNOWN_MANDATE', null, `三定不存在：${id}`, at);
  if (mandate.state !== 'PROPOSED') return refuse('NOT_PROPOSED', null, `该三定不在待批准状态：${id}`, at);
  return accept(mandate);
}
