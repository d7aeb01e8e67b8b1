import { isRefusal } from '../../shared/graphql/refusal';
import { authorise } from '../../shared/permission';
import { runCommand } from '../../shared/run-command';
import { importMandates, type ImportedMandate } from '../commands/mandates/import-mandates';
import { readMandateFile, type NotTaken, type ParsedMandateFile } from '../importers/read-mandate-file';
import { PERMISSIONS } from '../rules/permissions';
import type { OrganisationBuilder, OrganisationTypes, Refusal } from './types';

/** What became of a file. */
interface MandatesImported extends Pick<ParsedMandateFile, 'fileName' | 'rowsRead' | 'rowsTaken' | 'notTaken'> {
  mandates: ImportedMandate[];
}

/** Adds `importMandates`. It takes the file itself and is the importer's own: it is not part of the public graph. */
export function addImportMandates(builder: OrganisationBuilder, types: OrganisationTypes, refusal: Refusal): void {
  const Imported = addReport(builder, types, refusal);
  const Result = builder.unionType('ImportMandatesResult', {
    inaccessible: true,
    description: 'What ImportMandates answers.',
    types: [Imported, refusal],
    resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'MandatesImported'),
  });
  const Input = builder.inputType('ImportMandatesInput', {
    inaccessible: true,
    description: 'A file of mandates (三定) of one region’s agencies.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region of the agencies.' }),
      fileName: t.string({ required: true, description: 'Name of the file; it may name the agency.' }),
      content: t.string({ required: true, description: 'The file (`.json`, `.xlsx`, `.xls`, `.csv`), base64.' }),
      effectiveOn: t.field({ type: 'Date', description: 'First day of those mandates for which the file states none.' }),
    }),
  });
  builder.mutationField('importMandates', (t) =>
    t.field({
      type: Result,
      inaccessible: true,
      description:
        'Reads a file of mandates and proposes each of an agency that the region knows. Every row is accounted for; a mandate that is refused leaves the others; the same file again proposes nothing. Refuses with UNKNOWN_REGION, EMPTY_FILE, FILE_TOO_LARGE, EXPANDS_TOO_LARGE, TOO_MANY_CELLS, TOO_MANY_ROWS, NOT_A_SPREADSHEET, DAMAGED, ENCRYPTED, NO_HEADER. Role: the staffing office.',
      args: { input: t.arg({ type: Input, required: true, description: 'The file.' }) },
      resolve: async (_root, { input: { regionCode, fileName, content, effectiveOn = null } }, { store, actor }) => {
        authorise(PERMISSIONS, 'importMandates', actor, { regionCode });
        const read = readMandateFile({ fileName, bytes: Buffer.from(content, 'base64') });
        if (!read.ok) return { code: read.code, rule: null, message: read.message, details: [{ path: 'content', value: fileName }] };
        const { mandates, ...file } = read.file;
        const outcome = await runCommand(store, PERMISSIONS, importMandates, { regionCode, mandates, effectiveOn }, actor);
        return outcome.ok ? { ...file, mandates: outcome.value } : outcome.refusal;
      },
    }),
  );
}

function addReport(builder: OrganisationBuilder, { Agency }: OrganisationTypes, refusal: Refusal) {
  const NotTakenRef = builder.objectRef<NotTaken>('MandateEntryNotTaken').implement({
    inaccessible: true,
    description: 'A row of a file of mandates, or a part of one, that was not taken.',
    fields: (t) => ({
      sheet: t.exposeString('sheet', { nullable: true, description: 'Sheet; null in a JSON file.' }),
      row: t.exposeInt('row', { description: '1-based row of the sheet; in a JSON file the document.' }),
      path: t.exposeString('path', { nullable: true, description: 'Place inside a document of a JSON file, e.g. `duties.3`.' }),
      code: t.exposeString('code', { description: 'Stable English code.' }),
      reason: t.exposeString('reason', { description: 'Chinese, for people.' }),
      text: t.exposeString('text', { description: 'What was not taken, as printed.' }),
      wholeRow: t.exposeBoolean('wholeRow', { description: 'The whole row was refused; otherwise a part of one that was taken.' }),
    }),
  });
  const MandateRef = builder.objectRef<ImportedMandate>('ImportedMandate').implement({
    inaccessible: true,
    description: 'What became of one mandate of a file.',
    fields: (t) => ({
      agencyName: t.exposeString('agencyName', { description: 'The agency as the file names it.' }),
      agency: t.field({
        type: Agency,
        nullable: true,
        description: 'The agency it is; null when the region has no such body.',
        resolve: ({ agencyCode }, _args, { loaders }) => (agencyCode === null ? null : loaders.agencies.load(agencyCode)),
      }),
      mandateId: t.exposeID('mandateId', { nullable: true, description: 'The proposal, or the mandate that says the same already; null when refused.' }),
      unchanged: t.exposeBoolean('unchanged', { description: 'A mandate that awaits approval or is approved says the same; nothing was proposed.' }),
      refusal: t.expose('refusal', { type: refusal, nullable: true, description: 'Why it could not be proposed; null when it was.' }),
      truncated: t.exposeBoolean('truncated', { description: 'The file says that it holds a part of the document only.' }),
      duties: t.exposeInt('duties', { description: 'How many duties it has.' }),
      suggestedKinds: t.exposeInt('suggestedKinds', { description: 'How many of them have a kind that their words suggested; people should look.' }),
      unknownOffices: t.exposeStringList('unknownOffices', { description: 'Offices that perform duties and are not in the register that day; the duties name none.' }),
    }),
  });
  return builder.objectRef<MandatesImported>('MandatesImported').implement({
    inaccessible: true,
    description: 'What became of every row and every mandate of a file.',
    fields: (t) => ({
      fileName: t.exposeString('fileName', { description: 'Name of the file.' }),
      rowsRead: t.exposeInt('rowsRead', { description: 'Rows below a header, or entries of JSON documents: taken and refused.' }),
      rowsTaken: t.exposeInt('rowsTaken', { description: 'How many state something in a mandate.' }),
      notTaken: t.expose('notTaken', { type: [NotTakenRef], description: 'The others, and parts of rows, each with place and reason.' }),
      mandates: t.expose('mandates', { type: [MandateRef], description: 'The mandates, in the file’s order.' }),
    }),
  });
}
