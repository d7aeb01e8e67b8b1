import type { JournalDraft } from '../../../shared/journal';
import type { OrganisationTx } from '../../context';
import { isInForce } from '../../rules/mandates/cross-check-facts';
import type { MandateRecord } from '../../rules/mandates/mandate-document';
import { closeFindingsOfMandate } from './close-findings-of-mandate';
import type { AgencyGround } from './mandate-ground';
import { raiseStaleDuties } from './raise-stale-duties';
import { mandateEvent, setMandateState, writeMandates } from './write-mandate';

interface IntoForce {
  /** As proposed; null when it is put on record and into force in one. */
  before: MandateRecord | null;
  record: MandateRecord;
  ground: AgencyGround;
  verb: string;
}

/** Puts a mandate into force from its day on: ends the one before it, whose findings are done with, and raises what is stale already. */
export async function putInForce(tx: OrganisationTx, { before, record, ground, verb }: IntoForce, now: Date): Promise<{ record: MandateRecord; entries: JournalDraft[] }> {
  if (before === null) await writeMandates(tx, [record], now);
  else await setMandateState(tx, record, now);
  const entries = [mandateEvent(before === null ? 'MandateRecorded' : 'MandateApproved', verb, ground.agencyName, before, record)];
  const replaced = ground.approved.find((one) => isInForce(one, record.effectiveOn));
  if (replaced) {
    const ended = { ...replaced, effectiveTo: record.effectiveOn };
    await setMandateState(tx, ended, now);
    entries.push(mandateEvent('MandateReplaced', '替代', ground.agencyName, replaced, ended));
    entries.push(...(await closeFindingsOfMandate(tx, replaced, record, now)));
  }
  entries.push(...(await raiseStaleDuties(tx, { mandateIds: [record.id] }, now)));
  return { record, entries };
}
