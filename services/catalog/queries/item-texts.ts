import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';

/** What a version of an item says at length: more than half of its bytes, and read only for whoever asks for it. */
export interface ItemTexts {
  basisText: string | null;
  duty: string | null;
  responsibilities: string | null;
  accountability: string | null;
}

/** The texts of item versions, in the order asked; null where there is no such version. One statement. */
export async function itemTexts(database: Database, versionIds: readonly string[]): Promise<(ItemTexts | null)[]> {
  const rows = await database.rows<ItemTexts & { versionId: string }>(
    {
      name: 'item-texts',
      text: `SELECT id AS "versionId", basis_text AS "basisText", duty, responsibilities, accountability
             FROM catalog.item_version WHERE id = ANY($1::bigint[])`,
    },
    [versionIds],
  );
  return inKeyOrder(versionIds, rows, ({ versionId }) => versionId);
}
