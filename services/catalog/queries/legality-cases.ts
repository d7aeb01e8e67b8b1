import type { Database } from '../../shared/database';
import type { Basis, LegalityCase } from '../rules/legality';
import { ON_THE_LIST } from '../rules/on-the-list';
import type { CitationRow } from './citations';
import type { ItemRow } from './item-columns';
import type { ItemTexts } from './item-texts';

/** An item on the list with what the legality checks look at. */
export interface ReviewedItem extends LegalityCase {
  code: string;
  versionId: string;
}

const titleOf = (name: string, subItem: string | null): string => (subItem === null ? name : `${name}（${subItem}）`);
const printed = (basisText: string | null): string | null => (basisText === null || basisText.trim() === '' ? null : basisText);

/** The case of an item that is already loaded, with its citations. */
export const caseOf = (item: ItemRow, { basisText }: ItemTexts, citations: readonly CitationRow[]): LegalityCase => ({
  name: titleOf(item.name, item.subItem),
  category: item.category,
  basisText: printed(basisText),
  bases: citations.map(
    ({ ordinal, level, article, item: clauseItem, instrument }): Basis => ({
      ordinal,
      title: instrument.title,
      level: instrument.level ?? level,
      article,
      item: clauseItem,
      effectiveOn: instrument.effectiveOn,
      repealedOn: instrument.repealedOn,
    }),
  ),
  on: item.on,
});

interface Row extends Omit<ReviewedItem, 'on' | 'bases'> {
  subItem: string | null;
  bases: Basis[] | null;
}

/** What is on a region's list on a day, or one agency's part of it, with its bases, by code. One statement. */
export async function legalityCases(database: Database, regionCode: string, agencyCode: string | null, on: string): Promise<ReviewedItem[]> {
  const rows = await database.rows<Row>(
    {
      name: 'legality-cases',
      text: `WITH listed AS MATERIALIZED (
               SELECT id, code, name, sub_item, category, basis_text FROM catalog.item_version
               WHERE region_code = $1 AND ($2::text IS NULL OR agency_code = $2)
                 AND valid_from <= $3::date AND valid_to > $3::date AND status = ANY($4::text[])
             ), bases AS (
               SELECT c.version_id, json_agg(json_build_object('ordinal', c.ordinal, 'title', n.title,
                 'level', COALESCE(n.level, c.level), 'article', c.article, 'item', c.item,
                 'effectiveOn', n.effective_on, 'repealedOn', n.repealed_on) ORDER BY c.ordinal) AS bases
               FROM catalog.citation c JOIN catalog.legal_instrument n ON n.id = c.instrument_id
               WHERE c.version_id IN (SELECT id FROM listed) GROUP BY c.version_id
             )
             SELECT l.code, l.id::text AS "versionId", l.name, l.sub_item AS "subItem", l.category,
               l.basis_text AS "basisText", b.bases
             FROM listed l LEFT JOIN bases b ON b.version_id = l.id ORDER BY l.code`,
    },
    [regionCode, agencyCode, on, ON_THE_LIST],
  );
  return rows.map(({ subItem, name, basisText, bases, ...row }) => ({
    ...row,
    name: titleOf(name, subItem),
    basisText: printed(basisText),
    bases: bases ?? [],
    on,
  }));
}
