import type { Projection } from '../../shared/follower';
import { rowsOf } from '../../shared/insert-rows';
import type { JournalEntry, Json } from '../../shared/journal';
import type { ServiceCenterTx } from '../context';

/** What is kept of a state: most of an item's entry is text that nobody here asks for, and costs most of the way to the database. */
const KEPT = {
  code: 'text',
  name: 'text',
  subItem: 'text',
  category: 'text',
  status: 'text',
  regionCode: 'text',
  agencyCode: 'text',
  levels: 'text[]',
  officeIds: 'text[]',
  validFrom: 'date',
};

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

/** Every state an item of the list was in, from its first day on (P7), from the catalog's journal. Set-based: one statement a page. */
export const catalogProjection: Projection<ServiceCenterTx> = {
  source: 'catalog',
  async apply(tx, entries) {
    const states = statesByFirstDay(entries);
    if (states.length === 0) return;
    await tx.$executeRawUnsafe(
      `INSERT INTO service_center.listed_item
         (code, name, sub_item, category, status, region_code, agency_code, levels, office_ids, valid_from)
       SELECT * FROM ${rowsOf(KEPT)}
       ON CONFLICT (code, valid_from) DO UPDATE SET name = EXCLUDED.name, sub_item = EXCLUDED.sub_item,
         category = EXCLUDED.category, status = EXCLUDED.status, region_code = EXCLUDED.region_code,
         agency_code = EXCLUDED.agency_code, levels = EXCLUDED.levels, office_ids = EXCLUDED.office_ids`,
      JSON.stringify(states, Object.keys(KEPT)),
    );
  },
  async clear(tx) {
    await tx.listedItem.deleteMany();
  },
};
