import type { JournalDraft } from '../../../shared/journal';
import type { ServiceCenterTx } from '../../context';
import { askingWithin } from '../../queries/cases/ask';
import { movableCaseFiles } from '../../queries/cases/case-files';
import { foldingGround, refold, stateForJournal, type RefoldedCase } from './record-facts';
import { writeCases } from './write-cases';

const PAGE = 5_000;

/**
 * Folds open cases anew after the calendar has grown or changed from a day on, in the same transaction, so that no stored
 * due date rests on a calendar that no longer holds. The same statements for every page of cases. Returns an entry for
 * each case whose due date moved or is no longer provisional.
 */
export async function moveDueDates(tx: ServiceCenterTx, from: string, now: Date): Promise<JournalDraft[]> {
  const entries: JournalDraft[] = [];
  for (let after = ''; ; ) {
    const files = await movableCaseFiles(askingWithin(tx), from, after, PAGE);
    if (files.length === 0) return entries;
    after = files.at(-1)!.header.number;
    const ground = await foldingGround(tx, files.map(({ header }) => header));
    const touched = files.map((file) => ({ header: file.header, file, added: [], applicant: null }));
    const cases = refold(touched, ground, 'REPORTED', now);
    await writeCases(tx, cases);
    entries.push(...movedEntries(cases, '工作日历变动'));
  }
}

/** An entry for each case whose due date is another than was stored, and why. */
export const movedEntries = (cases: readonly RefoldedCase[], why: string): JournalDraft[] => cases.filter(isMoved).map((each) => entryOf(each, why));

const isMoved = ({ file, folded }: RefoldedCase): boolean => file?.dueOn !== folded.dueOn || file.dueProvisional !== folded.dueProvisional;

const entryOf = ({ header, file, folded }: RefoldedCase, why: string): JournalDraft => ({
  action: 'CaseDueDateMoved',
  subject: { kind: 'Case', id: header.number },
  summary: `办件 ${header.number}：${why}，重算应办结日期`,
  before: { state: file?.state ?? null, dueOn: file?.dueOn ?? null },
  after: stateForJournal(header, folded),
});
