import type { ServiceCenterTx } from '../context';
import type { NamedItem, NamedPerson, Registers } from '../importers/place-guide';
import { ON_THE_LIST } from '../rules/on-the-list';

/** The items on a region's list on a day, of one agency or of all, and the offices and officers there are. Three statements. */
export async function loadRegisters(tx: ServiceCenterTx, regionCode: string, agencyCode: string | null, on: string): Promise<Registers> {
  const items = await tx.$queryRawUnsafe<NamedItem[]>(
    `SELECT code, name, sub_item AS "subItem", agency_code AS "agencyCode" FROM
       (SELECT DISTINCT ON (code) * FROM service_center.listed_item WHERE region_code = $1 AND valid_from <= $2::date ORDER BY code, valid_from DESC) AS i
     WHERE status = ANY($3::text[]) AND ($4::text IS NULL OR agency_code = $4) ORDER BY code`,
    regionCode,
    on,
    [...ON_THE_LIST],
    agencyCode,
  );
  const offices = await tx.$queryRawUnsafe<Registers['offices']>(
    `SELECT o.id, o.agency_code AS "agencyCode", o.name, a.name AS "agencyName"
     FROM service_center.office o JOIN service_center.agency a ON a.code = o.agency_code
     WHERE a.region_code = $1 AND (o.closed_on IS NULL OR o.closed_on > $2::date) ORDER BY o.id`,
    regionCode,
    on,
  );
  const officers = await tx.$queryRawUnsafe<NamedPerson[]>(
    `SELECT p.id, p.agency_code AS "agencyCode", p.name
     FROM service_center.officer p JOIN service_center.agency a ON a.code = p.agency_code WHERE a.region_code = $1 ORDER BY p.id`,
    regionCode,
  );
  return { items, offices, officers };
}
