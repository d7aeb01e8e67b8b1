import type { Projection } from '../../shared/follower';
import type { ServiceCenterTx } from '../context';
import { lastStates } from './last-states';

const TAKEN = new Set(['ItemListed', 'ItemChanged']);

/** Items as the list last stated them, from the catalog's journal. Set-based: one statement a page. */
export const catalogProjection: Projection<ServiceCenterTx> = {
  source: 'catalog',
  async apply(tx, entries) {
    const states = lastStates(entries, (action) => TAKEN.has(action));
    if (states.length === 0) return;
    await tx.$executeRawUnsafe(
      `INSERT INTO service_center.listed_item
         (code, name, sub_item, category, status, region_code, agency_code, levels, office_ids, valid_from)
       SELECT e.code, e.name, e."subItem", e.category, e.status, e."regionCode", e."agencyCode", e.levels, e."officeIds", e."validFrom"
       FROM jsonb_to_recordset($1::jsonb) AS e(code text, name text, "subItem" text, category text, status text,
         "regionCode" text, "agencyCode" text, levels text[], "officeIds" text[], "validFrom" date)
       ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, sub_item = EXCLUDED.sub_item, category = EXCLUDED.category,
         status = EXCLUDED.status, region_code = EXCLUDED.region_code, agency_code = EXCLUDED.agency_code,
         levels = EXCLUDED.levels, office_ids = EXCLUDED.office_ids, valid_from = EXCLUDED.valid_from`,
      JSON.stringify(states),
    );
  },
  async clear(tx) {
    await tx.listedItem.deleteMany();
  },
};
