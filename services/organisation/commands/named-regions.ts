import type { OrganisationTx } from '../context';
import type { NamedRegion } from '../rules/body-name';

/** Regions by code with their ancestors' names, nearest first; those that do not exist are missing. One statement. */
export async function namedRegions(tx: OrganisationTx, codes: readonly string[]): Promise<Map<string, NamedRegion>> {
  const rows = await tx.$queryRawUnsafe<(NamedRegion & { code: string })[]>(
    `WITH RECURSIVE up(start, parent, name, depth) AS (
       SELECT r.code, r.parent_code, NULL::text, 0 FROM organisation.region r WHERE r.code = ANY($1::text[])
       UNION ALL
       SELECT up.start, r.parent_code, r.name, up.depth + 1 FROM up JOIN organisation.region r ON r.code = up.parent)
     SELECT r.code, r.name, r.kind,
       (SELECT coalesce(json_agg(up.name ORDER BY up.depth), '[]') FROM up WHERE up.start = r.code AND up.depth > 0) AS ancestors
     FROM organisation.region r WHERE r.code = ANY($1::text[])`,
    [...new Set(codes)],
  );
  return new Map(rows.map(({ code, name, kind, ancestors }) => [code, { name, kind, ancestors }]));
}
