import type { Database } from '../../shared/database';
import { toPage, type Page, type PageRequest } from '../../shared/graphql/connection';
import type { DraftState } from '../rules/guide-draft/draft-states';
import type { ReturnReason } from '../rules/guide-draft/return-reasons';
import type { GuideDocument } from '../rules/guide-document';
import type { KnownAgency, KnownOffice, KnownOfficer } from '../rules/link-status';
import type { ListedItem } from '../rules/on-the-list';
import { AGENCY_JSON, byId, ITEM_JSON, officersJson, officesJson } from './known-facts';
import { itemOnDay } from './listed-items-on-day';
import type { Guide } from './guide-row';
import { Rejected } from '../../shared/errors';

/** A draft as its agency and its service center see it, with whom it names. */
export interface DraftRow {
  id: string;
  itemCode: string;
  agencyCode: string;
  /** Null when it is not registered. */
  agencyName: string | null;
  state: DraftState;
  effectiveOn: string;
  document: GuideDocument;
  reasons: ReturnReason[];
  source: { file: string; sheet: string; row: number } | null;
  createdAt: string;
  changedAt: string;
  submittedAt: string | null;
  /** The version it became, or the one it would become now. */
  version: number;
  /** The item as the list states it on the day the guide is to hold, and its implementing body then. */
  item: ListedItem | null;
  agency: KnownAgency | null;
  offices: KnownOffice[] | null;
  officers: KnownOfficer[] | null;
}

/** Which drafts: of an agency, of a region, or both; null for any. */
export interface DraftFilter {
  agencyCode: string | null;
  regionCode: string | null;
  states: readonly DraftState[];
}

/** The ids that a document `d.document` names, in SQL. */
const idsAt = (...paths: string[]): string => `ARRAY(${paths.map((path) => `SELECT id #>> '{}' FROM jsonb_path_query(d.document, '${path}') AS id`).join(' UNION ')})`;
const OFFICES = idsAt('$.steps[*].officeId', '$.steps[*].jointOfficeIds[*]', '$.responsibleOfficeId');
const OFFICERS = idsAt('$.steps[*].officerId', '$.officerId');

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** `today` is a parameter: the draft is held against the list of the day it would take effect. */
const select = (today: string): string => `SELECT d.id::text AS id, d.item_code AS "itemCode", d.agency_code AS "agencyCode",
    (SELECT o.name FROM service_center.agency o WHERE o.code = d.agency_code) AS "agencyName", d.state,
    d.effective_on::text AS "effectiveOn", d.document, d.reasons, d.source, ${instant('d.created_at')} AS "createdAt",
    ${instant('d.changed_at')} AS "changedAt", ${instant('d.submitted_at')} AS "submittedAt",
    COALESCE(d.version, (SELECT max(g.version) + 1 FROM service_center.guide_version g WHERE g.item_code = d.item_code), 1) AS version,
    CASE WHEN i.code IS NOT NULL THEN ${ITEM_JSON} END AS item, CASE WHEN a.code IS NOT NULL THEN ${AGENCY_JSON} END AS agency,
    ${officesJson(OFFICES)} AS offices, ${officersJson(OFFICERS)} AS officers
  FROM service_center.guide_draft d ${itemOnDay('d.item_code', `GREATEST(d.effective_on, ${today}::date)`)}
  LEFT JOIN service_center.agency a ON a.code = i.agency_code`;

const WHERE = `($1::text IS NULL OR d.agency_code = $1) AND ($2::text IS NULL OR d.region_code = $2) AND d.state = ANY($3::text[])`;

/** One page of drafts, the oldest first, those brought in together by item. One statement, one more for the total. Never public: the caller is authorised before. */
export async function guideDrafts(database: Database, { agencyCode, regionCode, states }: DraftFilter, today: string, request: PageRequest): Promise<Page<DraftRow>> {
  const values = [agencyCode, regionCode, states];
  const { createdAt, itemCode, id } = request.after === null ? NO_PLACE : placeAfter(request.after);
  const rows = await database.rows<DraftRow>(
    {
      name: 'guide-drafts',
      text: `${select('$7')} WHERE ${WHERE} AND ($4::timestamptz IS NULL OR (d.created_at, d.item_code, d.id) > ($4::timestamptz, $5, $6::uuid))
             ORDER BY d.created_at, d.item_code, d.id LIMIT $8`,
    },
    [...values, createdAt, itemCode, id, today, request.first + 1],
  );
  const total = async (): Promise<number> => {
    const [row] = await database.rows<{ count: number }>({ name: 'count-guide-drafts', text: `SELECT count(*)::int AS count FROM service_center.guide_draft d WHERE ${WHERE}` }, values);
    return row!.count;
  };
  return toPage(rows, request, (row) => `${row.createdAt} ${row.id} ${row.itemCode}`, total);
}

/** One draft that a command has just worked on. */
export async function getGuideDraft(database: Database, id: string, today: string): Promise<DraftRow> {
  const [row] = await database.rows<DraftRow>({ name: 'guide-draft', text: `${select('$2')} WHERE d.id = $1::uuid` }, [id, today]);
  if (row === undefined) throw new Error(`guide draft ${id} is not there`);
  return row;
}

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (.+)$/s;
const NO_PLACE = { createdAt: null, itemCode: null, id: null };

function placeAfter(after: string): { createdAt: string; itemCode: string; id: string } {
  const [, createdAt, id, itemCode] = PLACE.exec(after) ?? [];
  if (createdAt === undefined || id === undefined || itemCode === undefined || Number.isNaN(Date.parse(createdAt)))
    throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return { createdAt, itemCode, id };
}

/** A draft as the guide it is to be. */
export const guideOfDraft = ({ itemCode, version, effectiveOn, document, offices, officers }: DraftRow): Guide => ({
  itemCode,
  version,
  effectiveOn,
  effectiveTo: null,
  origin: 'PUBLISHED',
  document,
  offices: byId(offices),
  officers: byId(officers),
});
