import type { JournalDraft } from '../../../shared/journal';
import type { ServiceCenterTx } from '../../context';
import type { EventOrigin } from '../../rules/cases/case-fact';
import { raiseSignals } from '../e-supervision/raise-signals';
import { writeFacts, type FoldingGround, type RefoldedCase } from './record-facts';

/** Writes what happened to cases and raises what supervision finds in it, in one transaction. Returns what to say of it. */
export async function recordCases(tx: ServiceCenterTx, cases: readonly RefoldedCase[], ground: FoldingGround, origin: EventOrigin, now: Date): Promise<JournalDraft[]> {
  const written = await writeFacts(tx, cases, origin, now);
  const { entries } = await raiseSignals(tx, cases, ground, now);
  return [...written, ...entries];
}
