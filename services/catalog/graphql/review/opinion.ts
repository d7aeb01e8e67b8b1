import type { connections } from '../../../shared/graphql/connection';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { CatalogContext } from '../../context';
import type { OpinionRow } from '../../queries/review/opinions';
import type { ForeignTypes } from '../foreign/stubs';
import type { ReviewVocabulary } from './vocabulary';

/** Adds ReviewOpinion and its connection. */
export function addReviewOpinion(
  builder: HubBuilder<CatalogContext>,
  { ReviewBody, Verdict }: ReviewVocabulary,
  { Agency }: ForeignTypes,
  connectionOf: ReturnType<typeof connections<CatalogContext>>,
) {
  const ReviewOpinion = builder.objectRef<OpinionRow>('ReviewOpinion').implement({
    description: 'A reviewer’s opinion (审核意见) on one reported item or on a return as a whole, and the department’s answer.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Id within the hub.' }),
      agency: t.field({ type: Agency, description: 'The department it is addressed to.', resolve: ({ agencyCode }) => ({ code: agencyCode }) }),
      draftId: t.exposeID('draftId', { nullable: true, description: 'The item; null when it is about the return as a whole.' }),
      review: t.exposeInt('review', { description: 'Which review: 1 first, 2 joint, 3 final, one more each time the list was sent back.' }),
      reviewer: t.expose('reviewer', { type: ReviewBody, description: 'The body that gave it (P8, P9).' }),
      verdict: t.expose('verdict', { type: Verdict, description: 'What it says.' }),
      text: t.exposeString('text', { description: 'Its words; may be empty for ACCEPT.' }),
      givenAt: t.expose('givenAt', { type: 'DateTime', description: 'When it was given.' }),
      answer: t.exposeString('answer', { nullable: true, description: 'The department’s answer (答复); null while there is none.' }),
      accepted: t.exposeBoolean('accepted', { nullable: true, description: 'The department agreed; null while it has not answered.' }),
      answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true, description: 'When it was answered.' }),
    }),
  });
  return { ReviewOpinion, ReviewOpinionConnection: connectionOf('ReviewOpinion', ReviewOpinion) };
}
export type OpinionTypes = ReturnType<typeof addReviewOpinion>;
