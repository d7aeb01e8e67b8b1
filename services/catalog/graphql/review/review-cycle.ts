import { Rejected } from '../../../shared/errors';
import { pageRequest, type PageRequest } from '../../../shared/graphql/connection';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import type { CatalogContext } from '../../context';
import { accountabilityOfCycle } from '../../queries/review/accountability';
import { cyclesOfRegion, findCycle, type CycleRow } from '../../queries/review/cycles';
import { countDrafts, draftsOfCycle } from '../../queries/review/drafts';
import { opinionsOfCycle } from '../../queries/review/opinions';
import { CATALOG_PERMISSIONS } from '../../rules/permissions';
import { regionOfCycle } from '../../rules/review-cycle/cycle-id';
import { EXIT_RULES } from '../../rules/review-cycle/exit-rules';
import type { JointMember } from '../../rules/review-cycle/joint-members';
import { readerOf, visibleState } from '../../rules/review-cycle/readers';
import { lateDuties } from '../../rules/review-cycle/windows';
import type { EditionRef } from '../edition';
import type { ForeignTypes } from '../foreign/stubs';
import type { Vocabulary } from '../vocabulary';
import type { CycleParts, ReturnRow } from './cycle-parts';
import type { DraftTypes } from './draft-item';
import type { OpinionTypes } from './opinion';
import type { ReviewVocabulary } from './vocabulary';

interface Parts {
  vocabulary: Vocabulary;
  review: ReviewVocabulary;
  parts: CycleParts;
  drafts: DraftTypes;
  opinions: OpinionTypes;
  edition: EditionRef;
  foreign: ForeignTypes;
}

/** What this caller sees of a cycle of this region; whoever may not is told the same whether there is one or not. */
function readerIn({ actor }: Pick<CatalogContext, 'actor'>, regionCode: string | null) {
  authorise(CATALOG_PERMISSIONS, 'read-cycle', actor, { regionCode, agencyCode: actor.agencyCode });
  return readerOf(actor);
}

/** A page in the order of ids. */
function idPage(args: { first?: number | null; after?: string | null }): PageRequest {
  const request = pageRequest(args);
  if (request.after !== null && !/^\d{1,18}$/.test(request.after)) throw new Rejected('BAD_USER_INPUT', '游标无效', 'after');
  return request;
}

/** The department whose part is shown: the one asked for, null for all; whoever asks for another's than their own gets nobody's. */
function scopeOf(onlyAgency: string | null, asked: string | null | undefined): string | null {
  if (onlyAgency === null) return asked ?? null;
  return asked == null || asked === onlyAgency ? onlyAgency : '';
}

/** A cycle as this caller sees it; null when there is none. */
export async function cycleFor(context: CatalogContext, id: string): Promise<CycleRow | null> {
  const reader = readerIn(context, regionOfCycle(id));
  const cycle = await findCycle(context.store.database, id);
  return cycle && { ...cycle, state: visibleState(cycle.state, reader) };
}

