import { inKeyOrder } from '../../shared/batch';
import type { Database } from '../../shared/database';
import { toPage, type Page, type PageRequest } from '../../shared/graphql/connection';
import type { CatalogTx } from '../context';
import { EXCEPTION_KINDS, type AdjustmentKind, type AdjustmentPart } from '../rules/adjustments/adjustment-kinds';
import type { DecisionDocument } from '../rules/adjustments/grounds';
import type { DelegationForm } from '../rules/adjustments/held-item';
import type { DelegationRow } from './delegations';

/** One decision on the list (P14), with what it is about. */
export interface AdjustmentRow {
  id: string;
  regionCode: string;
  kind: AdjustmentKind;
  grounds: string;
  document: DecisionDocument;
  legalityOpinion: string;
  approver: string;
  effectiveOn: string;
  decidedAt: string;
  /** What this kind needs beside: conditions, exception, higher body, delegation terms. */
  details: {
    conditions?: string;
    superiorLaw?: string | null;
    approval?: DecisionDocument | null;
    bodyName?: string;
    itemCode?: string | null;
    form?: DelegationForm;
  };
  items: { code: string; part: AdjustmentPart }[];
  delegation: DelegationRow | null;
}

const COLUMNS = `a.id::text AS id, a.region_code AS "regionCode", a.kind, a.grounds,
  json_build_object('title', a.document_title, 'number', a.document_number, 'date', a.document_date::text) AS document,
  a.legality_opinion AS "legalityOpinion", a.approver, a.effective_on::text AS "effectiveOn",
  to_char(a.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "decidedAt", a.details,
  (SELECT json_agg(json_build_object('code', t.code, 'part', t.part)
     ORDER BY array_position(ARRAY['SOURCE', 'SUBJECT', 'RESULT'], t.part), t.code)
   FROM catalog.adjusted_item t WHERE t.adjustment_id = a.id) AS items,
  (SELECT json_build_object('adjustmentId', a.id::text, 'form', d.form, 'toAgencyCode', d.to_agency_code, 'toBodyName', d.to_body_name,
     'decidedFor', d.decided_for::text, 'handedOverOn', d.handed_over_on::text, 'resultCode', d.result_code)
   FROM catalog.delegation d WHERE d.adjustment_id = a.id) AS delegation`;

/** Adjustments by id, null where there is none. One statement. */
export async function adjustmentsById(database: Database, ids: readonly string[]): Promise<(AdjustmentRow | null)[]> {
  const rows = await database.rows<AdjustmentRow>(
    { name: 'adjustments-by-id', text: `SELECT ${COLUMNS} FROM catalog.adjustment a WHERE a.id = ANY($1::bigint[])` },
    [ids],
  );
  return inKeyOrder(ids, rows, (row) => row.id);
}

/** The adjustments of items, each in the order they were decided. One statement. */
export async function adjustmentsOf(database: Database, codes: readonly string[]): Promise<AdjustmentRow[][]> {
  const rows = await database.rows<AdjustmentRow & { code: string }>(
    {
      name: 'adjustments-of-items',
      text: `SELECT k.code, ${COLUMNS} FROM catalog.adjusted_item k JOIN catalog.adjustment a ON a.id = k.adjustment_id
             WHERE k.code = ANY($1::text[]) ORDER BY a.id`,
    },
    [codes],
  );
  const byCode = new Map(codes.map((code): [string, AdjustmentRow[]] => [code, []]));
  for (const { code, ...row } of rows) byCode.get(code)?.push(row);
  return codes.map((code) => byCode.get(code) ?? []);
}

/** Which adjustments of a region: all parts that are absent or null do not narrow. */
export interface AdjustmentFilter {
  regionCode: string;
  kinds?: readonly AdjustmentKind[] | null;
  /** First and last day of taking effect, both included. */
  from?: string | null;
  to?: string | null;
}

/** What a filter lets through, over `catalog.adjustment a`: the one definition of what is listed and what is counted. */
export const ADJUSTMENTS_WHERE = `a.region_code = $1 AND ($2::text[] IS NULL OR a.kind = ANY($2)) AND a.effective_on >= $3::date AND a.effective_on <= $4::date`;
export const adjustmentValues = ({ regionCode, kinds, from, to }: AdjustmentFilter): unknown[] => [
  regionCode,
  kinds?.length ? kinds : null,
  from ?? '-infinity',
  to ?? 'infinity',
];

/** Where a page begins: after the adjustment of this day and id. */
const keyOf = ({ effectiveOn, id }: AdjustmentRow): string => `${effectiveOn} ${id}`;
function afterOf(key: string | null): [string, string] {
  const [day, id] = (key ?? '').split(' ');
  return /^\d{4}-\d\d-\d\d$/.test(day ?? '') && /^\d{1,18}$/.test(id ?? '') ? [day!, id!] : ['-infinity', '0'];
}

/** One page of a region's adjustments by the day they take effect. One statement, and one more when the total is asked for. */
export async function findAdjustments(database: Database, filter: AdjustmentFilter, request: PageRequest): Promise<Page<AdjustmentRow>> {
  const rows = await database.rows<AdjustmentRow>(
    {
      name: 'adjustments-of-region',
      text: `SELECT ${COLUMNS} FROM catalog.adjustment a
             WHERE ${ADJUSTMENTS_WHERE} AND (a.effective_on, a.id) > ($5::date, $6::bigint) ORDER BY a.effective_on, a.id LIMIT $7`,
    },
    [...adjustmentValues(filter), ...afterOf(request.after), request.first + 1],
  );
  return toPage(rows, request, keyOf, async () => {
    const [row] = await database.rows<{ count: string }>(
      { name: 'count-adjustments', text: `SELECT count(*) AS count FROM catalog.adjustment a WHERE ${ADJUSTMENTS_WHERE}` },
      adjustmentValues(filter),
    );
    return Number(row!.count);
  });
}

/**
 * P6: which of these items of a region came onto its list by a recorded exception: added, split off, taken over, or
 * received by authorisation, also where the body above decided it. One statement.
 */
export async function exceptionRecordsOf(tx: Pick<CatalogTx, '$queryRawUnsafe'>, regionCode: string, codes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRawUnsafe<{ code: string }[]>(
    `SELECT DISTINCT t.code FROM catalog.adjusted_item t JOIN catalog.adjustment a ON a.id = t.adjustment_id
     JOIN catalog.power_item i ON i.code = t.code
     WHERE t.code = ANY($2::text[]) AND t.part = 'RESULT' AND i.region_code = $1 AND a.kind = ANY($3::text[])`,
    regionCode,
    codes,
    EXCEPTION_KINDS,
  );
  return new Set(rows.map(({ code }) => code));
}
