import type { CaseFact, EventOrigin } from '../../rules/cases/case-fact';
import { toFact } from '../../rules/cases/case-fact';
import type { CaseState } from '../../rules/cases/case-states';
import type { CaseEventKind } from '../../rules/clock/case-event';
import type { Handling } from '../../rules/clock/statute';
import type { PowerCategory } from '../../rules/vocabulary';
import type { Ask } from './ask';

/** What a case is, as against what happened to it. */
export interface CaseHeader {
  number: string;
  itemCode: string;
  category: PowerCategory;
  guideVersion: number | null;
  agencyCode: string;
  regionCode: string;
  officeId: string | null;
  handling: Handling;
  channel: string | null;
  applicantKind: string | null;
  origin: 'OPENED' | 'REPORTED';
  queryCodeHash: string | null;
}

/** A case with all its events, and its state and due date as last folded. */
export interface CaseFile {
  header: CaseHeader;
  facts: CaseFact[];
  state: CaseState;
  dueOn: string | null;
  dueProvisional: boolean;
}

type EventCells = [id: string, kind: CaseEventKind, at: number, arrivedAt: number, origin: EventOrigin, officeId: string | null, officerId: string | null, body: Record<string, unknown>];
type FileCells = [header: CaseHeader, state: CaseState, dueOn: string | null, dueProvisional: boolean, events: EventCells[]];

const HEADER_JSON = `json_build_object('number', c.number, 'itemCode', c.item_code, 'category', c.category,
  'guideVersion', c.guide_version, 'agencyCode', c.agency_code, 'regionCode', c.region_code, 'officeId', c.office_id,
  'handling', c.handling, 'channel', c.channel, 'applicantKind', c.applicant_kind, 'origin', c.origin,
  'queryCodeHash', c.query_code_hash)`;

/** Case files of the cases `c` that a FROM clause selects, as one text: thousands of rows cost one to carry. */
const filesOf = (from: string): string => `
  SELECT json_agg(json_build_array(${HEADER_JSON}, c.state, c.due_on, c.due_provisional, e.events) ORDER BY c.number)::text AS files
  FROM ${from}
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_array(e.event_id, e.kind, (extract(epoch FROM e.at) * 1000)::bigint,
      (extract(epoch FROM e.arrived_at) * 1000)::bigint, e.origin, e.office_id, e.officer_id, e.body)) AS events
    FROM service_center.case_event e WHERE e.case_number = c.number) e`;

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

const toFile = ([header, state, dueOn, dueProvisional, events]: FileCells): CaseFile => ({
  header,
  state,
  dueOn,
  dueProvisional,
  facts: events.map(([id, kind, at, arrivedAt, origin, officeId, officerId, body]) =>
    toFact({ id, kind, at: iso(at), arrivedAt: iso(arrivedAt), origin, officeId, officerId }, body),
  ),
});

async function files(ask: Ask, name: string, text: string, values: unknown[]): Promise<CaseFile[]> {
  const [row] = await ask<{ files: string | null }>({ name, text }, values);
  return row?.files ? (JSON.parse(row.files) as FileCells[]).map(toFile) : [];
}

/** Cases by number with all their events. One statement, however many. */
export async function caseFiles(ask: Ask, numbers: readonly string[]): Promise<Map<string, CaseFile>> {
  if (numbers.length === 0) return new Map();
  const found = await files(ask, 'case-files', filesOf('service_center.service_case c') + ' WHERE c.number = ANY($1::text[])', [numbers]);
  return new Map(found.map((file) => [file.header.number, file]));
}

/** Open cases below a region in the order of their numbers, after a number. One statement. */
export const openCaseFiles = (ask: Ask, regionPrefix: string, after: string, limit: number): Promise<CaseFile[]> =>
  files(
    ask,
    'open-case-files',
    filesOf(`(SELECT * FROM service_center.service_case o WHERE o.open AND o.number > $2 AND o.region_code LIKE $1 || '%'
              ORDER BY o.number LIMIT $3) c`),
    [regionPrefix, after, limit],
  );

/** Open cases that a calendar may move: due on a day it had not reached, or on or after `day`. After a number. One statement. */
export const movableCaseFiles = (ask: Ask, day: string, after: string, limit: number): Promise<CaseFile[]> =>
  files(
    ask,
    'movable-case-files',
    filesOf(`(SELECT * FROM service_center.service_case o WHERE o.open AND o.number > $2
                AND (o.due_provisional OR o.due_on >= $1::date OR o.intake_due_on >= $1::date) ORDER BY o.number LIMIT $3) c`),
    [day, after, limit],
  );
