import { accept, refuse, type Outcome } from '../../shared/outcome';
import { isComplete, type DecisionDocument } from './adjustments/grounds';

/** Where the region's list stood before. */
export interface LastEdition {
  id: string;
  number: number;
  publishedOn: string;
}

/** What is about to be published, and when. */
export interface EditionProposal {
  publishedOn: string;
  document: DecisionDocument | null;
  today: string;
}

/** P10: nothing is published without the government's decision, and none is published before it was taken. */
export function hasDecision({ document, publishedOn }: EditionProposal): Outcome<true> {
  if (!isComplete(document) || document.date === '')
    return refuse('DOCUMENT_MISSING', 'P10', '公布清单须载明政府的决定文件：标题与日期', [{ path: 'document', value: document?.title ?? null }]);
  if (document.date > publishedOn)
    return refuse('DOCUMENT_AFTER_PUBLICATION', 'P10', `决定文件日期 ${document.date} 晚于公布日 ${publishedOn}`, [
      { path: 'document.date', value: document.date },
    ]);
  return accept(true);
}

/** P7: every state of the list can be traced, so editions follow one another by day and none tells of a day to come. */
export function followsInTime({ publishedOn, today }: EditionProposal, last: LastEdition | null): Outcome<true> {
  if (last !== null && publishedOn <= last.publishedOn)
    return refuse('EDITION_NOT_AFTER_LAST', 'P7', `第 ${last.number} 版已于 ${last.publishedOn} 公布，新版的公布日须在其后`, [
      { path: 'publishedOn', value: publishedOn },
      { path: 'lastEdition.id', value: last.id },
      { path: 'lastEdition.publishedOn', value: last.publishedOn },
    ]);
  if (publishedOn > today)
    return refuse('PUBLICATION_IN_FUTURE', 'P7', `公布日 ${publishedOn} 尚未到来`, [{ path: 'publishedOn', value: publishedOn }]);
  return accept(true);
}
