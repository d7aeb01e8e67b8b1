import type { JournalDraft } from '../../../shared/journal';
import type { CatalogTx } from '../../context';
import { instrumentKey } from '../../rules/item-identity';
import type { Citation } from '../../rules/listed-power';

/** What the hub knows of an instrument that a citation may complete. */
interface Known {
  level: string | null;
  documentNumber: string | null;
}

/**
 * Makes sure every cited instrument has its one record and returns id by key. What a later citation knows and the
 * record does not (rank, document number) is added, and said in the journal, since it shows with every item that cites
 * it; what the record knows is not overwritten.
 */
export async function registerInstruments(tx: CatalogTx, citations: readonly Citation[]): Promise<{ ids: Map<string, number>; entries: JournalDraft[] }> {
  const wanted = new Map<string, Known & { key: string; title: string }>();
  for (const citation of citations) {
    const { title, level, documentNumber } = citation;
    const key = instrumentKey(citation);
    const seen = wanted.get(key);
    wanted.set(key, {
      key,
      title: seen?.title ?? title,
      level: seen?.level ?? level,
      documentNumber: seen?.documentNumber ?? documentNumber,
    });
  }
  const completed = await tx.$queryRawUnsafe<{ id: string; title: string; before: Known; after: Known }[]>(
    `WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS i(key text, title text, level text, document_number text)),
     before AS (SELECT l.key, l.level, l.document_number FROM catalog.legal_instrument l JOIN wanted USING (key)),
     written AS (
       INSERT INTO catalog.legal_instrument (key, title, level, document_number) SELECT key, title, level, document_number FROM wanted
       ON CONFLICT (key) DO UPDATE SET
         level = COALESCE(legal_instrument.level, excluded.level),
         document_number = COALESCE(legal_instrument.document_number, excluded.document_number)
       WHERE (legal_instrument.level IS NULL AND excluded.level IS NOT NULL)
          OR (legal_instrument.document_number IS NULL AND excluded.document_number IS NOT NULL)
       RETURNING id, key, title, level, document_number)
     SELECT w.id::text AS id, w.title, json_build_object('level', b.level, 'documentNumber', b.document_number) AS before,
       json_build_object('level', w.level, 'documentNumber', w.document_number) AS after
     FROM written w JOIN before b USING (key) ORDER BY w.id`,
    JSON.stringify([...wanted.values()].map(({ documentNumber, ...rest }) => ({ ...rest, document_number: documentNumber }))),
  );
  const rows = await tx.legalInstrument.findMany({
    where: { key: { in: [...wanted.keys()] } },
    select: { id: true, key: true },
  });
  return { ids: new Map(rows.map((row) => [row.key, row.id])), entries: completed.map(completedEntry) };
}

const completedEntry = ({ id, title, before, after }: { id: string; title: string; before: Known; after: Known }): JournalDraft => ({
  action: 'InstrumentCompleted',
  subject: { kind: 'LegalInstrument', id },
  summary: `补充法律文件信息：${title}`,
  before: { ...before },
  after: { id, title, ...after },
});
