/** JSON of what this service knows from the others' journals, in the shape the rules read: fragments of statements. */

export const ITEM_JSON = `json_build_object('code', i.code, 'category', i.category, 'status', i.status, 'agencyCode', i.agency_code)`;

export const AGENCY_JSON = `json_build_object('code', a.code, 'name', a.name, 'abolishedOn', a.abolished_on)`;

/** The offices (`o`, with their agencies `a`) of a list of ids; null when none is known. */
export const officesJson = (ids: string): string =>
  `(SELECT json_agg(json_build_object('id', o.id, 'agencyCode', o.agency_code, 'name', o.name, 'phone', o.phone,
      'closedOn', o.closed_on, 'agency', CASE WHEN a.code IS NOT NULL THEN ${AGENCY_JSON} END))
    FROM service_center.office o LEFT JOIN service_center.agency a ON a.code = o.agency_code WHERE o.id = ANY(${ids}))`;

/** The officers (`p`) of a list of ids; null when none is known. */
export const officersJson = (ids: string): string =>
  `(SELECT json_agg(json_build_object('id', p.id, 'agencyCode', p.agency_code, 'name', p.name, 'post', p.post))
    FROM service_center.officer p WHERE p.id = ANY(${ids}))`;

/** Lists as JSON answers them, by id. */
export const byId = <Row extends { id: string }>(rows: readonly Row[] | null): ReadonlyMap<string, Row> =>
  new Map(rows?.map((row) => [row.id, row]));
