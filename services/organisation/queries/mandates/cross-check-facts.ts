import type { AgencyFacts, CrossCheckFacts, DutyDecision, ItemFacts, OfficeFacts } from '../../rules/mandates/cross-check-facts';
import type { Reader } from '../reader';
import { MANDATE_COLUMNS, toMandate, type MandateRow } from './mandates';

/** The columns of `ItemFacts`: the state of the day is aliased `s`, the last that is known `l`. */
export const ITEM_FACTS = `s.code, s.name, s.sub_item AS "subItem", s.category, s.status, s.region_code AS "regionCode", s.agency_code AS "agencyCode",
  s.levels, s.office_ids AS "officeIds", s.valid_from::text AS "validFrom",
  json_build_object('status', l.status, 'agencyCode', l.agency_code, 'from', l.valid_from) AS last`;

/** Everything a region's cross-check looks at on a day: five statements, whatever the size of the list. */
export async function crossCheckFacts(reader: Reader, regionCode: string, day: string): Promise<CrossCheckFacts> {
  const [agencies, mandates, items, offices, decisions] = await Promise.all([
    agenciesOf(reader, regionCode),
    mandatesOf(reader, regionCode, day),
    itemsOf(reader, regionCode, day),
    officesOf(reader, regionCode),
    decisionsOf(reader, regionCode),
  ]);
  return {
    day,
    agencies: new Map(agencies.map((agency) => [agency.code, agency])),
    mandates: mandates.map(toMandate),
    items: new Map(items.map((item) => [item.code, item])),
    offices: new Map(offices.map((office) => [office.id, office])),
    decisions,
  };
}

const agenciesOf = (reader: Reader, regionCode: string): Promise<AgencyFacts[]> =>
  reader.rows(
    {
      name: 'cross-check-agencies',
      text: `SELECT a.code, a.name, a.entrusted_by AS "entrustedBy", a.abolished_on::text AS "abolishedOn"
             FROM organisation.agency a WHERE a.region_code = $1 ORDER BY a.code COLLATE "C"`,
    },
    [regionCode],
  );

const mandatesOf = (reader: Reader, regionCode: string, day: string): Promise<MandateRow[]> =>
  reader.rows(
    {
      name: 'cross-check-mandates',
      text: `SELECT ${MANDATE_COLUMNS} FROM organisation.mandate m JOIN organisation.agency a ON a.code = m.agency_code
             WHERE a.region_code = $1 AND (m.state = 'PROPOSED' OR m.state = 'APPROVED' AND m.effective_to > $2::date)
             ORDER BY m.agency_code COLLATE "C", m.version`,
    },
    [regionCode, day],
  );

/** The region's items and those that its mandates name, in the state of the day and in the last state that is known. */
const itemsOf = (reader: Reader, regionCode: string, day: string): Promise<ItemFacts[]> =>
  reader.rows(
    {
      name: 'cross-check-items',
      text: `WITH wanted AS (
               SELECT i.code FROM organisation.listed_item i WHERE i.region_code = $1
               UNION
               SELECT d.item_code FROM organisation.duty_item d JOIN organisation.mandate m ON m.id = d.mandate_id
               JOIN organisation.agency a ON a.code = m.agency_code WHERE a.region_code = $1)
             SELECT ${ITEM_FACTS}
             FROM wanted w
             CROSS JOIN LATERAL (SELECT * FROM organisation.listed_item i WHERE i.code = w.code AND i.valid_from <= $2::date ORDER BY i.valid_from DESC LIMIT 1) s
             CROSS JOIN LATERAL (SELECT * FROM organisation.listed_item i WHERE i.code = w.code ORDER BY i.valid_from DESC LIMIT 1) l
             ORDER BY s.code COLLATE "C"`,
    },
    [regionCode, day],
  );

/** Offices of the region's agencies, and whichever others its items name. */
const officesOf = (reader: Reader, regionCode: string): Promise<OfficeFacts[]> =>
  reader.rows(
    {
      name: 'cross-check-offices',
      text: `SELECT o.id, o.agency_code AS "agencyCode", o.name, o.closed_on::text AS "closedOn" FROM organisation.office o
             WHERE o.agency_code IN (SELECT a.code FROM organisation.agency a WHERE a.region_code = $1)
                OR o.id IN (SELECT unnest(i.office_ids) FROM organisation.listed_item i WHERE i.region_code = $1)
             ORDER BY o.id COLLATE "C"`,
    },
    [regionCode],
  );

const decisionsOf = (reader: Reader, regionCode: string): Promise<DutyDecision[]> =>
  reader.rows(
    {
      name: 'cross-check-decisions',
      text: `SELECT d.agency_code AS "agencyCode", d.duty_key AS "dutyKey", d.item_code AS "itemCode", d.verdict
             FROM organisation.duty_match d JOIN organisation.agency a ON a.code = d.agency_code WHERE a.region_code = $1
             ORDER BY d.agency_code COLLATE "C", d.duty_key COLLATE "C", d.item_code COLLATE "C"`,
    },
    [regionCode],
  );
