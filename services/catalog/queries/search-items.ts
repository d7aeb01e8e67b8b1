import type { Database } from '../../shared/database';
import { toPage, type Page, type PageRequest, type Total } from '../../shared/graphql/connection';
import { PUBLIC_STATUSES } from '../rules/on-the-list';
import { foldText, termGrams } from '../rules/search-grams';
import type { ExerciseLevel, ItemStatus, PowerCategory } from '../rules/vocabulary';
import { ITEM_COLUMNS, onDay, type ItemRow } from './item-columns';

/** What to search for; absent or null parts do not narrow. */
export interface ItemFilter {
  /** Words apart by white space; each must occur in name, sub-item, code or basis. */
  text?: string | null;
  category?: readonly PowerCategory[] | null;
  regionCode?: string | null;
  agencyCode?: string | null;
  level?: ExerciseLevel | null;
  status?: readonly ItemStatus[] | null;
}

/** The conditions of a filter, numbered parameters and a name that is the same for the same shape. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];
  private shape = '';

  add(mark: string, sql: (...places: string[]) => string, ...values: unknown[]): this {
    this.parts.push(sql(...values.map((value) => `$${this.values.push(value)}`)));
    this.shape += mark;
    return this;
  }
  get where(): string {
    return this.parts.join(' AND ');
  }
  statementName(of: string): string {
    return `${of}-${this.shape}`;
  }
}

const MAX_TERMS = 8;

/** A code, or most of one: one item has it, but its pairs of digits are in so many that along the codes it seems soon found. */
const isLongNumber = (word: string): boolean => /^\d{8,}$/.test(word);

const wordsOf = ({ text }: ItemFilter): string[] => (text ?? '').split(/\s+/).filter(Boolean).slice(0, MAX_TERMS).map(foldText);

function conditionsOf(filter: ItemFilter, on: string): Conditions {
  const conditions = new Conditions().add('d', (day) => `v.valid_from <= ${day}::date AND v.valid_to > ${day}::date`, on);
  const allowed = filter.status?.filter((status) => PUBLIC_STATUSES.includes(status)) ?? PUBLIC_STATUSES;
  conditions.add('s', (statuses) => `v.status = ANY(${statuses}::text[])`, allowed);
  if (filter.regionCode) conditions.add('r', (region) => `v.region_code = ${region}`, filter.regionCode);
  if (filter.agencyCode) conditions.add('a', (agency) => `v.agency_code = ${agency}`, filter.agencyCode);
  // One category is read from its index in the order of codes; of several, PostgreSQL before 17 would have to sort all.
  if (filter.category?.length === 1) conditions.add('o', (category) => `v.category = ${category}`, filter.category[0]);
  else if (filter.category?.length) conditions.add('c', (categories) => `v.category = ANY(${categories}::text[])`, filter.category);
  if (filter.level) conditions.add('l', (level) => `${level} = ANY(v.levels)`, filter.level);
  for (const term of wordsOf(filter)) {
    // The grams tell how many have it, the text only weeds out what collides: LIKE would be counted on to narrow as much again.
    conditions.add('t', (grams, text) => `v.grams @> ${grams}::int[] AND strpos(v.search_text, ${text}) <> 0`, termGrams(term), term);
  }
  return conditions;
}

/**
 * One page of items in the order of their codes, on a day. One statement, and one more when the total is asked for. Planned
 * for each filter: a word that most items have is found along the codes, a rare one by its grams. What is wide is read of
 * the page alone.
 */
export async function searchItems(
  database: Database,
  filter: ItemFilter,
  on: string,
  request: PageRequest,
): Promise<Page<ItemRow>> {
  const conditions = conditionsOf(filter, on);
  if (request.after !== null) conditions.add('k', (after) => `v.code > ${after}`, request.after);
  const { where, values } = conditions;
  const found = `SELECT v.id, v.code FROM catalog.item_version v WHERE ${where}`;
  // What is looked for by a long number is found by its grams before it is put in order.
  const [name, inOrder] = wordsOf(filter).some(isLongNumber) ? ['search-number', `SELECT v.id FROM (${found} OFFSET 0) AS v ORDER BY v.code`] : ['search-items', `${found} ORDER BY v.code`];
  const rows = await database.rows<Omit<ItemRow, 'on'>>(
    {
      name: conditions.statementName(name),
      text: `SELECT ${ITEM_COLUMNS}
             FROM (${inOrder} LIMIT $${values.length + 1}) AS page
             JOIN catalog.item_version v ON v.id = page.id JOIN catalog.power_item i ON i.code = v.code ORDER BY v.code`,
      plannedEachTime: true,
    },
    [...values, request.first + 1],
  );
  return toPage(onDay(rows, on), request, (row) => row.code, () => countItems(database, filter, on));
}

/**
 * How far a filter's items are counted: above every city's list; what has a word anywhere is read row by row, and so less far.
 * Within a region or an agency a total is therefore always exact.
 */
export const mostCounted = ({ text, regionCode, agencyCode }: ItemFilter): number => (text && !regionCode && !agencyCode ? 2_000 : 10_000);

/** How many items a filter finds on a day, or that there are more than `most`. One statement, which reads no further. */
export async function countItems(database: Database, filter: ItemFilter, on: string, most = mostCounted(filter)): Promise<Total> {
  const conditions = conditionsOf(filter, on);
  const [row] = await database.rows<{ count: string }>(
    {
      name: conditions.statementName('count-items'),
      text: `SELECT count(*) AS count FROM (SELECT FROM catalog.item_version v WHERE ${conditions.where} LIMIT $${conditions.values.length + 1}) AS found`,
      plannedEachTime: true,
    },
    [...conditions.values, most + 1],
  );
  const count = Number(row!.count);
  return count > most ? { moreThan: most } : count;
}
