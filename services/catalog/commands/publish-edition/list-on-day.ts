import type { CatalogTx } from '../../context';
import { ON_THE_LIST } from '../../rules/on-the-list';
import type { PowerCategory } from '../../rules/vocabulary';

/** A region's list on a day, as an edition holds it. */
export interface ListOnDay {
  /** Ids of the item versions, in the order of the items' codes. */
  content: string[];
  codes: string[];
  total: number;
  counts: Partial<Record<PowerCategory, number>>;
}

/** What is on a region's list on a day (P5). One statement. */
export async function loadListOnDay(tx: CatalogTx, regionCode: string, day: string): Promise<ListOnDay> {
  const rows = await tx.$queryRawUnsafe<{ id: bigint; code: string; category: PowerCategory }[]>(
    `SELECT id, code, category FROM catalog.item_version
     WHERE region_code = $1 AND valid_from <= $2::date AND valid_to > $2::date AND status = ANY($3::text[]) ORDER BY code`,
    regionCode,
    day,
    ON_THE_LIST,
  );
  const counts: ListOnDay['counts'] = {};
  for (const { category } of rows) counts[category] = (counts[category] ?? 0) + 1;
  return { content: rows.map(({ id }) => String(id)), codes: rows.map(({ code }) => code), total: rows.length, counts };
}
