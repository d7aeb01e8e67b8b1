/**
 * The columns of each record under the names its shape has in rules/records.ts, days as text: one definition for what
 * is answered and for what commands compare. Tables are aliased `r`, `a`, `o`, `p`.
 */

export const REGION = {
  table: 'organisation.region r',
  columns: `r.code, r.name, r.kind, r.parent_code AS "parentCode", r.pilot, r.sample`,
} as const;

export const AGENCY = {
  table: 'organisation.agency a',
  columns: `a.code, a.region_code AS "regionCode", a.name, a.short_name AS "shortName", a.kind,
    a.parent_code AS "parentCode", a.entrusted_by AS "entrustedBy", a.phone, a.address,
    a.founded_on::text AS "foundedOn", a.abolished_on::text AS "abolishedOn",
    (SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value,
              'validFrom', i.valid_from, 'validTo', i.valid_to) ORDER BY i.scheme COLLATE "C", i.value COLLATE "C"), '[]')
     FROM organisation.agency_identifier i WHERE i.agency_code = a.code) AS identifiers`,
} as const;

export const OFFICE = {
  table: 'organisation.office o',
  columns: `o.id, o.agency_code AS "agencyCode", o.name, o.phone, o.duties, o.closed_on::text AS "closedOn"`,
} as const;

export const OFFICER = {
  table: 'organisation.officer p',
  columns: `p.id, p.agency_code AS "agencyCode", p.office_id AS "officeId", p.name, p.post, p.phone`,
} as const;

export const BODY_ALIAS = {
  table: 'organisation.body_alias b',
  columns: `b.region_code AS "regionCode", b.key, b.name, b.agency_code AS "agencyCode", b.confirmed`,
} as const;
