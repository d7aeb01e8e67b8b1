import type { Projection } from '../../shared/follower';
import { rowsOf } from '../../shared/insert-rows';
import type { JournalEntry } from '../../shared/journal';
import { raiseStaleDuties } from '../commands/mandates/raise-stale-duties';
import type { OrganisationTx } from '../context';

/** What is read of an item's state in the catalog's journal. */
interface ItemState {
  validFrom: string;
}

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
  duty: 'text',
  validFrom: 'date',
};

/**
 * The states these entries put items into, one for each item and first day: whatever the change was called, its `after`
 * is the item's whole state, and what was said last of a day holds.
 */
function statesByFirstDay(entries: readonly JournalEntry[]): ItemState[] {
  const states = new Map<string, ItemState>();
  for (const { subject, after } of entries)
    if (subject.kind === 'PowerItem' && after !== null) states.set(`${(after as unknown as ItemState).validFrom} ${subject.id}`, after as unknown as ItemState);
  return [...states.values()];
}

/**
 * Keeps every state an item of the list was in, whose and from which day on (P7, P13): what decides here about mandates
 * reads it inside its own transaction, for any day. A mandate that rests on what is gone gets a finding in the same turn. One
 * statement a page, and those of the findings.
 */
export const catalogProjection: Projection<OrganisationTx> = {
  source: 'catalog',
  async apply(tx, entries) {
    const states = statesByFirstDay(entries);
    if (states.length === 0) return;
    await tx.$executeRawUnsafe(
      `INSERT INTO organisation.listed_item
         (code, name, sub_item, category, status, region_code, agency_code, levels, office_ids, duty, valid_from)
       SELECT * FROM ${rowsOf(KEPT)}
       ON CONFLICT (code, valid_from) DO UPDATE SET name = excluded.name, sub_item = excluded.sub_item,
         category = excluded.category, status = excluded.status, region_code = excluded.region_code,
         agency_code = excluded.agency_code, levels = excluded.levels, office_ids = excluded.office_ids, duty = excluded.duty`,
      JSON.stringify(states, Object.keys(KEPT)),
    );
  },
  async react(tx, entries, now) {
    if (entries === null) return raiseStaleDuties(tx, 'ALL', now);
    const itemCodes = [...new Set(entries.filter(({ subject }) => subject.kind === 'PowerItem').map(({ subject }) => subject.id))];
    return itemCodes.length === 0 ? [] : raiseStaleDuties(tx, { itemCodes }, now);
  },
  async clear(tx) {
    await tx.listedItem.deleteMany();
  },
};
