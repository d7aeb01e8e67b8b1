import type { Actor } from '../../services/shared/actor';
import { MOST_REPRESENTATIONS } from '../../services/shared/cap-representations';
import type { AskSubgraph } from '../ask-subgraph';
import type { ExportedGuide, ExportedItem, ExportedOffice } from './exported-item';

/** Which items are exported, and of which day. */
export interface ExportScope {
  regionCode: string;
  /** Day, `YYYY-MM-DD`: the list and its guides as they were. */
  asOf: string;
  agencyCode?: string | undefined;
  /** `LICENSE` … */
  category?: string | undefined;
  /** Any of these states; those on the list when absent. */
  statuses?: readonly string[] | undefined;
  /** Whether each item carries its guide. */
  withGuides?: boolean | undefined;
}

/**
 * One page at a time is held, whatever the length of the list. Longer ones save no time, for what an item costs is its
 * own, and outlive the collection of young garbage: with 50 items the hub grew by 140 MB, with 1,000 by 430 MB.
 */
const ITEMS_A_PAGE = 50;

/** P5: a suspended item is listed, though it may not be exercised. */
const ON_THE_LIST = ['LISTED', 'TIGHTENED', 'SUSPENDED'];

/** A query for a page of items of which these fields are told. */
export const pageQuery = (fields: string): string => `query ExportedItems($filter: PowerItemFilter!, $asOf: Date!, $first: Int!, $after: String) {
  powerItems(filter: $filter, asOf: $asOf, first: $first, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;

const ITEMS = pageQuery(`code codeScheme publishedCode name subItem parent { code } category status conditions exerciseLevels authoritySplit basisText
  legalBases { citation level documentNumber date article paragraph item quoted instrument { id title } }
  implementingAgency { code } implementingBodyName responsibleOffices { id } responsibleOfficeNames
  duty responsibilities accountability listedSupervisionPhone remark region { code } effectiveFrom effectiveTo edition { id number publishedOn }`);

const NAMES = `query NamesOfExport($of: [_Any!]!) { _entities(representations: $of) { ... on Agency { name } ... on Office { name } } }`;

const GUIDES = `query GuidesOfExport($items: [_Any!]!, $asOf: Date!) {
  _entities(representations: $items) { ... on PowerItem { guide(asOf: $asOf) {
    version effectiveOn effectiveTo conditions
    steps { order name office { id name phone } limit { value unit note } standard result next { to when } }
    materials { name requirement kind originals copies medium source form acceptance basis }
    statutoryLimit { value unit note } promisedLimit { value unit note } excludedFromLimit { procedure note }
    handlingKind serviceObjects channels visits fees { name standard legalBasis reducible } results { name kind validity }
    venues { name address hours } responsibleOffice { id name phone } enquiryPhone supervisionPhone } } } }`;

/** An item as the catalog answers it. */
interface ListedItem extends Pick<ExportedItem, 'code' | 'codeScheme' | 'publishedCode' | 'name' | 'subItem' | 'category' | 'status' | 'conditions' | 'authoritySplit' | 'basisText'> {
  parent: { code: string } | null;
  exerciseLevels: string[];
  legalBases: (Omit<ExportedItem['citations'][number], 'instrumentId' | 'title' | 'text'> & { citation: string; instrument: { id: string; title: string } })[];
  implementingAgency: { code: string };
  implementingBodyName: string;
  responsibleOffices: { id: string }[];
  responsibleOfficeNames: string[];
  duty: string | null;
  responsibilities: string | null;
  accountability: string | null;
  listedSupervisionPhone: string | null;
  remark: string | null;
  region: { code: string };
  effectiveFrom: string;
  effectiveTo: string | null;
  edition: ExportedItem['edition'];
}

/** Some items of a list, and where the next begin; null after the last. */
export interface Page<Item> {
  next: string | null;
  items: Item[];
}

interface Answered<Item> {
  nodes: Item[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * The items of a list in the order of their codes, page by page, asked with the caller's rights. The next page is asked
 * for when the one before has been taken, so whoever reads slowly, or stops, is what sets the pace. Each page is one call
 * of the catalog, one of the organisation service and, with guides, one of the service center.
 */
export async function* listItems(ask: AskSubgraph, scope: ExportScope, actor: Actor): AsyncGenerator<ExportedItem[]> {
  let after: string | null = null;
  do {
    const { next, items }: Page<ListedItem> = await pageAfter<ListedItem>(ask, ITEMS, scope, after, actor);
    if (items.length === 0) return;
    const [names, guides] = await Promise.all([namesOf(ask, items, actor), scope.withGuides ? guidesOf(ask, items, scope.asOf, actor) : null]);
    yield items.map((item, index) => ({ ...toExported(item, names), ...(guides ? { guide: guides[index] ?? null } : {}) }));
    after = next;
  } while (after !== null);
}

/** Asks the catalog for the items that follow; `query` selects what is told of them (`pageQuery`). */
export async function pageAfter<Item>(ask: AskSubgraph, query: string, { regionCode, agencyCode, category, statuses, asOf }: ExportScope, after: string | null, actor: Actor): Promise<Page<Item>> {
  const filter = { regionCode, agencyCode: agencyCode ?? null, category: category === undefined ? null : [category], status: statuses ?? ON_THE_LIST };
  const { powerItems } = await ask<{ powerItems: Answered<Item> }>('catalog', query, { filter, asOf, first: ITEMS_A_PAGE, after }, actor);
  return { items: powerItems.nodes, next: powerItems.pageInfo.hasNextPage ? powerItems.pageInfo.endCursor : null };
}

/** What the register calls the bodies and offices of one page. */
interface Names {
  agencies: ReadonlyMap<string, string | null>;
  offices: ReadonlyMap<string, string | null>;
}

type Named = ({ name: string } | null)[];

async function namesOf(ask: AskSubgraph, items: readonly ListedItem[], actor: Actor): Promise<Names> {
  const agencies = [...new Set(items.map(({ implementingAgency: { code } }) => code))];
  const offices = [...new Set(items.flatMap(({ responsibleOffices }) => responsibleOffices.map(({ id }) => id)))];
  const found: Named = [];
  const keys = [...agencies.map((code) => ({ __typename: 'Agency', code })), ...offices.map((id) => ({ __typename: 'Office', id }))];
  for (let from = 0; from < keys.length; from += MOST_REPRESENTATIONS) {
    const { _entities } = await ask<{ _entities: Named }>('organisation', NAMES, { of: keys.slice(from, from + MOST_REPRESENTATIONS) }, actor);
    found.push(..._entities);
  }
  const nameAt = (index: number): string | null => found[index]?.name ?? null;
  return {
    agencies: new Map(agencies.map((code, index) => [code, nameAt(index)])),
    offices: new Map(offices.map((id, index) => [id, nameAt(agencies.length + index)])),
  };
}

async function guidesOf(ask: AskSubgraph, items: readonly ListedItem[], asOf: string, actor: Actor): Promise<(ExportedGuide | null)[]> {
  const of = items.map(({ code }) => ({ __typename: 'PowerItem', code }));
  const { _entities } = await ask<{ _entities: ({ guide: ExportedGuide | null } | null)[] }>('service-center', GUIDES, { items: of, asOf }, actor);
  return _entities.map((item) => item?.guide ?? null);
}

function toExported(item: ListedItem, { agencies, offices }: Names): ExportedItem {
  const { parent, exerciseLevels: levels, legalBases, implementingAgency: { code }, implementingBodyName: listedName, responsibleOffices, responsibleOfficeNames: listedOffices, listedSupervisionPhone: supervisionPhone, region, ...said } = item;
  return {
    ...said,
    parentCode: parent?.code ?? null,
    levels,
    citations: legalBases.map(({ citation: text, instrument, ...clause }) => ({ instrumentId: instrument.id, title: instrument.title, ...clause, text })),
    implementingAgency: { code, listedName, name: agencies.get(code) ?? null },
    responsibleOffices: responsibleOffices.map(({ id }): ExportedOffice => ({ id, name: offices.get(id) ?? null })),
    listedOffices,
    supervisionPhone,
    regionCode: region.code,
  };
}
