import { describedValues } from '../../../shared/graphql/described-values';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { CatalogContext } from '../../context';
import { ACCOUNTABILITY_KINDS } from '../../rules/review-cycle/accountability';
import { VERDICTS } from '../../rules/review-cycle/opinions';
import { DRAFT_STATUSES } from '../../rules/review-cycle/reporting';
import { REVIEW_BODIES } from '../../rules/review-cycle/review-bodies';
import { STAGES } from '../../rules/review-cycle/stages';

/** Adds the enums of review cycles; each value is described by its Chinese term. */
export function addReviewVocabulary(builder: HubBuilder<CatalogContext>) {
  return {
    CycleStage: builder.enumType('ReviewStage', {
      description: 'Stage of a review cycle (阶段), in their order: three reports, three reviews (六).',
      values: describedValues(STAGES),
    }),
    ReviewBody: builder.enumType('ReviewBody', {
      description: 'A body with a part in a review cycle (审核单位), P8, P9.',
      values: describedValues(REVIEW_BODIES),
    }),
    Verdict: builder.enumType('OpinionVerdict', {
      description: 'What a reviewer says (审核意见); each but ACCEPT must be answered by the department.',
      values: describedValues(VERDICTS),
    }),
    DraftStatus: builder.enumType('DraftStatus', {
      description: 'State of a reported item within its cycle (报送状态): never submitted, submitted, taken out.',
      values: describedValues(DRAFT_STATUSES),
    }),
    AccountabilityKind: builder.enumType('AccountabilityKind', {
      description: 'What the supervision bureau opens against a department (约谈、问责), P12.',
      values: describedValues(ACCOUNTABILITY_KINDS),
    }),
  };
}
export type ReviewVocabulary = ReturnType<typeof addReviewVocabulary>;
