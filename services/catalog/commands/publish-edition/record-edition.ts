import { dayInChina } from '../../../shared/day';
import { insertRows } from '../../../shared/insert-rows';
import type { JournalDraft } from '../../../shared/journal';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { CatalogTx } from '../../context';
import { exceptionRecordsOf } from '../../queries/adjustments';
import type { DecisionDocument } from '../../rules/adjustments/grounds';
import { followsInTime, hasDecision } from '../../rules/edition-order';
import { hasGrown, onlyFewer } from '../../rules/only-fewer';
import { additionsTo } from './additions';
import { loadListOnDay, type ListOnDay } from './list-on-day';
import { earlierEditions, nextEdition } from './next-edition';

export { nextEdition } from './next-edition';

/** An edition as the government publishes it. */
export interface RecordEditionInput {
  regionCode: string;
  publishedOn: string;
  document: DecisionDocument | null;
  /** The review cycle that led to it, if one did. */
  cycleId: string | null;
  now: Date;
}

const EDITION_TYPES = {
  id: 'text',
  region_code: 'text',
  number: 'int',
  published_on: 'date',
  origin: 'text',
  document_title: 'text',
  document_number: 'text',
  document_date: 'date',
  cycle_id: 'text',
  total: 'int',
  counts: 'jsonb',
  content: 'bigint[]',
};

/**
 * Records an edition of a region's list as it stands on its day, versions written before in this transaction included
 * (P7, P10): refused without the government's decision, out of order, or with more items than the last edition and an
 * addition without its exception record (P6). Its content is fixed from here on.
 */
export async function recordEdition(
  tx: CatalogTx,
  { regionCode, publishedOn, document, cycleId, now }: RecordEditionInput,
): Promise<Outcome<{ editionId: string; entries: JournalDraft[] }>> {
  const proposal = { publishedOn, document, today: dayInChina(now) };
  const decided = hasDecision(proposal);
  if (!decided.ok) return decided;
  if (!(await tx.powerList.findUnique({ where: { regionCode } })))
    return refuse('NO_LIST', 'P1', '该地区尚未建立权力清单', [{ path: 'regionCode', value: regionCode }]);
  const { last, measure } = await earlierEditions(tx, regionCode);
  const inTime = followsInTime(proposal, last);
  if (!inTime.ok) return inTime;

  const list = await loadListOnDay(tx, regionCode, publishedOn);
  const sizes = { previous: measure?.total ?? null, next: list.total };
  const additions = measure !== null && hasGrown(sizes) ? await additionsTo(tx, measure.id, list.codes) : [];
  const excepted = additions.length === 0 ? new Set<string>() : await exceptionRecordsOf(tx, regionCode, additions);
  const fewer = onlyFewer({ ...sizes, additions, excepted });
  if (!fewer.ok) return fewer;

  const { id, number } = await nextEdition(tx, regionCode);
  const edition = { id, regionCode, number, publishedOn, document: document!, cycleId };
  await writeEdition(tx, edition, list);
  return accept({ editionId: id, entries: [eventOf(edition, list)] });
}

interface NewEdition {
  id: string;
  regionCode: string;
  number: number;
  publishedOn: string;
  document: DecisionDocument;
  cycleId: string | null;
}

async function writeEdition(tx: CatalogTx, edition: NewEdition, { content, total, counts }: ListOnDay): Promise<void> {
  const { id, regionCode, number, publishedOn, document, cycleId } = edition;
  await insertRows(tx, 'catalog.edition', EDITION_TYPES, [
    {
      id,
      region_code: regionCode,
      number,
      published_on: publishedOn,
      origin: 'PUBLISHED',
      document_title: document.title,
      document_number: document.number,
      document_date: document.date,
      cycle_id: cycleId,
      total,
      counts,
      content,
    },
  ]);
  // What adjustments have brought since the last edition is now published in this one.
  await tx.$executeRawUnsafe(
    `UPDATE catalog.item_version SET edition_id = $1 WHERE region_code = $2 AND edition_id IS NULL AND valid_from <= $3::date`,
    id,
    regionCode,
    publishedOn,
  );
}

function eventOf({ document, ...edition }: NewEdition, { total, counts }: ListOnDay): JournalDraft {
  return {
    action: 'EditionPublished',
    subject: { kind: 'Edition', id: edition.id },
    summary: `公布第 ${edition.number} 版权力清单（${edition.publishedOn}），共 ${total} 项`,
    before: null,
    after: { ...edition, origin: 'PUBLISHED', document: { ...document }, total, counts: { ...counts } },
  };
}
