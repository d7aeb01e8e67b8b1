import type { connections } from '../../../shared/graphql/connection';
import type { RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { CatalogContext } from '../../context';
import type { EditionRef } from '../edition';
import type { ForeignTypes } from '../foreign/stubs';
import type { ImportTypes } from '../import-list';
import type { Vocabulary } from '../vocabulary';
import { addCycleParts } from './cycle-parts';
import { addDecisions } from './decisions';
import { addDepartmentPart } from './department-part';
import { addDraftItem } from './draft-item';
import { addLeadCycle } from './lead-cycle';
import { addReviewOpinion } from './opinion';
import { addReportItems } from './report-items';
import { addReportList } from './report-list';
import { addReviewCycle } from './review-cycle';
import { addReviewProgress } from './review-progress';
import { addReviewersPart } from './reviewers-part';
import { addSupervision } from './supervision';
import { addReviewVocabulary } from './vocabulary';

interface Parts {
  vocabulary: Vocabulary;
  edition: EditionRef;
  foreign: ForeignTypes;
  imports: ImportTypes;
  refusal: RefusalRef<CatalogContext>;
  connectionOf: ReturnType<typeof connections<CatalogContext>>;
}

/** Adds review cycles: what they are, and what each of their parts may do. */
export function addReview(builder: HubBuilder<CatalogContext>, { vocabulary, edition, foreign, imports, refusal, connectionOf }: Parts): void {
  const review = addReviewVocabulary(builder);
  const opinions = addReviewOpinion(builder, review, foreign, connectionOf);
  const drafts = addDraftItem(builder, vocabulary, review, opinions, foreign, connectionOf);
  const parts = addCycleParts(builder, vocabulary, review, foreign);
  const ReviewCycle = addReviewCycle(builder, { vocabulary, review, parts, drafts, opinions, edition, foreign });
  addReviewProgress(builder, review, parts, foreign);
  addLeadCycle(builder, review, ReviewCycle, refusal);
  addReportItems(builder, vocabulary, ReviewCycle, refusal);
  addReportList(builder, imports);
  addDepartmentPart(builder, ReviewCycle, refusal);
  addReviewersPart(builder, review, ReviewCycle, refusal);
  addDecisions(builder, ReviewCycle, edition, refusal);
  addSupervision(builder, review, parts, refusal);
}
