import type { AskGraph, GraphAnswer } from '../ask-graph';
import { type AskedEdition, TODAY } from './addresses';
import { type MissingParts, missingIn } from './missing-parts';

/** An item with the elements that are published of it (P2), and whether it leads to a counter (P3). */
export interface ListedItem {
  code: string;
  name: string;
  subItem: string | null;
  category: string;
  status: string;
  /** Conditions of strict control (P14). */
  conditions: string | null;
  exerciseLevels: string[];
  legalBases: { citation: string }[];
  basisText: string | null;
  implementingAgency: { code: string; name: string | null } | null;
  implementingBodyName: string;
  responsibleOffices: ({ id: string; name: string | null } | null)[];
  remark: string | null;
  parent: { code: string } | null;
  link: { status: string } | null;
}

export interface ListedEdition {
  number: number;
  publishedOn: string;
}

/** A region's list, whole, as of an edition or of today. */
export interface PublishedList {
  region: { code: string; name: string | null; sample: boolean | null };
  /** Null: the list as of today. */
  edition: (ListedEdition & { document: { title: string; number: string | null; date: string } | null }) | null;
  /** The day it is of; null when it cannot be told. */
  asOf: string | null;
  /** Editions of the region, the newest first. */
  editions: (ListedEdition & { total: number })[];
  items: ListedItem[];
  missing: MissingParts;
}

interface Page {
  nodes: ListedItem[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Answer {
  region?: PublishedList['region'] | null;
  edition?: (NonNullable<PublishedList['edition']> & { region?: PublishedList['region']; items: Page | null }) | null;
  listSummary?: { asOf: string } | null;
  powerItems?: Page | null;
  editions?: { nodes: PublishedList['editions'] } | null;
}

/**
 * Reads a list page by page; null where there is none of this region or number. A page that does not come ends the
 * reading: what was read before it is shown, and that something is missing.
 */
export async function readList(ask: AskGraph, regionCode: string, asked: AskedEdition, caller: Parameters<AskGraph>[2]): Promise<PublishedList | null> {
  const missing = new Set<string>();
  const [operation, of] = asked === TODAY ? ['CurrentList', {}] : ['EditionList', { id: `${regionCode}-${asked}` }];
  const read = async (after: string | null, heading: boolean): Promise<Answer> => {
    const answer: GraphAnswer<Answer> = await ask<Answer>(operation, { ...of, regionCode, after, heading }, caller);
    for (const service of missingIn(answer)) missing.add(service);
    return answer.data ?? {};
  };
  const pageOf = ({ powerItems, edition }: Answer): Page | null => (asked === TODAY ? powerItems : edition?.items) ?? null;

  const first = await read(null, true);
  const region = (asked === TODAY ? first.region : first.edition?.region) ?? null;
  const editions = first.editions?.nodes ?? [];
  const items: ListedItem[] = [];
  for (let page = pageOf(first); page !== null; page = page.pageInfo.hasNextPage ? pageOf(await read(page.pageInfo.endCursor, false)) : null) items.push(...page.nodes);
  const isThere = asked === TODAY ? editions.length > 0 || items.length > 0 : first.edition != null;
  if (!isThere && !missing.has('catalog')) return null;
  const { number, publishedOn, document = null } = first.edition ?? {};
  return {
    region: region ?? { code: regionCode, name: null, sample: null },
    edition: number === undefined || publishedOn === undefined ? null : { number, publishedOn, document },
    asOf: publishedOn ?? first.listSummary?.asOf ?? null,
    editions,
    items,
    missing,
  };
}
