import type { Projection } from '../../shared/follower';
import type { JournalEntry, Json } from '../../shared/journal';
import type { OrganisationTx } from '../context';

/** The last full state of each item these entries are about: an item changed twice in a page is written once. */
function lastStates(entries: readonly JournalEntry[]): Json[] {
  const items = entries.filter(({ subject, after }) => subject.kind === 'PowerItem' && after !== null);
  return [...new Map(items.map(({ subject, after }) => [subject.id, after])).values()];
}

/**
 * Keeps which items are on the list, whose and in which state (P13): what decides here about mandates reads it inside
 * its own transaction. One statement a page.
 */
export const catalogProjection: Projection<OrganisationTx> = {
  source: 'catalog',
  async apply(tx, entries) {
    const states = lastStates(entries);
    if (states.length === 0) return;
    await tx.$executeRawUnsafe(
      `INSERT INTO organisation.listed_item
         (code, name, sub_item, category, status, region_code, agency_code, levels, office_ids, valid_from)
       SELECT i.code, i.name, i."subItem", i.category, i.status, i."regionCode", i."agencyCode", i.levels, i."officeIds", i."validFrom"
       FROM jsonb_to_recordset($1::jsonb) AS i(code text, name text, "subItem" text, category text, status text,
         "regionCode" text, "agencyCode" text, levels text[], "officeIds" text[], "validFrom" date)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, sub_item = excluded.sub_item, category = excluded.category,
         status = excluded.status, region_code = excluded.region_code, agency_code = excluded.agency_code,
         levels = excluded.levels, office_ids = excluded.office_ids, valid_from = excluded.valid_from`,
      JSON.stringify(states),
    );
  },
  async clear(tx) {
    await tx.listedItem.deleteMany();
  },
};
