import type { Ask } from './ask';

/** An office that handled something. */
export interface HandlingOffice {
  id: string;
  name: string;
  agencyCode: string;
}

/** Offices by id; one that organisation does not know is left out. One statement, however many. */
export async function handlingOffices(ask: Ask, ids: Iterable<string | null>): Promise<Map<string, HandlingOffice>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await ask<HandlingOffice>(
    { name: 'handling-offices', text: 'SELECT id, name, agency_code AS "agencyCode" FROM service_center.office WHERE id = ANY($1::text[])' },
    [wanted],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
