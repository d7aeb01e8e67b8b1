import type { Database } from '../../shared/database';
import { toPage, type Page, type PageRequest } from '../../shared/graphql/connection';
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
const likePattern = (term: string): string => `%${term.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function conditionsOf(filter: ItemFilter, on: string): Conditions {
  const conditions = new Conditions().add('d', (day) => `v.valid_from <= ${day}::date AND v.valid_to > ${day}::date`, on);
  const allowed = filter.status?.filter((status) => PUBLIC_STATUSES.includes(status)) ?? PUBLIC_STATUSES;
  conditions.add('s', (statuses) => `v.status = ANY(${statuses}::text[])`, allowed);
  if (filter.regionCode) conditions.add('r', (region) => `v.region_code = ${region}`, filter.regionCode);
  if (filter.agencyCode) conditions.add('a', (agency) => `v.agency_code = ${agency}`, filter.agencyCode);
  if (filter.category?.length) conditions.add('c', (categories) => `v.category = ANY(${categories}::text[])`, filter.category);
  if (filter.level) conditions.add('l', (level) => `${level} = ANY(v.levels)`, filter.level);
  for (const word of (filter.text ?? '').split(/\s+/).filter(Boolean).slice(0, MAX_TERMS)) {
    const term = foldText(word);
    conditions.add(
      't',
      (grams, pattern) => `v.grams @> ${grams}::int[] AND v.search_text LIKE ${pattern}`,
      termGrams(term),
      likePattern(term),
    );
  }
  return conditions;
}

/** One page of items in the order of their codes, on a day. One statement, and one more when the total is asked for. */
export async function searchItems(
  database: Database,
  filter: ItemFilter,
  on: string,
  request: PageRequest,
): Promise<Page<ItemRow>> {
  const conditions = conditionsOf(filter, on);
  if (request.after !== null) conditions.add('k', (after) => `v.code > ${after}`, request.after);
  const { where, values } = conditions;
  const rows = await database.rows<Omit<ItemRow, 'on'>>(
    {
      name: conditions.statementName('search-items'),
      text: `SELECT ${ITEM_COLUMNS} FROM catalog.item_version v JOIN catalog.power_item i ON i.code = v.code
             WHERE ${where} ORDER BY v.code LIMIT $${values.length + 1}`,
    },
    [...values, request.first + 1],
  );
  return toPage(onDay(rows, on), request, (row) => row.code, () => countItems(database, filter, on));
}

/** How many items a filter finds on a day. One statement. */
export async function countItems(database: Database, filter: ItemFilter, on: string): Promise<number> {
  const conditions = conditionsOf(filter, on);
  const [row] = await database.rows<{ count: string }>(
    {
      name: conditions.statementName('count-items'),
      text: `SELECT count(*) AS count FROM catalog.item_version v WHERE ${conditions.where}`,
    },
    conditions.values,
  );
  return Number(row!.count);
}
