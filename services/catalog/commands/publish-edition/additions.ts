import type { CatalogTx } from '../../context';

/**
 * Which of these items an edition does not have, neither under their own code nor as items that were merged into them
 * (合并, P14): what a merge leaves stands for what it took. Two statements.
 */
export async function additionsTo(tx: CatalogTx, editionId: string, codes: readonly string[]): Promise<string[]> {
  const held = await codesOf(tx, editionId);
  const additions = codes.filter((code) => !held.has(code));
  const merged = additions.length === 0 ? [] : await mergedInto(tx, additions);
  const replacing = new Set(merged.filter(({ source }) => held.has(source)).map(({ code }) => code));
  return additions.filter((code) => !replacing.has(code));
}

/** Codes of an edition's items; compared here and not in SQL, where missing statistics could mislead. */
async function codesOf(tx: CatalogTx, editionId: string): Promise<Set<string>> {
  const rows = await tx.$queryRawUnsafe<{ code: string }[]>(
    `SELECT code FROM catalog.item_version WHERE id = ANY((SELECT content FROM catalog.edition WHERE id = $1)::bigint[])`,
    editionId,
  );
  return new Set(rows.map(({ code }) => code));
}

/** Every item that was merged into one of these, directly or on the way. */
const mergedInto = (tx: CatalogTx, codes: readonly string[]): Promise<{ code: string; source: string }[]> =>
  tx.$queryRawUnsafe(
    `WITH RECURSIVE merged AS (
       SELECT to_code AS code, from_code AS source FROM catalog.lineage WHERE kind = 'MERGED' AND to_code = ANY($1::text[])
       UNION SELECT m.code, l.from_code FROM merged m JOIN catalog.lineage l ON l.to_code = m.source AND l.kind = 'MERGED'
     ) SELECT code, source FROM merged`,
    codes,
  );
