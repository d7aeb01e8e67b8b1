import type { JournalDraft } from '../../../shared/journal';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { CatalogTx } from '../../context';
import { ON_THE_LIST } from '../../rules/on-the-list';
import { nextEdition } from '../publish-edition/next-edition';

/** The edition that files of one day make, and what the journal hears when it is new. */
export interface OpenedEdition {
  id: string;
  events: JournalDraft[];
}

/**
 * Files published on one day make one edition of the region's list, which grows as they arrive. An edition that the
 * government published here is fixed, and so is what the list said until its day (P7): no file comes in behind it, and
 * none behind a later state of an item it restates.
 */
export async function openEdition(
  tx: CatalogTx,
  regionCode: string,
  publishedOn: string,
  restated: readonly string[],
): Promise<Outcome<OpenedEdition>> {
  const editions = await tx.$queryRaw<EditionFound[]>`
    SELECT id, number, origin, published_on::text AS "publishedOn" FROM catalog.edition
    WHERE region_code = ${regionCode} AND published_on >= ${publishedOn}::date ORDER BY published_on, number`;
  const fixed = editions.find(({ origin }) => origin === 'PUBLISHED');
  if (fixed)
    return refuse('EDITION_IS_FIXED', 'P7', `第 ${fixed.number} 版已于 ${fixed.publishedOn} 公布，不能再导入该日及以前的清单`, [
      { path: 'publishedOn', value: publishedOn },
      { path: 'edition.id', value: fixed.id },
    ]);
  const later = await laterStates(tx, publishedOn, restated);
  if (later.length > 0)
    return refuse('LATER_STATE_EXISTS', 'P7', `${later.length} 个事项在 ${publishedOn} 之后已有新的状态，不能再导入该日的清单`, [
      { path: 'publishedOn', value: publishedOn },
      ...later.map((code) => ({ path: 'item', value: code })),
    ]);
  const same = editions.find((edition) => edition.publishedOn === publishedOn);
  return accept(same ? { id: same.id, events: [] } : await createEdition(tx, regionCode, publishedOn));
}

interface EditionFound {
  id: string;
  number: number;
  origin: 'IMPORTED' | 'PUBLISHED';
  publishedOn: string;
}

async function createEdition(tx: CatalogTx, regionCode: string, publishedOn: string): Promise<OpenedEdition> {
  const { id, number } = await nextEdition(tx, regionCode);
  await tx.edition.create({ data: { id, regionCode, number, publishedOn: new Date(`${publishedOn}T00:00:00Z`) }, select: { id: true } });
  return {
    id,
    events: [
      {
        action: 'EditionPublished',
        subject: { kind: 'Edition', id },
        summary: `公布第 ${number} 版权力清单（${publishedOn}）`,
        before: null,
        after: { id, regionCode, number, publishedOn, origin: 'IMPORTED' },
      },
    ],
  };
}

/** Items whose current state begins after the day: a decision already taken, or a later list. */
async function laterStates(tx: CatalogTx, day: string, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<{ code: string }[]>(
    `SELECT code FROM catalog.item_version
     WHERE code = ANY($1::text[]) AND valid_to = '9999-12-31' AND valid_from > $2::date ORDER BY code`,
    codes,
    day,
  );
  return rows.map(({ code }) => code);
}

/** Brings content and counts of the imported editions from a day on up to what the files have said. One statement. */
export async function countImportedEditions(tx: CatalogTx, regionCode: string, from: string): Promise<void> {
  await tx.$executeRawUnsafe(
    `WITH listed AS (
       SELECT e.id AS edition_id, v.id, v.code, v.category FROM catalog.edition e
       JOIN catalog.item_version v ON v.region_code = e.region_code AND v.valid_from <= e.published_on
         AND v.valid_to > e.published_on AND v.status = ANY($3::text[])
       WHERE e.region_code = $1 AND e.published_on >= $2::date AND e.origin = 'IMPORTED'
     ), counted AS (
       SELECT c.edition_id, sum(c.count) AS total, jsonb_object_agg(c.category, c.count) AS counts
       FROM (SELECT edition_id, category, count(*) AS count FROM listed GROUP BY edition_id, category) AS c GROUP BY c.edition_id
     ), filled AS (
       SELECT edition_id, array_agg(id ORDER BY code) AS content FROM listed GROUP BY edition_id
     )
     UPDATE catalog.edition e SET content = f.content, total = c.total, counts = c.counts
     FROM filled f JOIN counted c USING (edition_id) WHERE f.edition_id = e.id`,
    regionCode,
    from,
    ON_THE_LIST,
  );
}
