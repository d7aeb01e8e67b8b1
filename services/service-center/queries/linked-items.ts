import type { Database } from '../../shared/database';
import type { GuideDocument } from '../rules/guide-document';
import { gistOf, linkOfGist, type GuideGist, type KnownAgency, type KnownOffice, type KnownOfficer } from '../rules/link-status';
import type { LinkedItem } from '../rules/link-coverage';
import { ON_THE_LIST, type ListedItem } from '../rules/on-the-list';
import type { PowerCategory } from '../rules/vocabulary';
import { keepNewest } from './keep-newest';
import { AGENCY_JSON, byId, ITEM_JSON, officersJson, officesJson } from './known-facts';

/** How many answers and how many gists are kept: the regions of a province for a day, the guides of a city. */
const KEPT_ANSWERS = 64;
const KEPT_GISTS = 50_000;

interface Row {
  code: string;
  item: ListedItem;
  agency: KnownAgency | null;
  version: number | null;
  officeIds: string[] | null;
  officerIds: string[] | null;
}

/** Every item on a region's list on a day, each with its link. */
export type FindLinkedItems = (regionCode: string, on: string) => Promise<readonly LinkedItem[]>;

/**
 * Makes the reading of all links of a region. One statement asks whether anything changed that a link depends on (the
 * guides here, what was followed of the catalog and of organisation); only then the links are computed anew, for the day
 * asked, with three more however many items there are: the items with their guides' versions, whom these name, and the
 * guides not yet read.
 */
export function createFindLinkedItems(database: Database): FindLinkedItems {
  const answers = new Map<string, { stamp: string; items: Promise<readonly LinkedItem[]> }>();
  const gists = new Map<string, GuideGist>();
  return async (regionCode, on) => {
    const key = `${on} ${regionCode}`;
    const stamp = await stampOfLinks(database);
    const known = answers.get(key);
    if (known?.stamp === stamp) return known.items;
    const items = computeLinks(database, gists, regionCode, on);
    keepNewest(answers, key, { stamp, items }, KEPT_ANSWERS);
    items.catch(() => answers.delete(key)); // the next reader tries again; this one is told
    return items;
  };
}

/** Changes with every change that a link may depend on. Read before the links, so that what is kept is never older than it says. */
async function stampOfLinks(database: Database): Promise<string> {
  const [row] = await database.rows<{ stamp: string }>({
    name: 'stamp-of-links',
    text: `SELECT concat((SELECT max(seq) FROM service_center.journal WHERE subject_kind = 'ServiceGuide'), ' ',
             (SELECT string_agg(concat(source, seq, ' ', applied_at), ' ' ORDER BY source) FROM service_center.follower_cursor)) AS stamp`,
  });
  return row!.stamp;
}

async function computeLinks(database: Database, gists: Map<string, GuideGist>, regionCode: string, on: string): Promise<LinkedItem[]> {
  const rows = await itemsOfRegion(database, regionCode, on);
  const [gistOfRow, { offices, officers }] = await Promise.all([readGists(database, gists, rows), namedBy(database, rows)]);
  return rows.map(({ code, item, agency, version }) => {
    const category = item.category as PowerCategory;
    const gist = version === null ? null : gistOfRow.get(gistKey(code, version))!;
    const link = linkOfGist(category, gist, { item, agency, offices, officers }, on);
    return { code, category, agency: agency ?? { code: item.agencyCode, name: null, abolishedOn: null }, link };
  });
}

/** The items on a region's list on a day, with the version of their guide that holds. */
const itemsOfRegion = (database: Database, regionCode: string, on: string): Promise<Row[]> =>
  database.rows<Row>(
    {
      name: 'items-of-region',
      text: `SELECT i.code, ${ITEM_JSON} AS item, CASE WHEN a.code IS NOT NULL THEN ${AGENCY_JSON} END AS agency,
               g.version, g.office_ids AS "officeIds", g.officer_ids AS "officerIds"
             FROM (SELECT DISTINCT ON (code) * FROM service_center.listed_item
                   WHERE region_code = $1 AND valid_from <= $2::date ORDER BY code, valid_from DESC) AS i
             LEFT JOIN service_center.agency a ON a.code = i.agency_code
             LEFT JOIN service_center.guide_version g ON g.item_code = i.code AND g.valid_from <= $2::date AND g.valid_to > $2::date
             WHERE i.status = ANY($3::text[])`,
    },
    [regionCode, on, [...ON_THE_LIST]],
  );

/** Every office and officer that the guides of these items name. One statement. */
async function namedBy(database: Database, rows: readonly Row[]) {
  const distinct = (idsOf: (row: Row) => string[] | null): string[] => [...new Set(rows.flatMap((row) => idsOf(row) ?? []))];
  const [found] = await database.rows<{ offices: KnownOffice[] | null; officers: KnownOfficer[] | null }>(
    { name: 'named-by-guides', text: `SELECT ${officesJson('$1::text[]')} AS offices, ${officersJson('$2::text[]')} AS officers` },
    [distinct(({ officeIds }) => officeIds), distinct(({ officerIds }) => officerIds)],
  );
  return { offices: byId(found!.offices), officers: byId(found!.officers) };
}

const gistKey = (code: string, version: number): string => `${version} ${code}`;

/** The gists of the guides of these items; those not known yet are read in one statement and kept: a version never changes. */
async function readGists(database: Database, known: Map<string, GuideGist>, rows: readonly Row[]): Promise<Map<string, GuideGist>> {
  const wanted = rows.flatMap(({ code, version }) => (version === null ? [] : [{ code, version, key: gistKey(code, version) }]));
  const gists = new Map(wanted.flatMap(({ key }) => (known.has(key) ? [[key, known.get(key)!] as const] : [])));
  const unread = wanted.filter(({ key }) => !gists.has(key));
  if (unread.length > 0) {
    const found = await database.rows<{ code: string; version: number; document: GuideDocument }>(
      {
        name: 'guide-documents',
        text: `SELECT g.item_code AS code, g.version, g.document FROM unnest($1::text[], $2::int[]) AS k(code, version)
               JOIN service_center.guide_version g ON g.item_code = k.code AND g.version = k.version`,
      },
      [unread.map(({ code }) => code), unread.map(({ version }) => version)],
    );
    for (const { code, version, document } of found) {
      const gist = gistOf(document);
      gists.set(gistKey(code, version), gist);
      keepNewest(known, gistKey(code, version), gist, KEPT_GISTS);
    }
  }
  return gists;
}
