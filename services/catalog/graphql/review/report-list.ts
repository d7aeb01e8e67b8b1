import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import { placeBodies } from '../../commands/import-list/place-bodies';
import { reportOf } from '../../commands/import-list/report';
import { reportItems } from '../../commands/review/report-items';
import type { CatalogContext } from '../../context';
import type { RejectedRow } from '../../importers/parsed-list';
import { readForScheme } from '../../importers/read-for-scheme';
import type { PlacedPower } from '../../rules/identify-items';
import { CATALOG_PERMISSIONS } from '../../rules/permissions';
import { readerOf } from '../../rules/review-cycle/readers';
import type { ImportTypes } from '../import-list';
import { runFor } from './results';

/** Adds `reportList`: a list file as a return (报送) of a review cycle. The importer's own, like `importList`. */
export function addReportList(builder: HubBuilder<CatalogContext>, { FileInput, BodyPlace, ImportResult }: ImportTypes): void {
  const Input = builder.inputType('ReportListInput', {
    inaccessible: true,
    description: 'A list file to report in a review cycle.',
    fields: (t) => ({
      file: t.field({ type: FileInput, required: true, description: 'The file, its region and category scheme.' }),
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      bodies: t.field({ type: [BodyPlace], required: true, description: 'Which agencies and offices the file’s bodies are.' }),
    }),
  });
  builder.mutationField('reportList', (t) =>
    t.field({
      type: ImportResult,
      inaccessible: true,
      description: 'Reports what a list file holds as drafts; a department its own, the administrator those of several.',
      args: { input: t.arg({ type: Input, required: true, description: 'The file.' }) },
      resolve: async (_root, { input: { file, cycleId, bodies } }, context) => {
        const { store, actor } = context;
        const agencyCode = readerOf(actor).onlyAgency;
        authorise(CATALOG_PERMISSIONS, 'report-item', actor, { regionCode: file.regionCode, agencyCode }); // before the file is read
        const list = await readForScheme(store.database, file);
        if (!list.ok) return list.refusal;
        const { placed, rejected } = placeBodies(list.value, bodies);
        const outcome = await runFor(context, reportItems, { cycleId, agencyCode, powers: placed.map(withoutForm), file });
        if (!outcome.ok) return outcome.refusal;
        return reportOf(list.value, agencyCode === null ? rejected : asOthers(rejected), new Set(outcome.value.reported));
      },
    }),
  );
}

/** What a department reports is recognised by what it says: the codes of the hub's form are not its to give. */
function withoutForm(power: PlacedPower): PlacedPower {
  const { form: _form, ...said } = power;
  return said;
}

/** A department brings its own rows in: a body that it is not may well be registered. */
const asOthers = (rejected: ReadonlyMap<string, RejectedRow[]>): Map<string, RejectedRow[]> =>
  new Map([...rejected].map(([sheet, rows]) => [sheet, rows.map((row) => ({ ...row, reason: row.reason.replace(/未登记$/, '不是本部门，也不是其委托的机构') }))]));
