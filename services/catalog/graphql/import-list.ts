import { parseDay, type HubBuilder } from '../../shared/graphql/schema-builder';
import { isRefusal, memberOf, type RefusalRef } from '../../shared/graphql/refusal';
import { refreshStatistics } from '../../shared/refresh-statistics';
import { runCommand } from '../../shared/run-command';
import { importList } from '../commands/import-list/import-list';
import type { ImportReport, SheetReport } from '../commands/import-list/report';
import type { CatalogContext } from '../context';
import { bodiesOf, readForScheme, type NamedBody } from '../importers/read-for-scheme';
import type { ParsedList, RejectedRow } from '../importers/parsed-list';
import { CATALOG_PERMISSIONS } from '../rules/permissions';
import type { Actor } from '../../shared/actor';
import { allows, authorise } from '../../shared/permission';

/** So many new rows change what the planner should expect. */
const MANY = 100;
const importedRows = ({ sheets }: ImportReport): number => sheets.reduce((sum, sheet) => sum + sheet.imported, 0);

/** Whoever may record a list, or report it as their department's return, may see what a file holds. */
function authoriseReading(actor: Actor, { regionCode }: { regionCode: string }): void {
  if (allows(CATALOG_PERMISSIONS, 'report-item', actor, { regionCode, agencyCode: actor.agencyCode })) return;
  authorise(CATALOG_PERMISSIONS, 'import-list', actor, { regionCode });
}

/**
 * Adds `listFile` (what a file holds) and `importList` (record it). Both take the file itself and are the importer's
 * own: they are not part of the public graph, which meets them as `POST /imports`.
 */
export function addImportList(builder: HubBuilder<CatalogContext>, refusal: RefusalRef<CatalogContext>) {
  const Body = builder.objectRef<NamedBody>('ListedBody').implement({
    description: 'A body as a list file names it, with the offices named beside it.',
    fields: (t) => ({
      name: t.exposeString('name'),
      offices: t.exposeStringList('offices', { description: 'By name; where the hub’s form states ids, in their order, empty where it names none.' }),
      code: t.exposeID('code', { nullable: true, description: 'The agency’s code, where the hub’s form states it.' }),
      officeIds: t.exposeIDList('officeIds', { description: 'Ids of offices, where the hub’s form states them.' }),
    }),
  });
  const File = builder.objectRef<ParsedList>('ListFile').implement({
    description: 'What a list file holds, read but not recorded.',
    fields: (t) => ({
      rows: t.int({ resolve: ({ sheets }) => sheets.reduce((sum, sheet) => sum + sheet.rowsRead, 0) }),
      bodies: t.field({ type: [Body], resolve: bodiesOf }),
    }),
  });
  const Rejected = builder.objectRef<RejectedRow>('RejectedRow').implement({
    description: 'A row that could not be taken.',
    fields: (t) => ({
      row: t.exposeInt('row', { description: '1-based, as a spreadsheet program counts.' }),
      code: t.exposeString('code', { description: 'Stable English code.' }),
      reason: t.exposeString('reason', { description: 'Chinese, for people.' }),
    }),
  });
  const PassedOver = builder.objectRef<{ row: number; kind: string }>('PassedOverRow').implement({
    description: 'A row with content that states no item by itself.',
    fields: (t) => ({ row: t.exposeInt('row'), kind: t.exposeString('kind') }),
  });
  const Sheet = builder.objectRef<SheetReport>('SheetReport').implement({
    description: 'What became of every row of one sheet: rowsRead = imported + unchanged + rejected.',
    fields: (t) => ({
      name: t.exposeString('name'),
      rowsRead: t.exposeInt('rowsRead'),
      imported: t.exposeInt('imported', { description: 'New or changed.' }),
      unchanged: t.exposeInt('unchanged'),
      rejected: t.expose('rejected', { type: [Rejected] }),
      passedOver: t.expose('passedOver', { type: [PassedOver] }),
    }),
  });
  const Report = builder.objectRef<ImportReport>('ImportReport').implement({
    description: 'What became of every row of one file.',
    fields: (t) => ({ file: t.exposeString('file'), sheets: t.expose('sheets', { type: [Sheet] }) }),
  });
  const FileResult = builder.unionType('ListFileResult', {
    types: [File, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'ListFile'),
  });
  const ImportResult = builder.unionType('ImportListResult', {
    types: [Report, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'ImportReport'),
  });
  const FileInput = builder.inputType('ListFileInput', {
    fields: (t) => ({
      regionCode: t.id({ required: true }),
      scheme: t.id({ required: true }),
      fileName: t.string({ required: true }),
      content: t.string({ required: true, description: 'The file, base64.' }),
    }),
  });
  const OfficePlace = builder.inputType('OfficePlaceInput', {
    fields: (t) => ({
      name: t.string({ required: true }),
      statedId: t.id({ description: 'Its id as the hub’s form states it.' }),
      id: t.id({ required: true }),
    }),
  });
  const BodyPlace = builder.inputType('BodyPlaceInput', {
    fields: (t) => ({
      name: t.string({ required: true }),
      code: t.id({ description: 'The agency’s code as the hub’s form states it.' }),
      agencyCode: t.id({ required: true }),
      offices: t.field({ type: [OfficePlace], required: true }),
    }),
  });
  const ImportInput = builder.inputType('ImportListInput', {
    fields: (t) => ({
      file: t.field({ type: FileInput, required: true }),
      publishedOn: t.field({ type: 'Date', required: true }),
      bodies: t.field({ type: [BodyPlace], required: true }),
    }),
  });
  builder.queryField('listFile', (t) =>
    t.field({
      type: FileResult,
      inaccessible: true,
      args: { input: t.arg({ type: FileInput, required: true }) },
      resolve: async (_root, { input }, { store, actor }) => {
        authoriseReading(actor, input);
        return memberOf(await readForScheme(store.database, input));
      },
    }),
  );
  builder.mutationField('importList', (t) =>
    t.field({
      type: ImportResult,
      inaccessible: true,
      args: { input: t.arg({ type: ImportInput, required: true }) },
      resolve: async (_root, { input: { file, publishedOn, bodies } }, { store, actor }) => {
        authorise(CATALOG_PERMISSIONS, 'import-list', actor, file);
        const list = await readForScheme(store.database, file);
        if (!list.ok) return list.refusal;
        const { regionCode, scheme } = file;
        const input = { regionCode, scheme, publishedOn: parseDay(publishedOn), list: list.value, bodies };
        const outcome = await runCommand(store, CATALOG_PERMISSIONS, importList, input, actor);
        if (outcome.ok && importedRows(outcome.value) >= MANY) await refreshStatistics(store);
        return memberOf(outcome);
      },
    }),
  );
  return { FileInput, BodyPlace, ImportResult };
}
export type ImportTypes = ReturnType<typeof addImportList>;