/** Adds ReviewCycle with `reviewCycle` and `reviewCycles`. */
export function addReviewCycle(builder: HubBuilder<CatalogContext>, { vocabulary, review, parts, drafts, opinions, edition, foreign }: Parts) {
  const ReviewCycle = builder.objectRef<CycleRow>('ReviewCycle').implement({
    description: 'One run of three reports and three reviews for a region’s list (清单编制周期), 六, P5–P12. A department sees its own part only.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Region code and number, e.g. `140100-R1`.' }),
      region: t.field({ type: foreign.Region, description: 'Region whose list is made.', resolve: ({ regionCode }) => ({ code: regionCode }) }),
      title: t.exposeString('title', { description: 'What it is called.' }),
      pilot: t.exposeBoolean('pilot', { description: 'A pilot (试点) of the plan.' }),
      scheme: t.exposeString('schemeCode', { description: 'Category scheme, e.g. `TAIYUAN_2014` (P1).' }),
      stage: t.field({ type: review.CycleStage, description: 'Where it stands.', resolve: ({ state }) => state.stage }),
      openedOn: t.expose('openedOn', { type: 'Date', description: 'Day it was opened.' }),
      closedOn: t.expose('closedOn', { type: 'Date', nullable: true, description: 'Day it was published; null while it is open.' }),
      windows: t.field({ type: [parts.ReviewWindow], description: 'Its windows (时限), in the order of the stages.', resolve: ({ state }) => state.windows }),
      departments: t.field({
        type: [foreign.Agency],
        description: 'The departments that must report (P11), by code.',
        resolve: ({ state }) => Object.keys(state.departments).map((code) => ({ code })),
      }),
      returns: t.field({ type: [parts.AgencyReturn], description: 'The returns (报送) submitted, by department and round.', resolve: returnsOf }),
      drafts: t.field({
        type: drafts.DraftItemConnection,
        description: 'Reported items in the order they came; reviewers see what was submitted.',
        args: {
          agencyCode: t.arg.id({ description: 'This department’s.' }),
          category: t.arg({ type: vocabulary.PowerCategory, description: 'Of this category.' }),
          status: t.arg({ type: review.DraftStatus, description: 'In this state.' }),
          withoutBasis: t.arg.boolean({ defaultValue: false, description: 'Only items that state no basis (P11, P14).' }),
          first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
          after: t.arg.string({ description: '`endCursor` of the page before.' }),
        },
        resolve: ({ id, regionCode }, { agencyCode, category, status, withoutBasis, ...page }, context) => {
          const { onlyAgency, seesUnsubmitted } = readerIn(context, regionCode);
          const filter = {
            agencyCode: scopeOf(onlyAgency, agencyCode),
            category: category ?? null,
            status: status ?? null,
            withoutBasis: withoutBasis ?? false,
            unsubmitted: seesUnsubmitted,
          };
          return draftsOfCycle(context.store.database, id, filter, idPage(page));
        },
      }),
      opinions: t.field({
        type: opinions.ReviewOpinionConnection,
        description: 'Opinions of the reviewers, on items and on returns, in the order given.',
        args: {
          agencyCode: t.arg.id({ description: 'Addressed to this department.' }),
          unanswered: t.arg.boolean({ defaultValue: false, description: 'Only those still to be answered.' }),
          first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
          after: t.arg.string({ description: '`endCursor` of the page before.' }),
        },
        resolve: ({ id, regionCode }, { agencyCode, unanswered, ...page }, context) => {
          const { onlyAgency } = readerIn(context, regionCode);
          const filter = { agencyCode: scopeOf(onlyAgency, agencyCode), unanswered: unanswered ?? false };
          return opinionsOfCycle(context.store.database, id, filter, idPage(page));
        },
      }),
      signatures: t.field({
        type: [parts.JointSignature],
        description: 'Who has signed the joint review (P9).',
        resolve: ({ state }) => Object.entries(state.signatures).map(([member, act]) => ({ member: member as JointMember, ...act })),
      }),
      argumentation: t.field({
        type: parts.CycleConclusion,
        nullable: true,
        description: 'The argumentation (论证), once concluded.',
        resolve: ({ state: { argumentation } }) => argumentation && { text: argumentation.conclusion, experts: argumentation.experts, at: argumentation.at },
      }),
      legalityReview: t.field({
        type: parts.CycleConclusion,
        nullable: true,
        description: 'The legality review (合法性审查), once passed (P10).',
        resolve: ({ state: { legality } }) => legality && { text: legality.opinion, experts: [], at: legality.at },
      }),
      approval: t.field({ type: parts.CycleApproval, nullable: true, description: 'The government’s approval, once given.', resolve: ({ state }) => state.decision }),
      edition: t.field({
        type: edition,
        nullable: true,
        description: 'The edition it led to, once published.',
        resolve: ({ state }, _args, { loaders }) => (state.published ? loaders.editions.load(state.published.editionId) : null),
      }),
      lateDepartments: t.field({
        type: [parts.LateDuty],
        description: 'Departments that missed a window, as known at an instant (P12): those who have still not reported, and those who did late.',
        args: { at: t.arg({ type: 'DateTime', description: 'Now when absent.' }) },
        resolve: ({ state }, { at }, { store }) => lateDuties(state, at ?? store.now().toISOString()).filter(({ agencyCode }) => agencyCode !== null),
      }),
      lateReviewers: t.field({
        type: [parts.LateDuty],
        description: 'Reviewing and deciding bodies that missed a window, as known at an instant.',
        args: { at: t.arg({ type: 'DateTime', description: 'Now when absent.' }) },
        resolve: ({ state }, { at }, { store }) => lateDuties(state, at ?? store.now().toISOString()).filter(({ body }) => body !== null),
      }),
      accountability: t.field({
        type: [parts.AccountabilityRecord],
        description: 'Interviews and accountability records (约谈、问责), P12, in the order they were opened.',
        resolve: ({ id, regionCode }, _args, context) => accountabilityOfCycle(context.store.database, id, readerIn(context, regionCode).onlyAgency),
      }),
      progress: t.field({
        type: parts.CycleProgress,
        description: 'What its stage still lacks, and how many items are where.',
        resolve: async ({ id, regionCode, state }, _args, context) => ({
          obstacles: EXIT_RULES[state.stage](state),
          drafts: await countDrafts(context.store.database, id, readerIn(context, regionCode).onlyAgency),
          unanswered: Object.values(state.departments).reduce((sum, { unanswered }) => sum + unanswered.length, 0),
        }),
      }),
    }),
  });
  builder.queryFields((t) => ({
    reviewCycle: t.field({
      type: ReviewCycle,
      nullable: true,
      description: 'One review cycle; null when there is none. For departments (their own part), reviewers, the government and the supervision bureau of its region.',
      args: { id: t.arg.id({ required: true, description: 'E.g. `140100-R1`.' }) },
      resolve: (_root, { id }, context) => cycleFor(context, id),
    }),
    reviewCycles: t.field({
      type: [ReviewCycle],
      description: 'A region’s review cycles, the newest first, at most 100. For the same callers as `reviewCycle`.',
      args: { regionCode: t.arg.id({ required: true, description: 'The region.' }) },
      resolve: async (_root, { regionCode }, context) => {
        const reader = readerIn(context, regionCode);
        const cycles = await cyclesOfRegion(context.store.database, regionCode);
        return cycles.map((cycle) => ({ ...cycle, state: visibleState(cycle.state, reader) }));
      },
    }),
  }));
  return ReviewCycle;
}
export type ReviewCycleRef = ReturnType<typeof addReviewCycle>;

const returnsOf = ({ state }: CycleRow): ReturnRow[] =>
  Object.entries(state.departments).flatMap(([agencyCode, { returns }]) =>
    Object.entries(returns).flatMap(([round, each]) => (each ? [{ agencyCode, round: Number(round), submittedAt: each.at, items: each.items, categories: each.categories }] : [])),
  );
