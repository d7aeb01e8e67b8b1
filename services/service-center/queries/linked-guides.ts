import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import type { GuideDocument } from '../rules/guide-document';
import type { KnownAgency, KnownOffice, KnownOfficer } from '../rules/link-status';
import type { ListedItem } from '../rules/on-the-list';
import type { GuideOrigin } from '../rules/vocabulary';
import type { Guide } from './guide-row';
import { keepNewest } from './keep-newest';
import { AGENCY_JSON, byId, officersJson, officesJson } from './known-facts';
import { itemOnDay } from './listed-items-on-day';

/** An item as asked for, on a day. */
export interface ItemOnDay {
  code: string;
  on: string;
}

export const itemOnDayKey = ({ code, on }: ItemOnDay): string => `${on} ${code}`;

/** An item as the list stated it on the day, its implementing body, and the guide that held. */
export interface ItemWithGuide extends ItemOnDay {
  item: ListedItem | null;
  agency: KnownAgency | null;
  guide: Guide | null;
}

/** The guides of a city. */
const KEPT_DOCUMENTS = 5_000;

interface Version {
  version: number;
  document: GuideDocument;
}

/** An item on its day, and of the guide that held what may differ from one day to another; all null where there was none. */
interface Row extends ItemOnDay {
  category: string | null;
  status: string;
  agencyCode: string;
  version: number | null;
  effectiveOn: string;
  effectiveTo: string | null;
  origin: GuideOrigin;
  /** Only where the one known is of another version. */
  document: GuideDocument | null;
  /** Whom all rows name: with the first. */
  named: { agencies: KnownAgency[] | null; offices: KnownOffice[] | null; officers: KnownOfficer[] | null } | null;
}

export type FindItemsWithGuides = (keys: readonly ItemOnDay[]) => Promise<ItemWithGuide[]>;

/**
 * Makes the reading of items with their guides, each on its day, and whom those name, in the order asked: one statement,
 * however many. The document last read of each item is kept, since a version never changes (by trigger) and its document
 * is most of what it costs to read. Whom they name is said once: a page of items names the same few offices again and again.
 */
export function createFindItemsWithGuides(database: Database): FindItemsWithGuides {
  const kept = new Map<string, Version>();
  return async (keys) => {
    const known = new Map(keys.flatMap(({ code }) => (kept.has(code) ? [[code, kept.get(code)!] as const] : [])));
    const rows = await readRows(database, keys, known);
    const named = rows.find((row) => row.named !== null)?.named;
    const agencies = new Map(named?.agencies?.map((agency) => [agency.code, agency]));
    const [offices, officers] = [byId(named?.offices ?? null), byId(named?.officers ?? null)];
    const found = rows.map(({ code, on, category, status, agencyCode, version, effectiveOn, effectiveTo, origin, document: read }): ItemWithGuide => {
      const item = category === null ? null : { code, category, status, agencyCode };
      const stated = { code, on, item, agency: agencies.get(agencyCode) ?? null };
      if (version === null) return { ...stated, guide: null };
      const document = read ?? known.get(code)!.document;
      keepNewest(kept, code, { version, document }, KEPT_DOCUMENTS);
      return { ...stated, guide: { itemCode: code, version, effectiveOn, effectiveTo, origin, document, offices, officers } };
    });
    return inKeyOrder(keys.map(itemOnDayKey), found, itemOnDayKey).map((row, i) => row ?? { ...keys[i]!, item: null, agency: null, guide: null });
  };
}

async function readRows(database: Database, keys: readonly ItemOnDay[], known: ReadonlyMap<string, Version>): Promise<Row[]> {
  const all = (of: string): string => `ARRAY(SELECT ${of} FROM found)`;
  return database.rows<Row>(
    {
      name: 'items-with-guides',
      text: `WITH found AS MATERIALIZED (
               SELECT k.place, k.code, k.on_day, i.category, i.status, i.agency_code, g.version, g.valid_from, g.valid_to, g.origin,
                 CASE WHEN g.version IS DISTINCT FROM k.known THEN g.document END AS document, g.office_ids, g.officer_ids
               FROM unnest($1::text[], $2::date[], $3::int[]) WITH ORDINALITY AS k(code, on_day, known, place)
               ${itemOnDay('k.code', 'k.on_day')}
               LEFT JOIN service_center.guide_version g
                 ON g.item_code = k.code AND g.valid_from <= k.on_day AND g.valid_to > k.on_day)
             SELECT code, on_day::text AS "on", category, status, agency_code AS "agencyCode", version, valid_from::text AS "effectiveOn",
               NULLIF(valid_to, '9999-12-31')::text AS "effectiveTo", origin, document,
               CASE WHEN place = 1 THEN json_build_object(
                 'agencies', (SELECT json_agg(${AGENCY_JSON}) FROM service_center.agency a WHERE a.code = ANY(${all('agency_code')})),
                 'offices', ${officesJson(all('unnest(office_ids)'))}, 'officers', ${officersJson(all('unnest(officer_ids)'))}) END AS named
             FROM found`,
    },
    [keys.map(({ code }) => code), keys.map(({ on }) => on), keys.map(({ code }) => known.get(code)?.version ?? null)],
  );
}
