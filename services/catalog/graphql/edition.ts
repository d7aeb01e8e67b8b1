import { pageRequest, type connections } from '../../shared/graphql/connection';
import { isRefusal, type RefusalRef } from '../../shared/graphql/refusal';
import { parseDay, type HubBuilder } from '../../shared/graphql/schema-builder';
import { runCommand } from '../../shared/run-command';
import { publishEdition } from '../commands/publish-edition/publish-edition';
import type { CatalogContext } from '../context';
import { editionsById, editionsOfRegion, latestEditions, type EditionRow } from '../queries/editions';
import { CATALOG_PERMISSIONS } from '../rules/permissions';
import type { PowerCategory } from '../rules/vocabulary';
import type { DecisionDocumentTypes } from './decision-document';
import type { ForeignTypes } from './foreign/stubs';
import type { Vocabulary } from './vocabulary';

type ConnectionOf = ReturnType<typeof connections<CatalogContext>>;

/** Adds Edition with `edition`, `editions` and `latestEditions`. */
export function addEdition(
  builder: HubBuilder<CatalogContext>,
  { PowerCategory }: Vocabulary,
  foreign: Pick<ForeignTypes, 'Region'>,
  connectionOf: ConnectionOf,
  { Document }: DecisionDocumentTypes,
) {
  const Count = builder.objectRef<{ category: PowerCategory; count: number }>('CategoryCount').implement({
    description: 'How many items of a category.',
    fields: (t) => ({
      category: t.expose('category', { type: PowerCategory, description: 'Category (权力类型), P1.' }),
      count: t.exposeInt('count', { description: 'Items of it.' }),
    }),
  });
  const Origin = builder.enumType('EditionOrigin', {
    description: 'Where an edition comes from.',
    values: {
      IMPORTED: { description: '导入：brought in from published files; grows while files of its day arrive.' },
      PUBLISHED: { description: '公布：published here by the government’s decision (P10); immutable.' },
    },
  });
  const Edition = builder.objectRef<EditionRow>('Edition').implement({
    description: 'A published state of a region’s list (公布版本), P7.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Region code and number, e.g. `140100-1`.' }),
      regionCode: t.exposeID('regionCode', { description: 'Region whose list it is.' }),
      region: t.field({ type: foreign.Region, description: 'Region whose list it is.', resolve: ({ regionCode }) => ({ code: regionCode }) }),
      number: t.exposeInt('number', { description: 'From 1 within the region.' }),
      publishedOn: t.expose('publishedOn', { type: 'Date', description: 'Day of publication (公布日).' }),
      origin: t.expose('origin', { type: Origin, description: 'Imported from files, or published here.' }),
      document: t.expose('document', { type: Document, nullable: true, description: 'The government’s decision; null for imported editions.' }),
      cycleId: t.exposeID('cycleId', { nullable: true, description: 'The review cycle that led to it, if one did.' }),
      total: t.exposeInt('total', { description: 'Items on the list on its day (P5, P6).' }),
      counts: t.field({
        type: [Count],
        description: 'Its items by category; categories without items are left out.',
        resolve: ({ counts }) =>
          Object.entries(counts).map(([category, count]) => ({ category: category as PowerCategory, count })),
      }),
    }),
  });
  const EditionConnection = connectionOf('Edition', Edition);
  builder.queryFields((t) => ({
    edition: t.field({
      type: Edition,
      nullable: true,
      description: 'One edition by its id, e.g. `140100-1`. Public.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, { loaders }) => loaders.editions.load(id),
    }),
    editions: t.field({
      type: EditionConnection,
      description: 'The editions of a region’s list, the newest first. Public.',
      args: {
        regionCode: t.arg.id({ required: true }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: (_root, { regionCode, ...page }, { store }) => editionsOfRegion(store.database, regionCode, pageRequest(page)),
    }),
    latestEditions: t.field({
      type: EditionConnection,
      description: 'The newest edition of each region’s list (现行公布版本), in the order of region codes: which lists there are. Public.',
      args: {
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: (_root, page, { store }) => latestEditions(store.database, pageRequest(page)),
    }),
  }));
  return Edition;
}
export type EditionRef = ReturnType<typeof addEdition>;

/** Adds `publishEdition`: an edition of the list as adjustments have left it. */
export function addPublishEdition(
  builder: HubBuilder<CatalogContext>,
  Edition: EditionRef,
  refusal: RefusalRef<CatalogContext>,
  { DocumentInput }: DecisionDocumentTypes,
): void {
  const Input = builder.inputType('PublishEditionInput', {
    description: 'An edition to publish without a review cycle, after adjustments (P14).',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region whose list it is.' }),
      publishedOn: t.field({ type: 'Date', required: true, description: 'Day of publication, after the last edition’s, not after today.' }),
      document: t.field({ type: DocumentInput, required: true, description: 'The government’s decision (P10).' }),
    }),
  });
  const Result = builder.unionType('PublishEditionResult', {
    description: 'The edition, or why there is none.',
    types: [Edition, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'Edition'),
  });
  builder.mutationField('publishEdition', (t) =>
    t.field({
      type: Result,
      description:
        'Publishes the list as adjustments have left it. Refused: DOCUMENT_MISSING (P10), EDITION_NOT_AFTER_LAST (P7), ONLY_FEWER (P6) with every addition that has no exception record. Role: the government office.',
      args: { input: t.arg({ type: Input, required: true }) },
      resolve: async (_root, { input: { regionCode, publishedOn, document } }, { store, actor }) => {
        const decision = { title: document.title, number: document.number ?? null, date: parseDay(document.date) };
        const input = { regionCode, publishedOn: parseDay(publishedOn), document: decision };
        const outcome = await runCommand(store, CATALOG_PERMISSIONS, publishEdition, input, actor);
        if (!outcome.ok) return outcome.refusal;
        return (await editionsById(store.database, [outcome.value.editionId]))[0]!;
      },
    }),
  );
}
