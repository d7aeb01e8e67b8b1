import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import { toPage, type Page, type PageRequest } from '../../shared/graphql/connection';
import type { EditionRow } from './editions';
import { ITEM_COLUMNS, onDay, type ItemRow } from './item-columns';

/** The items of an edition as it was published, in the order of their codes. One statement. */
export async function itemsOfEdition(
  database: Database,
  { id, publishedOn, total }: EditionRow,
  request: PageRequest,
): Promise<Page<ItemRow>> {
  const rows = await database.rows<Omit<ItemRow, 'on'>>(
    {
      name: 'items-of-edition',
      text: `SELECT ${ITEM_COLUMNS} FROM catalog.edition e CROSS JOIN LATERAL unnest(e.content) AS c(id)
             JOIN catalog.item_version v ON v.id = c.id JOIN catalog.power_item i ON i.code = v.code
             WHERE e.id = $1 AND v.code > $2 ORDER BY v.code LIMIT $3`,
    },
    [id, request.after ?? '', request.first + 1],
  );
  return toPage(onDay(rows, publishedOn), request, (row) => row.code, async () => total);
}

/** A version of an item, seen as part of the list of a day. */
export interface VersionOnDay {
  versionId: string;
  on: string;
}

export const versionOnDayKey = ({ versionId, on }: VersionOnDay): string => `${on} ${versionId}`;

/** Item versions by id, each with the day it is asked for. One statement. */
export async function itemVersions(database: Database, keys: readonly VersionOnDay[]): Promise<(ItemRow | null)[]> {
  const rows = await database.rows<ItemRow>(
    {
      name: 'item-versions',
      text: `SELECT ${ITEM_COLUMNS}, k.on_day::text AS "on"
             FROM unnest($1::bigint[], $2::date[]) AS k(id, on_day)
             JOIN catalog.item_version v ON v.id = k.id JOIN catalog.power_item i ON i.code = v.code`,
    },
    [keys.map((key) => key.versionId), keys.map((key) => key.on)],
  );
  return inKeyOrder(keys.map(versionOnDayKey), rows, versionOnDayKey);
}
