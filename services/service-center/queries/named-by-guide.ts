import type { ServiceCenterTx } from '../context';
import type { GuideStatement } from '../rules/guide-document';
import {
  namedOffices,
  namedOfficers,
  type KnownAgency,
  type KnownOffice,
  type KnownOfficer,
  type LinkedGuide,
} from '../rules/link-status';
import type { ListedItem } from '../rules/on-the-list';
import { AGENCY_JSON, byId, ITEM_JSON, officersJson, officesJson } from './known-facts';
import { itemOnDay } from './listed-items-on-day';

interface Row {
  item: ListedItem | null;
  agency: KnownAgency | null;
  offices: KnownOffice[] | null;
  officers: KnownOfficer[] | null;
}

/** What a guide handed in names, as known inside the command's transaction, the item as the list states it on the day. One statement. */
export async function loadNamed(tx: ServiceCenterTx, { itemCode, document }: GuideStatement, on: string): Promise<LinkedGuide> {
  const [row] = await tx.$queryRawUnsafe<Row[]>(
    `SELECT CASE WHEN i.code IS NOT NULL THEN ${ITEM_JSON} END AS item, CASE WHEN a.code IS NOT NULL THEN ${AGENCY_JSON} END AS agency,
       ${officesJson('$2::text[]')} AS offices, ${officersJson('$3::text[]')} AS officers
     FROM (VALUES ($1::text)) AS k(code)
     ${itemOnDay('k.code', '$4::date')}
     LEFT JOIN service_center.agency a ON a.code = i.agency_code`,
    itemCode,
    namedOffices(document).map(({ id }) => id),
    namedOfficers(document).map(({ id }) => id),
    on,
  );
  return {
    item: row?.item ?? null,
    agency: row?.agency ?? null,
    document,
    offices: byId(row?.offices ?? null),
    officers: byId(row?.officers ?? null),
  };
}
