import type { CaseEvent } from '../clock/case-event';
import type { WrittenRefusal } from '../clock/written-refusal';

/** A fee that was asked for (收费), in yuan. */
export interface ChargedFee {
  name: string;
  amount: number;
}

/** How an event came into the hub: asked for here and checked, or reported as a fact. */
export const EVENT_ORIGINS = { COMMANDED: '本系统办理，经校验', REPORTED: '窗口系统报来，照录' } as const;
export type EventOrigin = keyof typeof EVENT_ORIGINS;

/** What an event says besides what the clock reads. */
export interface FactDetails extends WrittenRefusal {
  officeId: string | null;
  officerId: string | null;
  /** What the applicant is told of it. */
  note: string | null;
  /** Names of materials that were handed in with it, as the guide names them. */
  materials: readonly string[];
  fees: readonly ChargedFee[];
  /** Everything to be corrected (许可法 32(4)). */
  toCorrect: readonly string[];
  /** The organ that is competent, where intake is refused for that (许可法 32(2)). */
  competentOrgan: string | null;
}

/** An event of a case as it is kept: what the clock reads, what the counter said, when it arrived. */
export type CaseFact = CaseEvent & FactDetails & { arrivedAt: string; origin: EventOrigin };

/** An event about to be recorded. */
export type NewFact = CaseEvent & FactDetails;

const NO_DETAILS: FactDetails = {
  officeId: null,
  officerId: null,
  note: null,
  materials: [],
  fees: [],
  toCorrect: [],
  competentOrgan: null,
  inWriting: false,
  reasons: null,
  remedies: null,
};

/** A fact with nothing said but these. */
export const factOf = (event: CaseEvent & Partial<FactDetails>): NewFact => ({ ...NO_DETAILS, ...event });

/** Columns of their own; everything else of an event is its body. */
type Columns = 'id' | 'at' | 'kind' | 'officeId' | 'officerId' | 'arrivedAt' | 'origin';

/** What of an event is kept in its body: what it says, nothing that is empty. */
export function bodyOf(fact: NewFact): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fact))
    if (!COLUMNS.has(field) && value !== null && value !== false && !(Array.isArray(value) && value.length === 0)) said[field] = value;
  return said;
}
const COLUMNS: ReadonlySet<string> = new Set<Columns>(['id', 'at', 'kind', 'officeId', 'officerId', 'arrivedAt', 'origin']);

/** What the clock reads of each kind when nothing is said. */
const UNSAID = { noticedAt: null, startId: null, approvedBy: null, value: null };
/** Where every kept event begins: one shape for all, since a batch reads thousands. */
const NOTHING_SAID = { ...NO_DETAILS, ...UNSAID };

/** An event as it was kept. */
export const toFact = (columns: Pick<CaseFact, Columns>, body: Record<string, unknown>): CaseFact =>
  Object.assign({ ...NOTHING_SAID }, body, columns) as unknown as CaseFact;

/** Fields in which people write freely: they may name somebody, and stay out of the journal. */
const FREE_WORDS: ReadonlySet<string> = new Set(['note', 'reasons', 'remedies', 'toCorrect', 'competentOrgan', 'materials']);

/** What the journal says of an event: what happened when and by whom; free words only that they were there. */
export function factForJournal(fact: NewFact): Record<string, unknown> {
  const body = Object.entries(bodyOf(fact)).map(([field, value]) => [field, FREE_WORDS.has(field) ? true : value]);
  return { id: fact.id, kind: fact.kind, at: fact.at, officeId: fact.officeId, officerId: fact.officerId, ...Object.fromEntries(body) };
}
