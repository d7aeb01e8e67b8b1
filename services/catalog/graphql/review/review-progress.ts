import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import type { CatalogContext } from '../../context';
import { countedCycles, type CountedCycle } from '../../queries/review/progress';
import { CATALOG_PERMISSIONS } from '../../rules/permissions';
import { progressOf, type AgencyProgress, type ReviewProgress } from '../../rules/review-cycle/progress';
import { readerOf, visibleState } from '../../rules/review-cycle/readers';
import type { ForeignTypes } from '../foreign/stubs';
import type { CycleParts } from './cycle-parts';
import type { ReviewVocabulary } from './vocabulary';

type CycleInFigures = ReviewProgress & Pick<CountedCycle, 'id' | 'regionCode' | 'title' | 'openedOn' | 'closedOn' | 'state'>;

/** Adds ReviewProgress with `reviewProgress`: review cycles in figures, for those who may not read their opinions too. */
export function addReviewProgress(
  builder: HubBuilder<CatalogContext>,
  { CycleStage }: ReviewVocabulary,
  { DraftCount }: Pick<CycleParts, 'DraftCount'>,
  { Agency, Region }: ForeignTypes,
): void {
  const RoundProgress = builder.objectRef<ReviewProgress['rounds'][number]>('RoundProgress').implement({
    description: 'What was submitted in one of the three reports (三报).',
    fields: (t) => ({
      round: t.exposeInt('round', { description: '1–3.' }),
      submitted: t.exposeInt('submitted', { description: 'Departments that have submitted their return (已报送部门).' }),
      items: t.exposeInt('items', { description: 'Items in their returns.' }),
    }),
  });
  const OfAgency = builder.objectRef<AgencyProgress>('AgencyReviewProgress').implement({
    description: 'How far one department is in a review cycle, in figures.',
    fields: (t) => ({
      agency: t.field({ type: Agency, description: 'The department.', resolve: ({ agencyCode }) => ({ code: agencyCode }) }),
      round: t.exposeInt('round', { nullable: true, description: 'The last round it has submitted; null before the first.' }),
      drafts: t.expose('drafts', { type: [DraftCount], description: 'Its reported items by state.' }),
      opinions: t.exposeInt('opinions', { description: 'Opinions addressed to it (审核意见).' }),
      unansweredOpinions: t.exposeInt('unanswered', { description: 'Those it has still to answer.' }),
    }),
  });
  const Progress = builder.objectRef<CycleInFigures>('ReviewProgress').implement({
    description: 'How far a review cycle is, in figures alone (清单编制进度), 六: no opinion, answer or item is told.',
    fields: (t) => ({
      cycleId: t.exposeID('id', { description: 'The cycle, e.g. `140100-R1`.' }),
      region: t.field({ type: Region, description: 'Region whose list is made.', resolve: ({ regionCode }) => ({ code: regionCode }) }),
      title: t.exposeString('title', { description: 'What it is called.' }),
      stage: t.field({ type: CycleStage, description: 'Where it stands.', resolve: ({ state }) => state.stage }),
      dueOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'Last day of the window of its stage (P12); null where none is laid down.',
        resolve: ({ state: { stage, windows } }) => windows.find((window) => window.stage === stage)?.to ?? null,
      }),
      openedOn: t.expose('openedOn', { type: 'Date', description: 'Day it was opened.' }),
      closedOn: t.expose('closedOn', { type: 'Date', nullable: true, description: 'Day it was published; null while it is open.' }),
      departments: t.int({ description: 'Departments that must report (P11).', resolve: ({ state }) => Object.keys(state.departments).length }),
      rounds: t.expose('rounds', { type: [RoundProgress], description: 'The three reports, by round.' }),
      drafts: t.expose('drafts', { type: [DraftCount], description: 'Reported items by state.' }),
      opinions: t.exposeInt('opinions', { description: 'Opinions of the reviewers.' }),
      unansweredOpinions: t.exposeInt('unanswered', { description: 'Those that departments have still to answer.' }),
      byAgency: t.expose('byAgency', { type: [OfAgency], description: 'The same by department, by code; the sums are the whole.' }),
    }),
  });
  builder.queryField('reviewProgress', (t) =>
    t.field({
      type: [Progress],
      description: 'A region’s review cycles in figures, the newest first, at most 100. For reporting and for whoever may read the cycles; a department sees its own part.',
      args: { regionCode: t.arg.id({ required: true, description: 'The region.' }) },
      resolve: async (_root, { regionCode }, { actor, store }) => {
        authorise(CATALOG_PERMISSIONS, 'read-review-progress', actor, { regionCode, agencyCode: actor.agencyCode });
        const reader = readerOf(actor);
        const cycles = await countedCycles(store.database, regionCode, reader.onlyAgency);
        return cycles.map(({ drafts, opinions, ...cycle }) => {
          const state = visibleState(cycle.state, reader);
          return { ...cycle, state, ...progressOf(state, drafts, opinions) };
        });
      },
    }),
  );
}
