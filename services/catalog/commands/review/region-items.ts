import type { CatalogTx } from '../../context';
import type { ItemFacts } from '../import-list/statement';
import type { KnownItem } from '../../rules/identify-items';
import { codeKey } from '../../rules/item-identity';
import type { ItemAtPublication } from '../../rules/review-cycle/publication';

/** An item of a region as it stands, and what recognises it. */
export interface RegionItem extends ItemAtPublication, KnownItem {
  codeScheme: 'PUBLISHED' | 'HUB';
}

/** Every item the region ever listed, in its last state. One statement. */
export const itemsOfRegion = (tx: CatalogTx, regionCode: string): Promise<RegionItem[]> =>
  tx.$queryRawUnsafe(
    `SELECT i.code, i.code_scheme AS "codeScheme", i.published_code AS "publishedCode", i.natural_key AS "naturalKey",
       v.agency_code AS "agencyCode", v.status, v.conditions, v.fingerprint, v.valid_from::text AS since, v.adjustment_id IS NOT NULL AS adjusted
     FROM catalog.power_item i JOIN catalog.item_version v ON v.code = i.code AND v.valid_to = '9999-12-31'
     WHERE i.region_code = $1 ORDER BY i.code`,
    regionCode,
  );

/** What the list says about these items now. One statement. */
export const statedItems = (tx: CatalogTx, codes: readonly string[]): Promise<ItemFacts[]> =>
  tx.$queryRawUnsafe(
    `SELECT v.code, i.published_code AS "publishedCode", v.name, v.sub_item AS "subItem", v.parent_code AS "parentCode", v.category,
       v.agency_code AS "agencyCode", v.body_name AS "bodyName", v.office_ids AS "officeIds", v.office_names AS "officeNames", v.levels,
       v.authority_split AS "authoritySplit", v.basis_text AS "basisText", v.duty, v.responsibilities, v.accountability,
       v.supervision_phone AS "supervisionPhone", v.remark,
       COALESCE((SELECT json_agg(json_build_object('title', l.title, 'level', c.level, 'documentNumber', c.document_number, 'date', c.date,
           'article', c.article, 'paragraph', c.paragraph, 'item', c.item, 'quoted', c.quoted) ORDER BY c.ordinal)
         FROM catalog.citation c JOIN catalog.legal_instrument l ON l.id = c.instrument_id WHERE c.version_id = v.id), '[]') AS citations
     FROM catalog.item_version v JOIN catalog.power_item i ON i.code = v.code
     WHERE v.code = ANY($1::text[]) AND v.valid_to = '9999-12-31' ORDER BY v.code`,
    codes,
  );

/** Published codes among these that items of other regions already have: codes are keys of the whole hub. One statement. */
export async function codesTakenElsewhere(tx: CatalogTx, regionCode: string, publishedCodes: readonly (string | null)[]): Promise<Set<string>> {
  const codes = publishedCodes.flatMap((code) => (code === null ? [] : [codeKey(code)]));
  const rows = await tx.$queryRawUnsafe<{ code: string }[]>(
    `SELECT code FROM catalog.power_item WHERE code = ANY($1::text[]) AND region_code <> $2`,
    codes,
    regionCode,
  );
  return new Set(rows.map(({ code }) => code));
}
