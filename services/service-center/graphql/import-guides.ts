import { Rejected } from '../../shared/errors';
import { isRefusal, memberOf, type RefusalRef } from '../../shared/graphql/refusal';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { authorise } from '../../shared/permission';
import { runCommand } from '../../shared/run-command';
import { importGuideDrafts } from '../commands/import-guides/import-guide-drafts';
import { importGuideFacts } from '../commands/import-guides/import-guide-facts';
import type { GuideImportReport, GuideSheetReport, RowNote } from '../commands/import-guides/report';
import type { ServiceCenterContext } from '../context';
import { readGuideFile } from '../importers/read-guide-file';
import type { RejectedRow } from '../importers/read-guide';
import { SERVICE_CENTER_PERMISSIONS } from '../rules/permissions';

const COMMANDS = { DRAFT: importGuideDrafts, RECORD: importGuideFacts } as const;

const IMPORTS = [
  'Takes a file of guides: JSON, or a table with one material or step a row. As drafts, for the agency, or for the service',
  'center for any agency of its region; as facts, for the administrator. Every row is imported, unchanged or rejected.',
].join(' ');

/** Adds `importGuides`: the importer's own, not part of the public graph, which meets it as `POST /imports`. */
export function addImportGuides(builder: HubBuilder<ServiceCenterContext>, refusal: RefusalRef<ServiceCenterContext>): void {
  const inaccessible = true;
  const Rejection = builder.objectRef<RejectedRow>('RejectedGuideRow').implement({
    inaccessible,
    description: 'A row that could not be taken.',
    fields: (t) => ({
      row: t.exposeInt('row', { description: '1-based, as a spreadsheet program counts; of a JSON file, the place in the list.' }),
      code: t.exposeString('code', { description: 'Stable English code.' }),
      reason: t.exposeString('reason', { description: 'Chinese, for people.' }),
    }),
  });
  const Note = builder.objectRef<RowNote>('GuideRowNote').implement({
    inaccessible,
    description: 'Something a row says that could not be read and was left unsaid.',
    fields: (t) => ({
      row: t.exposeInt('row', { description: 'The row where its guide begins.' }),
      note: t.exposeString('note', { description: 'Chinese, for people.' }),
    }),
  });
  const Sheet = builder.objectRef<GuideSheetReport>('GuideSheetReport').implement({
    inaccessible,
    description: 'What became of every row of one sheet: rowsRead = imported + unchanged + rejected.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Name of the sheet; of a JSON file, its name.' }),
      rowsRead: t.exposeInt('rowsRead', { description: 'Rows with content, headers left aside.' }),
      imported: t.exposeInt('imported', { description: 'Rows of guides that are new or changed.' }),
      unchanged: t.exposeInt('unchanged', { description: 'Rows of guides that say what is there already.' }),
      rejected: t.expose('rejected', { type: [Rejection], description: 'Rows that were not taken.' }),
      notes: t.expose('notes', { type: [Note], description: 'What was left unsaid in guides that were taken.' }),
    }),
  });
  const Report = builder.objectRef<GuideImportReport>('GuideImportReport').implement({
    inaccessible,
    description: 'What became of every row of one file of guides.',
    fields: (t) => ({
      file: t.exposeString('file', { description: 'Name of the file.' }),
      guides: t.exposeInt('guides', { description: 'Guides taken.' }),
      sheets: t.expose('sheets', { type: [Sheet], description: 'Sheet by sheet.' }),
    }),
  });
  const Result = builder.unionType('ImportGuidesResult', {
    inaccessible,
    description: 'What became of every row, or why the file could not be read.',
    types: [Report, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'GuideImportReport'),
  });
  const As = builder.enumType('ImportGuidesAs', {
    inaccessible,
    description: 'As what guides are taken.',
    values: { DRAFT: { description: 'Drafts (草稿).' }, RECORD: { description: 'Facts, as they are (照录).' } } as const,
  });
  const Input = builder.inputType('ImportGuidesInput', {
    inaccessible,
    description: 'A file of guides.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region whose list the items are on.' }),
      agencyCode: t.id({ description: 'Only this agency’s items; absent: the whole region’s.' }),
      as: t.field({ type: As, required: true, description: 'As what they are taken.' }),
      effectiveOn: t.field({ type: 'Date', required: true, description: 'First day they hold, where the file does not say.' }),
      fileName: t.string({ required: true, description: 'Name of the file.' }),
      content: t.string({ required: true, description: 'The file, base64.' }),
    }),
  });
  builder.mutationField('importGuides', (t) =>
    t.field({
      type: Result,
      inaccessible,
      description: IMPORTS,
      args: { input: t.arg({ type: Input, required: true, description: 'The file.' }) },
      resolve: async (_root, { input: { regionCode, agencyCode = null, as, effectiveOn, fileName, content } }, { store, actor }) => {
        const command = COMMANDS[as];
        authorise(SERVICE_CENTER_PERMISSIONS, command.action, actor, { regionCode, agencyCode }); // before the file is read
        const bytes = Buffer.from(content, 'base64');
        if (bytes.length === 0) throw new Rejected('BAD_USER_INPUT', '没有文件内容（content 应是 base64）', 'content');
        const file = readGuideFile(fileName, bytes);
        if (!file.ok) return file.refusal;
        return memberOf(await runCommand(store, SERVICE_CENTER_PERMISSIONS, command, { regionCode, agencyCode, effectiveOn, file: file.value }, actor));
      },
    }),
  );
}
