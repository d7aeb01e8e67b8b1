import type { CatalogTx } from '../../context';
import type { TargetList } from '../../rules/adjustments/new-item';
import type { LineageEdge } from '../../rules/lineage';
import type { PowerCategory } from '../../rules/vocabulary';

/** A region's list as a decision needs it, with the national type codes of its categories. */
export interface LoadedList extends TargetList {
  typeCodes: Partial<Record<PowerCategory, string>>;
}

/** Scheme and last published edition of a region's list. One statement. */
export async function loadList(tx: CatalogTx, regionCode: string): Promise<LoadedList> {
  const [row] = await tx.$queryRawUnsafe<{ typeCodes: LoadedList['typeCodes'] | null; fixed: TargetList['fixed'] }[]>(
    `SELECT (SELECT json_object_agg(c.category, c.type_code) FROM catalog.power_list l
             JOIN catalog.scheme_category c ON c.scheme_code = l.scheme_code WHERE l.region_code = $1) AS "typeCodes",
       (SELECT json_build_object('editionId', e.id, 'number', e.number, 'publishedOn', e.published_on::text)
        FROM catalog.edition e WHERE e.region_code = $1 AND e.origin = 'PUBLISHED'
        ORDER BY e.published_on DESC, e.number DESC LIMIT 1) AS fixed`,
    regionCode,
  );
  const typeCodes = row?.typeCodes ?? null;
  return {
    regionCode,
    categories: typeCodes === null ? null : (Object.keys(typeCodes) as PowerCategory[]),
    fixed: row?.fixed ?? null,
    typeCodes: typeCodes ?? {},
  };
}

/** All lineage below these items, and where they themselves come from. One statement. */
export async function loadLineage(tx: CatalogTx, codes: readonly string[]): Promise<LineageEdge[]> {
  if (codes.length === 0) return [];
  return tx.$queryRawUnsafe<LineageEdge[]>(
    `WITH RECURSIVE below AS (
       SELECT from_code, to_code, kind FROM catalog.lineage WHERE from_code = ANY($1::text[])
       UNION SELECT l.from_code, l.to_code, l.kind FROM catalog.lineage l JOIN below b ON l.from_code = b.to_code
     )
     SELECT from_code AS "from", to_code AS "to", kind FROM below
     UNION SELECT from_code, to_code, kind FROM catalog.lineage WHERE to_code = ANY($1::text[])`,
    codes,
  );
}
