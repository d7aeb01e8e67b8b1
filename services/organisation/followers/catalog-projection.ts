import type { Projection } from '../../shared/follower';
import type { JournalEntry, Json } from '../../shared/journal';
import type { OrganisationTx } from '../context';

/**
 * The states these entries put items into, one for each item and first day: whatever the change was called, its `after`
 * is the item's whole state, and what was said last of a day holds.
 */
function statesByFirstDay(entries: readonly JournalEntry[]): Json[] {
  const states = new Map<string, Json>();
  for (const { subject, after } of entries)
    if (subject.kind === 'PowerItem' && after !== null) states.set(`${(after as { validFrom: string }).validFrom} ${subject.id}`, after);
  return [...states.values()];
}

/**
 * Keeps every state an item of the list was in, whose and from which day on (P7, P13): what decides here about mandates
 * reads it inside its own transaction, for any day. One statement a page.
 */
export const catalogProjection: Projection<OrganisationTx> = {
  source: 'catalog',
  async apply(tx, entries) {
    const states = statesByFirstDay(entries);
    if (states.length === 0) return;
    await tx.$executeRawUnsafe(
      `INSERT INTO organisation.listed_item
         (code, name, sub_item, category, status, region_code, agency_code, levels, office_ids, valid_from)
       SELECT i.code, i.name, i."subItem", i.category, i.status, i."regionCode", i."agencyCode", i.levels, i."officeIds", i."validFrom"
       FROM jsonb_to_recordset($1::jsonb) AS i(code text, name text, "subItem" text, category text, status text,
         "regionCode" text, "agencyCode" text, levels text[], "officeIds" text[], "validFrom" date)
       ON CONFLICT (code, valid_from) DO UPDATE SET name = excluded.name, sub_item = excluded.sub_item,
         category = excluded.category, status = excluded.status, region_code = excluded.region_code,
         agency_code = excluded.agency_code, levels = excluded.levels, office_ids = excluded.office_ids`,
      JSON.stringify(states),
    );
  },
  async clear(tx) {
    await tx.listedItem.deleteMany();
  },
};
