import type { CatalogTx } from '../../context';

/** A new state of an item that is otherwise stated as before. */
export interface StateChange {
  fromVersionId: string;
  status: string;
  conditions: string | null;
}

const COPIED = [
  'code', 'region_code', 'agency_code', 'category', 'name', 'sub_item', 'parent_code', 'levels', 'authority_split', 'body_name',
  'office_ids', 'office_names', 'duty', 'responsibilities', 'accountability', 'supervision_phone', 'remark', 'basis_text',
  'fingerprint', 'search_text', 'grams',
];
const CLAUSE = ['ordinal', 'instrument_id', 'level', 'document_number', 'date', 'article', 'paragraph', 'item', 'quoted'];

/**
 * Ends the versions and writes their successors, which say the same in another state: word for word, basis and search
 * text included. One statement, however many.
 */
export async function copyVersions(
  tx: CatalogTx,
  changes: readonly StateChange[],
  { adjustmentId, validFrom }: { adjustmentId: string; validFrom: string },
): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRawUnsafe(
    `WITH change AS (
       SELECT * FROM json_to_recordset($1::json) AS c("fromVersionId" bigint, status text, conditions text)
     ), ended AS (
       UPDATE catalog.item_version v SET valid_to = $2::date FROM change c WHERE v.id = c."fromVersionId"
     ), copied AS (
       INSERT INTO catalog.item_version (valid_from, valid_to, status, conditions, adjustment_id, ${COPIED.join(', ')})
       SELECT $2::date, '9999-12-31', c.status, c.conditions, $3::bigint, ${COPIED.map((column) => `v.${column}`).join(', ')}
       FROM change c JOIN catalog.item_version v ON v.id = c."fromVersionId" RETURNING id, code
     )
     INSERT INTO catalog.citation (version_id, ${CLAUSE.join(', ')})
     SELECT n.id, ${CLAUSE.map((column) => `t.${column}`).join(', ')}
     FROM copied n JOIN catalog.item_version v ON v.code = n.code JOIN change c ON c."fromVersionId" = v.id
     JOIN catalog.citation t ON t.version_id = v.id`,
    JSON.stringify(changes),
    validFrom,
    adjustmentId,
  );
}
