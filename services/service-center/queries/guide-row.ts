import type { GuideDocument } from '../rules/guide-document';
import type { KnownOffice, KnownOfficer } from '../rules/link-status';
import type { GuideOrigin } from '../rules/vocabulary';
import { byId, officersJson, officesJson } from './known-facts';

/** One version of a guide with the offices and officers it names, as known today. */
export interface Guide {
  itemCode: string;
  version: number;
  effectiveOn: string;
  /** First day it no longer holds; null while nothing replaces it. */
  effectiveTo: string | null;
  origin: GuideOrigin;
  document: GuideDocument;
  offices: ReadonlyMap<string, KnownOffice>;
  officers: ReadonlyMap<string, KnownOfficer>;
}

/** The columns of a guide version `g`; whom it names comes with it, so that one statement answers everything. */
export const GUIDE_COLUMNS = `g.item_code, g.version, g.valid_from::text AS valid_from,
  NULLIF(g.valid_to, '9999-12-31')::text AS valid_to, g.origin, g.document,
  ${officesJson('g.office_ids')} AS offices, ${officersJson('g.officer_ids')} AS officers`;

export interface GuideRow {
  item_code: string;
  version: number;
  valid_from: string;
  valid_to: string | null;
  origin: GuideOrigin;
  document: GuideDocument;
  offices: KnownOffice[] | null;
  officers: KnownOfficer[] | null;
}

export const toGuide = (row: GuideRow): Guide => ({
  itemCode: row.item_code,
  version: row.version,
  effectiveOn: row.valid_from,
  effectiveTo: row.valid_to,
  origin: row.origin,
  document: row.document,
  offices: byId(row.offices),
  officers: byId(row.officers),
});
