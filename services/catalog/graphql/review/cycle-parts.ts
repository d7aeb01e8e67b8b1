import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { RefusalDetail } from '../../../shared/outcome';
import type { CatalogContext } from '../../context';
import type { AccountabilityRow } from '../../queries/review/accountability';
import type { Act, CycleState } from '../../rules/review-cycle/cycle-state';
import type { Obstacle } from '../../rules/review-cycle/exit-rules';
import type { JointMember } from '../../rules/review-cycle/joint-members';
import type { DraftStatus } from '../../rules/review-cycle/reporting';
import type { Late, Window } from '../../rules/review-cycle/windows';
import type { PowerCategory } from '../../rules/vocabulary';
import type { ForeignTypes } from '../foreign/stubs';
import type { Vocabulary } from '../vocabulary';
import type { ReviewVocabulary } from './vocabulary';

/** A return (报送) of one round. */
export interface ReturnRow {
  agencyCode: string;
  round: number;
  submittedAt: string;
  items: number;
  categories: PowerCategory[];
}

/** What a stage still lacks. */
export interface Progress {
  obstacles: Obstacle[];
  drafts: { status: DraftStatus; count: number }[];
  unanswered: number;
}

/** Adds what a ReviewCycle consists of. */
export function addCycleParts(builder: HubBuilder<CatalogContext>, { PowerCategory }: Vocabulary, vocabulary: ReviewVocabulary, { Agency }: ForeignTypes) {
  const { CycleStage, ReviewBody, DraftStatus, AccountabilityKind } = vocabulary;
  const agency = (code: string | null) => (code === null ? null : { code });

  const ReviewWindow = builder.objectRef<Window>('ReviewWindow').implement({
    description: 'The days within which a stage is to be done (时限), both included (P12).',
    fields: (t) => ({
      stage: t.expose('stage', { type: CycleStage, description: 'The stage.' }),
      from: t.expose('from', { type: 'Date', nullable: true, description: 'First day; null where only the last is laid down, as for counties and zones.' }),
      to: t.expose('to', { type: 'Date', description: 'Last day.' }),
    }),
  });
  const AgencyReturn = builder.objectRef<ReturnRow>('AgencyReturn').implement({
    description: 'A department’s return (报送) of one round.',
    fields: (t) => ({
      agency: t.field({ type: Agency, description: 'The department.', resolve: ({ agencyCode }) => ({ code: agencyCode }) }),
      round: t.exposeInt('round', { description: '1–3.' }),
      submittedAt: t.expose('submittedAt', { type: 'DateTime', description: 'When it was submitted.' }),
      items: t.exposeInt('items', { description: 'How many items it held.' }),
      categories: t.expose('categories', { type: [PowerCategory], description: 'Their categories, which decide who reviews it first (P8).' }),
    }),
  });
  const JointSignature = builder.objectRef<Act & { member: JointMember }>('JointSignature').implement({
    description: 'A member’s signature under the joint review (联合会审签署), P9.',
    fields: (t) => ({
      member: t.expose('member', { type: ReviewBody, description: 'The member.' }),
      at: t.expose('at', { type: 'DateTime', description: 'When it signed.' }),
    }),
  });
  const LateDuty = builder.objectRef<Late>('LateDuty').implement({
    description: 'Somebody missed a window (逾期), P12.',
    fields: (t) => ({
      stage: t.expose('stage', { type: CycleStage, description: 'The stage whose window passed.' }),
      agency: t.field({ type: Agency, nullable: true, description: 'The department, when it is one.', resolve: ({ agencyCode }) => agency(agencyCode) }),
      body: t.expose('body', { type: ReviewBody, nullable: true, description: 'The reviewing body, when it is one.' }),
      dueOn: t.expose('dueOn', { type: 'Date', description: 'Last day of the window.' }),
      doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true, description: 'When it was done, late; null while it is not.' }),
    }),
  });
  const AccountabilityRecord = builder.objectRef<AccountabilityRow>('AccountabilityRecord').implement({
    description: 'An interview (约谈) or accountability record (问责) of the supervision bureau, P12.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Id within the hub.' }),
      cycleId: t.exposeID('cycleId', { description: 'The cycle it belongs to.' }),
      agency: t.field({ type: Agency, description: 'The department.', resolve: ({ agencyCode }) => ({ code: agencyCode }) }),
      stage: t.expose('stage', { type: CycleStage, description: 'The stage whose window it missed; PUBLISHED: it does not carry the list out.' }),
      kind: t.expose('kind', { type: AccountabilityKind, description: 'Interview or accountability.' }),
      reason: t.exposeString('reason', { description: 'Why it was opened.' }),
      openedOn: t.expose('openedOn', { type: 'Date', description: 'Day it was opened.' }),
      heldOn: t.expose('heldOn', { type: 'Date', nullable: true, description: 'Day it was held; null while it was not.' }),
      outcome: t.exposeString('outcome', { nullable: true, description: 'What came of it; null while it is open.' }),
    }),
  });
  const MissingPart = builder.objectRef<RefusalDetail>('MissingPart').implement({
    description: 'One thing a stage lacks.',
    fields: (t) => ({
      path: t.exposeString('path', { description: 'What: `agencyCode`, `opinions.<agency>`, `reviews.<agency>`, `signatures`.' }),
      value: t.exposeString('value', { nullable: true, description: 'Which: agency code, opinion id, reviewing body.' }),
    }),
  });
  const StageObstacle = builder.objectRef<Obstacle>('StageObstacle').implement({
    description: 'Why a cycle may not leave its stage yet.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable English code, the one `advanceReviewCycle` would refuse with.' }),
      rule: t.exposeString('rule', { description: 'Clause of the plan.' }),
      message: t.exposeString('message', { description: 'Chinese, for people.' }),
      parts: t.field({ type: [MissingPart], description: 'Each case.', resolve: ({ details }) => details }),
    }),
  });
  const DraftCount = builder.objectRef<Progress['drafts'][number]>('DraftCount').implement({
    description: 'How many reported items are in a state.',
    fields: (t) => ({
      status: t.expose('status', { type: DraftStatus, description: 'The state.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });
  const CycleProgress = builder.objectRef<Progress>('CycleProgress').implement({
    description: 'How far a cycle is: what its stage still lacks, how many items are where.',
    fields: (t) => ({
      obstacles: t.expose('obstacles', { type: [StageObstacle], description: 'What the stage still lacks; empty when it may be left.' }),
      drafts: t.expose('drafts', { type: [DraftCount], description: 'Reported items by state.' }),
      unansweredOpinions: t.int({ description: 'Opinions that departments have still to answer.', resolve: ({ unanswered }) => unanswered }),
    }),
  });
  const CycleApproval = builder.objectRef<NonNullable<CycleState['decision']>>('CycleApproval').implement({
    description: 'The government’s approval of a cycle’s list (政府审定).',
    fields: (t) => ({
      documentTitle: t.string({ description: 'Title of the decision document.', resolve: ({ document }) => document.title }),
      documentNumber: t.string({ nullable: true, description: 'Its number (文号).', resolve: ({ document }) => document.number }),
      documentDate: t.field({ type: 'Date', description: 'Its day.', resolve: ({ document }) => document.date }),
      at: t.expose('at', { type: 'DateTime', description: 'When the approval was recorded.' }),
    }),
  });
  const CycleConclusion = builder.objectRef<{ text: string; experts: string[]; at: string }>('CycleConclusion').implement({
    description: 'What argumentation (论证) or legality review (合法性审查, P10) came to.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'The conclusion.' }),
      experts: t.exposeStringList('experts', { description: 'Experts who took part in the argumentation.' }),
      at: t.expose('at', { type: 'DateTime', description: 'When it was recorded.' }),
    }),
  });
  return { ReviewWindow, AgencyReturn, JointSignature, LateDuty, AccountabilityRecord, CycleProgress, DraftCount, CycleApproval, CycleConclusion };
}
export type CycleParts = ReturnType<typeof addCycleParts>;
