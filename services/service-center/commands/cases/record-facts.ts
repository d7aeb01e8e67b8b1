import type { Json, JournalDraft } from '../../../shared/journal';
import { chineseDaysCalendar } from '../../calendar/chinese-days-calendar';
import type { ServiceCenterTx } from '../../context';
import { calendarDays } from '../../queries/calendar-days';
import { askingWithin } from '../../queries/cases/ask';
import type { CaseFile, CaseHeader } from '../../queries/cases/case-files';
import { guidesOf, type GuideOf } from '../../queries/cases/case-guides';
import { factForJournal, type CaseFact, type EventOrigin, type NewFact } from '../../rules/cases/case-fact';
import { asOf, foldCase, type FoldedCase } from '../../rules/cases/fold-case';
import { clockTermsOf, type ClockTerms, type GuideLimits } from '../../rules/clock/clock-terms';
import type { WorkingDays } from '../../rules/clock/working-days';
import { saltApplicant, commitmentTo, writeApplicants, type SaltedApplicant } from './applicants';
import type { Applicant } from '../../rules/cases/mask-applicant';
import { writeCases, writeEvents } from './write-cases';

/** A case something happened to: what was known of it, and what is new. */
export interface TouchedCase {
  header: CaseHeader;
  /** Null: nothing was known of it. */
  file: CaseFile | null;
  added: readonly NewFact[];
  /** The applicant, where the counter told and nothing is recorded. */
  applicant: Applicant | null;
}

/** A case folded anew with all its events. */
export interface RefoldedCase extends TouchedCase {
  facts: readonly CaseFact[];
  folded: FoldedCase<CaseFact>;
}

/** What folding needs besides the events. */
export interface FoldingGround {
  calendar: WorkingDays;
  guideOf: GuideOf;
}

/** The calendar and the guides of these cases. Three statements at most, however many cases. */
export async function foldingGround(tx: ServiceCenterTx, headers: readonly CaseHeader[]): Promise<FoldingGround> {
  const ask = askingWithin(tx);
  return { calendar: chineseDaysCalendar(await calendarDays(tx)), guideOf: await guidesOf(ask, headers) };
}

const NO_GUIDE: GuideLimits = { statutoryLimit: null, promisedLimit: null, steps: [] };

/** The limits a case runs under: those of the guide it is pinned to, and of the law. */
export const termsOf = (header: CaseHeader, guideOf: GuideOf): ClockTerms =>
  clockTermsOf(header.category, guideOf(header) ?? NO_GUIDE, header.handling);

/** Folds cases with what is new of them. Nothing is written. */
export function refold(touched: readonly TouchedCase[], { calendar, guideOf }: FoldingGround, origin: EventOrigin, now: Date): RefoldedCase[] {
  const arrivedAt = now.toISOString();
  return touched.map((each) => {
    const facts = [...(each.file?.facts ?? []), ...each.added.map((fact) => ({ ...fact, arrivedAt, origin }))];
    return { ...each, facts, folded: foldCase(facts, termsOf(each.header, guideOf), calendar, asOf(now, facts)) };
  });
}

/** Writes cases, their new events and applicants: three statements, however many. Returns an entry for each case. */
export async function writeFacts(tx: ServiceCenterTx, cases: readonly RefoldedCase[], origin: EventOrigin, now: Date): Promise<JournalDraft[]> {
  await writeCases(tx, cases);
  await writeEvents(tx, cases.flatMap(({ header: { number }, added }) => added.map((fact) => ({ number, fact }))), origin, now);
  const applicants = cases.flatMap(({ header, applicant }) => (applicant === null ? [] : [saltApplicant(header.number, applicant)]));
  await writeApplicants(tx, applicants);
  const salted = new Map(applicants.map((each) => [each.number, each]));
  return cases.map((each) => entryOf(each, salted.get(each.header.number) ?? null));
}

/**
 * One entry a case and not one a batch: a case's history is its entries, found by their subject; who follows reads small
 * entries, a thousand at a time, and a batch of a thousand events would be one of hundreds of kilobytes. The summary is
 * public: how a case stands is for who has its query code.
 */
function entryOf({ header, file, added, folded }: RefoldedCase, applicant: SaltedApplicant | null): JournalDraft {
  return {
    action: file === null ? 'CaseOpened' : 'CaseEventsRecorded',
    subject: { kind: 'Case', id: header.number },
    summary: `办件 ${header.number}：${file === null ? '开立，' : ''}记录 ${added.length} 个事件`,
    before: file === null ? null : { state: file.state, dueOn: file.dueOn },
    after: { ...stateForJournal(header, folded), events: added.map(factForJournal) as Json[], ...(applicant && { applicant: commitmentTo(applicant) }) },
  };
}

/** A case's whole state as the journal tells it, so that who follows needs no other entry. Nothing of the applicant. */
export const stateForJournal = (header: CaseHeader, folded: FoldedCase): { [key: string]: Json } => ({
  number: header.number,
  itemCode: header.itemCode,
  guideVersion: header.guideVersion,
  agencyCode: header.agencyCode,
  regionCode: header.regionCode,
  state: folded.state,
  receivedAt: folded.receivedAt,
  acceptedOn: folded.acceptedOn,
  decidedAt: folded.decidedAt,
  outcome: folded.outcome,
  deliveredAt: folded.deliveredAt,
  dueOn: folded.dueOn,
  dueProvisional: folded.dueProvisional,
  promisedDueOn: folded.promisedDueOn,
  statutoryDueOn: folded.statutoryDueOn,
  daysUsed: folded.daysUsed,
  onTime: folded.onTime,
});
