import { dayInChina } from '../../../shared/day';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { mayConclude, mayHold, mayOpenAccountability, type AccountabilityKind, type AccountabilityState } from '../../rules/review-cycle/accountability';
import type { CycleStage } from '../../rules/review-cycle/stages';
import { cycleEntry, cycleTarget, loadCycle } from './cycle-record';
import { isId } from './drafts';

/** A step of an interview (约谈) or of holding a department accountable (问责): opened, held, concluded. */
export type RecordAccountabilityInput = { cycleId: string } & (
  | { step: 'OPEN'; agencyCode: string; stage: CycleStage; kind: AccountabilityKind; reason: string }
  | { step: 'HOLD'; recordId: string; heldOn: string }
  | { step: 'CONCLUDE'; recordId: string; outcome: string }
);

/** The supervision bureau's record against a department that missed a window or does not carry the list out (P12). */
export const recordAccountability: Command<CatalogTx, CatalogAction, RecordAccountabilityInput, { recordId: string }> = {
  action: 'record-accountability',
  target: ({ cycleId }) => cycleTarget({ cycleId }),
  async handle(input, { tx, now }) {
    const { cycleId } = input;
    const written = input.step === 'OPEN' ? await open(tx, input, now) : await carryOn(tx, input, now);
    if (!written.ok) return written;
    const recordId = written.value;
    return accept({ value: { recordId }, entries: [cycleEntry('AccountabilityRecorded', cycleId, { ...input, recordId })] });
  },
};

async function open(tx: CatalogTx, input: Extract<RecordAccountabilityInput, { step: 'OPEN' }>, now: Date): Promise<Outcome<string>> {
  const { cycleId, agencyCode, stage, kind, reason } = input;
  const cycle = await loadCycle(tx, cycleId);
  if (!cycle.ok) return cycle;
  const may = mayOpenAccountability(cycle.value.state, input, now.toISOString());
  if (!may.ok) return may;
  const same = await tx.accountabilityRecord.findFirst({ where: { cycleId, agencyCode, stage, kind }, select: { id: true, openedOn: true } });
  if (same) return refuse('ALREADY_OPENED', 'P12', '已就同一事由立案', [{ path: 'recordId', value: String(same.id) }]);
  const data = { cycleId, agencyCode, stage, kind, reason, openedOn: new Date(dayInChina(now)) };
  return accept(String((await tx.accountabilityRecord.create({ data, select: { id: true } })).id));
}

async function carryOn(tx: CatalogTx, input: Exclude<RecordAccountabilityInput, { step: 'OPEN' }>, now: Date): Promise<Outcome<string>> {
  const { cycleId, recordId } = input;
  const row = isId(recordId) ? await tx.accountabilityRecord.findFirst({ where: { cycleId, id: BigInt(recordId) } }) : null;
  if (!row) return refuse('UNKNOWN_RECORD', 'P12', '没有该记录', [{ path: 'recordId', value: recordId }]);
  const record: AccountabilityState = { openedOn: dayOf(row.openedOn), heldOn: row.heldOn && dayOf(row.heldOn), outcome: row.outcome };
  const may = input.step === 'HOLD' ? mayHold(record, input.heldOn, now.toISOString()) : mayConclude(record, input.outcome);
  if (!may.ok) return may;
  const data = input.step === 'HOLD' ? { heldOn: new Date(input.heldOn) } : { outcome: input.outcome };
  await tx.accountabilityRecord.update({ where: { id: row.id }, data, select: { id: true } });
  return accept(recordId);
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
