import type { ExerciseLevel, ItemStatus, PowerCategory } from '../rules/vocabulary';

/** One version of an item, as every query answers it; what it says at length: item-texts.ts. */
export interface ItemRow {
  versionId: string;
  code: string;
  codeScheme: 'HUB' | 'PUBLISHED';
  publishedCode: string | null;
  name: string;
  subItem: string | null;
  parentCode: string | null;
  category: PowerCategory;
  status: ItemStatus;
  /** Conditions of strict control (严管). */
  conditions: string | null;
  regionCode: string;
  agencyCode: string;
  bodyName: string;
  officeIds: string[];
  /** As the list prints them. */
  officeNames: string[];
  levels: ExerciseLevel[];
  authoritySplit: string | null;
  supervisionPhone: string | null;
  remark: string | null;
  /** The first edition that carries this version; null while none does. */
  editionId: string | null;
  validFrom: string;
  /** `9999-12-31` while it holds. */
  validTo: string;
  /** The day it was asked for: what belongs to it is answered as on the same day. */
  on: string;
}

/** Rows of one day, each knowing it. */
export const onDay = (rows: readonly Omit<ItemRow, 'on'>[], on: string): ItemRow[] => rows.map((row) => ({ ...row, on }));

/** The select list of `ItemRow` but for the day, over `catalog.item_version v JOIN catalog.power_item i`. */
export const ITEM_COLUMNS = `v.id AS "versionId", v.code, i.code_scheme AS "codeScheme", i.published_code AS "publishedCode",
  v.name, v.sub_item AS "subItem", v.parent_code AS "parentCode", v.category, v.status, v.conditions, v.region_code AS "regionCode",
  v.agency_code AS "agencyCode", v.body_name AS "bodyName", v.office_ids AS "officeIds",
  v.office_names AS "officeNames", v.levels, v.authority_split AS "authoritySplit",
  v.supervision_phone AS "supervisionPhone", v.remark, v.edition_id AS "editionId",
  v.valid_from::text AS "validFrom", v.valid_to::text AS "validTo"`;
