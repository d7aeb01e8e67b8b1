import { insertRows } from '../../../shared/insert-rows';
import type { JournalDraft } from '../../../shared/journal';
import type { ServiceCenterTx } from '../../context';
import { askingWithin } from '../../queries/cases/ask';
import { itemDayKey, itemsThatDay } from '../../queries/cases/case-guides';
import { handlingOffices } from '../../queries/cases/handling-offices';
import { policies, policyOrUsual } from '../../queries/e-supervision/policies';
import { dayOf } from '../../rules/cases/fold-case';
import { standingOf } from '../../rules/cases/may-exercise';
import { mayBeOvertaken, signalsOf } from '../../rules/e-supervision';
import type { Signal, SignalKind } from '../../rules/e-supervision/signal';
import type { FoldingGround, RefoldedCase } from '../cases/record-facts';
import { signalSubject } from './signal-subject';

interface KnownSignal {
  sequence: number;
  caseNumber: string;
  kind: SignalKind;
  cause: string;
  state: string;
}

/** What a run of the rules came to. */
export interface RaisedSignals {
  raised: number;
  revoked: number;
  entries: JournalDraft[];
}

const keyOf = ({ caseNumber, kind, cause }: Pick<KnownSignal, 'caseNumber' | 'kind' | 'cause'>): string => `${caseNumber} ${kind} ${cause}`;

/**
 * Runs the rules over cases as they were folded, whether an event or the day called for it: the same question, so that
 * both agree. A signal is raised once for its case, kind and cause. One that nobody was told of yet and that facts come
 * in since no longer bear out is revoked. At most seven statements, however many cases.
 */
export async function raiseSignals(tx: ServiceCenterTx, cases: readonly RefoldedCase[], { guideOf }: FoldingGround, now: Date): Promise<RaisedSignals> {
  const ask = askingWithin(tx);
  const days = cases.map(({ header: { itemCode }, folded }) => ({ itemCode, day: dayOf(folded.receivedAt) }));
  const items = await itemsThatDay(ask, days);
  const offices = await handlingOffices(ask, cases.flatMap(({ facts }) => facts.map(({ officeId }) => officeId)));
  const policyOf = await policies(ask);
  const today = dayOf(now.toISOString());
  const found = cases.flatMap(({ header, folded }, i) => {
    const policy = policyOrUsual(policyOf, header.regionCode, today);
    const standing = standingOf(items.get(itemDayKey(days[i]!))?.item ?? null, header.agencyCode);
    const { agencyCode, itemCode, regionCode, number: caseNumber } = header;
    const signals = signalsOf({ agencyCode, itemCode, facts: folded.past, folded, guide: guideOf(header), standing, offices }, policy, today);
    return signals.map((signal) => ({ ...signal, caseNumber, agencyCode, itemCode, regionCode }));
  });
  const known = await knownSignals(tx, cases.map(({ header }) => header.number));
  const before = new Set(known.map(keyOf));
  const borneOut = new Set(found.map(keyOf));
  const foldedOf = new Map(cases.map(({ header, folded }) => [header.number, folded]));
  const gone = known.filter((signal) => signal.state === 'RAISED' && !borneOut.has(keyOf(signal)) && mayBeOvertaken(signal, foldedOf.get(signal.caseNumber)!));
  const raised = await writeSignals(tx, found.filter((signal) => !before.has(keyOf(signal))), now);
  await revoke(tx, gone, now);
  return { raised: raised.length, revoked: gone.length, entries: [...raised.map(raisedEntry), ...gone.map(goneEntry)] };
}

type FoundSignal = Signal & { caseNumber: string; agencyCode: string; itemCode: string; regionCode: string };
type NumberedSignal = FoundSignal & { sequence: number };

const knownSignals = (tx: ServiceCenterTx, numbers: readonly string[]): Promise<KnownSignal[]> =>
  tx.$queryRawUnsafe<KnownSignal[]>(
    `SELECT sequence::int AS sequence, case_number AS "caseNumber", kind, cause, state
     FROM service_center.supervision_signal WHERE case_number = ANY($1::text[])`,
    numbers,
  );

const COLUMNS = {
  sequence: 'bigint',
  case_number: 'text',
  kind: 'text',
  cause: 'text',
  severity: 'text',
  rule: 'text',
  region_code: 'text',
  agency_code: 'text',
  item_code: 'text',
  event_id: 'text',
  numbers: 'jsonb',
  occurred_on: 'date',
  raised_at: 'timestamptz',
  state: 'text',
};

/** Numbers signals and writes them. Commands of the service run one after another, so the sequence has no gaps. */
async function writeSignals(tx: ServiceCenterTx, signals: readonly FoundSignal[], now: Date): Promise<NumberedSignal[]> {
  if (signals.length === 0) return [];
  const [row] = await tx.$queryRawUnsafe<{ last: number }[]>('SELECT COALESCE(max(sequence), 0)::int AS last FROM service_center.supervision_signal');
  const numbered = signals.map((signal, i) => ({ ...signal, sequence: row!.last + i + 1 }));
  const rows = numbered.map((signal) => ({
    sequence: signal.sequence,
    case_number: signal.caseNumber,
    kind: signal.kind,
    cause: signal.cause,
    severity: signal.severity,
    rule: signal.rule,
    region_code: signal.regionCode,
    agency_code: signal.agencyCode,
    item_code: signal.itemCode,
    event_id: signal.eventId,
    numbers: signal.numbers,
    occurred_on: signal.occurredOn,
    raised_at: now.toISOString(),
    state: 'RAISED',
  }));
  await insertRows(tx, 'service_center.supervision_signal', COLUMNS, rows);
  return numbered;
}

/** What is said of a signal that facts have overtaken. */
const OVERTAKEN = '后到的办件事件表明不成立';

async function revoke(tx: ServiceCenterTx, signals: readonly KnownSignal[], now: Date): Promise<void> {
  if (signals.length === 0) return;
  await tx.$executeRawUnsafe(
    `UPDATE service_center.supervision_signal SET state = 'REVOKED', verdict = 'REVOKED', conclusion = $2, concluded_at = $3::timestamptz
     WHERE sequence = ANY($1::bigint[])`,
    signals.map(({ sequence }) => sequence),
    OVERTAKEN,
    now.toISOString(),
  );
}

/** Subject and summary are public, whose signal it is and of what is not. Its numbers name materials and fees as the guide does. */
const raisedEntry = (signal: NumberedSignal): JournalDraft => ({
  action: 'SignalRaised',
  subject: signalSubject(signal.sequence),
  summary: '产生监察信号',
  before: null,
  after: {
    sequence: signal.sequence,
    caseNumber: signal.caseNumber,
    kind: signal.kind,
    cause: signal.cause,
    severity: signal.severity,
    rule: signal.rule,
    agencyCode: signal.agencyCode,
    regionCode: signal.regionCode,
    itemCode: signal.itemCode,
    eventId: signal.eventId,
    numbers: { ...signal.numbers },
    occurredOn: signal.occurredOn,
    state: 'RAISED',
  },
});

const goneEntry = ({ sequence, caseNumber, kind }: KnownSignal): JournalDraft => ({
  action: 'SignalRevoked',
  subject: signalSubject(sequence),
  summary: `撤销监察信号：${OVERTAKEN}`,
  before: { state: 'RAISED' },
  after: { sequence, caseNumber, kind, state: 'REVOKED', conclusion: OVERTAKEN },
});
