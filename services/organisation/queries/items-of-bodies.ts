import type { OrganisationTx } from '../context';
import { isOnTheList } from '../rules/on-the-list';
import type { ChangeSubject } from '../rules/reorganisation/change-kinds';
import type { ListedName } from '../rules/reorganisation/listed-items';

const NAMES: Record<ChangeSubject, string> = {
  AGENCY: `ARRAY[i.agency_code]`,
  OFFICE: `i.office_ids`,
};

/**
 * P5: the items on the list on a day, or put on it for a later one, that name these bodies as implementing body or
 * responsible office; by code, each once for each body. One statement, inside a transaction.
 */
export async function itemsOfBodies(tx: OrganisationTx, subject: ChangeSubject, ids: readonly string[], day: string): Promise<ListedName[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<(ListedName & { status: string })[]>(
    `SELECT DISTINCT state.code, concat_ws('：', state.name, state.sub_item) AS name, state.status, body.id AS "bodyId"
     FROM (SELECT i.code, i.name, i.sub_item, i.status, ${NAMES[subject]} AS bodies,
             lead(i.valid_from) OVER (PARTITION BY i.code ORDER BY i.valid_from) AS until
           FROM organisation.listed_item i
           WHERE i.code IN (SELECT i.code FROM organisation.listed_item i WHERE ${NAMES[subject]} && $1::text[])) state
     CROSS JOIN LATERAL unnest(state.bodies) AS body(id)
     WHERE (state.until IS NULL OR state.until > $2::date) AND body.id = ANY($1::text[])
     ORDER BY state.code, body.id`,
    ids,
    day,
  );
  const listed = rows.filter(isOnTheList).map(({ code, name, bodyId }) => ({ code, name, bodyId }));
  return [...new Map(listed.map((item) => [`${item.bodyId} ${item.code}`, item])).values()];
}
