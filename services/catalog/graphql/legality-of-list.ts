import { pageRequest, toPage, type connections, type Page, type PageRequest } from '../../shared/graphql/connection';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { authorise } from '../../shared/permission';
import type { CatalogContext } from '../context';
import { legalityCases } from '../queries/legality-cases';
import { LEGALITY_KINDS, legalityFindings, type LegalityKind } from '../rules/legality';
import { CATALOG_PERMISSIONS } from '../rules/permissions';
import type { ItemFinding, LegalityTypes } from './legality';

interface KindCount {
  kind: LegalityKind;
  count: number;
}

/** The checks of a whole list: its figures and a page of the findings. */
interface LegalityReport {
  asOf: string;
  checked: number;
  totals: KindCount[];
  findings: Page<ItemFinding>;
}

const KINDS = Object.keys(LEGALITY_KINDS) as LegalityKind[];

/** Place of a finding in the list: by item, then in the order of the checks (fewer than ten; codes hold no white space). */
const keyOf = ({ code, kind }: ItemFinding): string => `${code} ${KINDS.indexOf(kind)}`;

/** Adds the root field `legalityFindings`: every finding on a region's list, with totals by kind. */
export function addLegalityOfList(
  builder: HubBuilder<CatalogContext>,
  { LegalityFinding, LegalityKind }: LegalityTypes,
  connectionOf: ReturnType<typeof connections<CatalogContext>>,
): void {
  const Total = builder.objectRef<KindCount>('LegalityTotal').implement({
    description: 'How many items of the list have a finding of a kind.',
    fields: (t) => ({
      kind: t.expose('kind', { type: LegalityKind, description: 'The kind.' }),
      count: t.exposeInt('count', { description: 'Items with it.' }),
    }),
  });
  const FindingConnection = connectionOf('LegalityFinding', LegalityFinding);
  const Report = builder.objectRef<LegalityReport>('LegalityReport').implement({
    description: 'What the legality checks find on a region’s list, on a day.',
    fields: (t) => ({
      asOf: t.expose('asOf', { type: 'Date', description: 'The day the list was checked as of.' }),
      checked: t.exposeInt('checked', { description: 'Items on the list that were checked.' }),
      totals: t.expose('totals', { type: [Total], description: 'Items by kind of finding, whatever kind was asked for; kinds without any are left out.' }),
      findings: t.field({ type: FindingConnection, description: 'The findings, in the order of codes.', resolve: ({ findings }) => findings }),
    }),
  });
  builder.queryField('legalityFindings', (t) =>
    t.field({
      type: Report,
      description:
        'What the legality checks find on a region’s list (P10, P14). For those who may read review cycles; a department names its own agency.',
      args: {
        regionCode: t.arg.id({ required: true, description: 'This region’s list.' }),
        agencyCode: t.arg.id({ description: 'Only this implementing body’s items.' }),
        kind: t.arg({ type: LegalityKind, description: 'Only findings of this kind.' }),
        asOf: t.arg({ type: 'Date', description: 'As on this day; today when absent.' }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: async (_root, { regionCode, agencyCode, kind, asOf, ...page }, { store, actor, today }) => {
        authorise(CATALOG_PERMISSIONS, 'read-cycle', actor, { regionCode, agencyCode });
        const on = asOf ?? today;
        const items = await legalityCases(store.database, regionCode, agencyCode ?? null, on);
        const all = items.flatMap((item) => {
          const { code, versionId } = item;
          return legalityFindings(item).map((finding): ItemFinding => ({ ...finding, code, versionId, on }));
        });
        return { asOf: on, checked: items.length, totals: totalsOf(all), findings: pageOf(all, kind ?? null, pageRequest(page)) };
      },
    }),
  );
}

const totalsOf = (all: readonly ItemFinding[]): KindCount[] =>
  KINDS.map((kind) => ({ kind, count: all.filter((finding) => finding.kind === kind).length })).filter(({ count }) => count > 0);

/** One page of the findings of a kind; of all kinds when none is asked for. */
function pageOf(all: readonly ItemFinding[], kind: LegalityKind | null, request: PageRequest): Page<ItemFinding> {
  const { first, after } = request;
  const wanted = all.filter((finding) => kind === null || finding.kind === kind).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rows = wanted.filter((finding) => after === null || keyOf(finding) > after).slice(0, first + 1);
  return toPage(rows, request, keyOf, async () => wanted.length);
}
