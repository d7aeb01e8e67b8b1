import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import { chineseDaysCalendar } from '../../calendar/chinese-days-calendar';
import type { ServiceCenterTx } from '../../context';
import { calendarDays } from '../../queries/calendar-days';
import { askingWithin } from '../../queries/cases/ask';
import { policies, policyOrUsual } from '../../queries/e-supervision/policies';
import { sequenceOf } from '../../queries/e-supervision/signal-row';
import { placeOfCase } from '../../rules/cases/case-number';
import { dayOf } from '../../rules/cases/fold-case';
import { dueDateOf } from '../../rules/clock/due-date';
import { moveSignal, SIGNAL_MOVES, type SignalMove, type SignalState } from '../../rules/e-supervision/signal-states';
import type { ServiceCenterAction } from '../../rules/permissions';
import { signalSubject } from './signal-subject';

export interface MoveSignalInput {
  /** As `signalId` makes it. */
  id: string;
  /** The answer, or why it is upheld or revoked. */
  text: string | null;
}

interface StoredSignal {
  state: SignalState;
  agencyCode: string;
  regionCode: string;
  notifiedAt: string | null;
}

/** What a move writes: its time, and the words that go with it. */
const WRITES: Readonly<Record<SignalMove, string>> = {
  NOTIFY: 'notified_at = $3::timestamptz, answer = COALESCE(answer, $4)',
  ANSWER: 'answered_at = $3::timestamptz, answer = $4',
  UPHOLD: `concluded_at = $3::timestamptz, conclusion = $4, verdict = 'UPHELD'`,
  REVOKE: `concluded_at = $3::timestamptz, conclusion = $4, verdict = 'REVOKED'`,
  CLOSE: 'closed_at = $3::timestamptz, conclusion = COALESCE(conclusion, $4)',
};
const DONE: Readonly<Record<SignalMove, string>> = {
  NOTIFY: 'SignalNotified',
  ANSWER: 'SignalAnswered',
  UPHOLD: 'SignalUpheld',
  REVOKE: 'SignalRevoked',
  CLOSE: 'SignalClosed',
};
const LONGEST = 2000;

/** A signal's move as a command. Its agency stands in its id, so who may not touch it does not learn whether it exists. */
function moving(move: SignalMove, action: ServiceCenterAction): Command<ServiceCenterTx, ServiceCenterAction, MoveSignalInput, { id: string }> {
  return {
    action,
    target: ({ id }) => placeOfCase(id),
    async handle({ id, text }, { tx, now }) {
      if ((text?.length ?? 0) > LONGEST) return refuse('TEXT_TOO_LONG', null, `说明不超过 ${LONGEST} 字`, [{ path: 'text', value: null }]);
      const sequence = sequenceOf(id);
      const signal = sequence === null ? null : await loadSignal(tx, sequence);
      if (sequence === null || signal === null || signal.agencyCode !== placeOfCase(id).agencyCode) return refuse('SIGNAL_UNKNOWN', null, '没有此信号', [{ path: 'id', value: id }]);
      const standing = { state: signal.state, answerBy: await answerByOf(tx, signal, now) };
      const moved = moveSignal(standing, move, text, dayOf(now.toISOString()));
      if (!moved.ok) return moved;
      await tx.$executeRawUnsafe(
        `UPDATE service_center.supervision_signal SET state = $2, ${WRITES[move]} WHERE sequence = $1`,
        sequence,
        moved.value,
        now.toISOString(),
        move === 'NOTIFY' ? null : text?.trim() || null,
      );
      // People write freely: their words are kept with the signal, and the journal says that they were said.
      const after = { id, state: moved.value, said: text !== null };
      const entry = { action: DONE[move], subject: signalSubject(sequence), summary: `监察信号：${SIGNAL_MOVES[move]}`, before: { state: signal.state }, after };
      return accept({ value: { id }, entries: [entry] });
    },
  };
}

async function loadSignal(tx: ServiceCenterTx, sequence: number): Promise<StoredSignal | null> {
  const [row] = await tx.$queryRawUnsafe<(Omit<StoredSignal, 'notifiedAt'> & { notifiedAt: Date | null })[]>(
    `SELECT state, agency_code AS "agencyCode", region_code AS "regionCode", notified_at AS "notifiedAt"
     FROM service_center.supervision_signal WHERE sequence = $1`,
    sequence,
  );
  return row ? { ...row, notifiedAt: row.notifiedAt?.toISOString() ?? null } : null;
}

async function answerByOf(tx: ServiceCenterTx, { notifiedAt, regionCode }: StoredSignal, now: Date): Promise<string | null> {
  if (notifiedAt === null) return null;
  const { answerDays } = policyOrUsual(await policies(askingWithin(tx)), regionCode, dayOf(now.toISOString()));
  return dueDateOf(dayOf(notifiedAt), { value: answerDays, unit: 'WORKING_DAY' }, chineseDaysCalendar(await calendarDays(tx))).dueOn;
}

export const notifySignal = moving('NOTIFY', 'conclude-signal');
export const answerSignal = moving('ANSWER', 'answer-signal');
export const upholdSignal = moving('UPHOLD', 'conclude-signal');
export const revokeSignal = moving('REVOKE', 'conclude-signal');
export const closeSignal = moving('CLOSE', 'conclude-signal');
