import type { Database } from '../../../shared/database';
import { Rejected } from '../../../shared/errors';
import { toPage, type Page, type PageRequest } from '../../../shared/graphql/connection';
import type { CaseState } from '../../rules/cases/case-states';
import { caseViews, type CaseView } from './case-views';

/** Which cases; absent or null parts do not narrow. */
export interface CaseFilter {
  state?: readonly CaseState[] | null;
  itemCode?: string | null;
  /** Open and due before this day. */
  dueBefore?: string | null;
  /** Open past its due date or decided after it; false: neither. */
  overdue?: boolean | null;
}

/** Whose: one agency's, or all of a region with everything below it. */
export interface CasesOf {
  regionCode: string;
  agencyCode: string | null;
}

interface Conditions {
  where: string;
  values: unknown[];
  name: string;
}

function conditionsOf({ regionCode, agencyCode }: CasesOf, filter: CaseFilter, today: string): Conditions {
  const values: unknown[] = [];
  const parts: string[] = [];
  let name = 'cases-';
  const add = (mark: string, value: unknown, sql: (place: string) => string): void => {
    parts.push(sql(`$${values.push(value)}`));
    name += mark;
  };
  if (agencyCode !== null) add('a', agencyCode, (agency) => `c.agency_code = ${agency}`);
  else add('r', regionPrefix(regionCode), (prefix) => `c.region_code LIKE ${prefix} || '%'`);
  if (filter.state?.length) add('s', filter.state, (states) => `c.state = ANY(${states}::text[])`);
  if (filter.itemCode) add('i', filter.itemCode, (item) => `c.item_code = ${item}`);
  if (filter.dueBefore) add('d', filter.dueBefore, (day) => `c.open AND c.due_on < ${day}::date`);
  if (filter.overdue != null)
    add(filter.overdue ? 'o' : 'n', today, (day) => `${filter.overdue ? '' : 'NOT '}${isLate(day)}`);
  return { where: parts.join(' AND '), values, name };
}

const isLate = (today: string): string =>
  `(COALESCE(c.open AND NOT c.suspended AND c.due_on < ${today}::date, false) OR COALESCE(NOT c.on_time, false))`;

/** `140100` and everything below it begin with `1401`. */
export const regionPrefix = (regionCode: string): string => {
  if (!/^[0-9A-Z]{6}$/.test(regionCode)) throw new Rejected('BAD_USER_INPUT', '行政区划代码应为六位', 'regionCode');
  return regionCode.replace(/(00)+$/, '');
};

interface Key {
  number: string;
  at: number;
}

const keyOf = ({ header, folded }: CaseView): string => `${Date.parse(folded.receivedAt)} ${header.number}`;

function openKey(after: string): Key {
  const [at, number] = after.split(' ');
  if (number === undefined || !/^\d{1,15}$/.test(at ?? '')) throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return { number, at: Number(at) };
}

/** One page of cases, the last received first. One statement for the page and those of `caseViews`. */
export async function listCases(database: Database, of: CasesOf, filter: CaseFilter, request: PageRequest, now: Date, today: string): Promise<Page<CaseView>> {
  const { where, values, name } = conditionsOf(of, filter, today);
  const after = request.after === null ? null : openKey(request.after);
  const keyset = after === null ? '' : `AND (c.received_at, c.number) < (to_timestamp($${values.length + 2}::float8 / 1000), $${values.length + 3})`;
  const rows = await database.rows<{ number: string }>(
    {
      name: name + (after === null ? '' : '-after'),
      text: `SELECT c.number FROM service_center.service_case c WHERE ${where} ${keyset} ORDER BY c.received_at DESC, c.number DESC LIMIT $${values.length + 1}`,
    },
    [...values, request.first + 1, ...(after === null ? [] : [after.at, after.number])],
  );
  const page = rows.slice(0, request.first).map(({ number }) => number);
  const views = await caseViews(database, page, now);
  const total = async (): Promise<number> => {
    const [count] = await database.rows<{ count: number }>(
      { name: `count-${name}`, text: `SELECT count(*)::int AS count FROM service_center.service_case c WHERE ${where}` },
      values,
    );
    return count?.count ?? 0;
  };
  return { ...toPage(views, request, keyOf, total), hasNextPage: rows.length > request.first };
}
