import type { CatalogTx } from '../../context';
import { instrumentKey } from '../../rules/item-identity';
import type { Citation } from '../../rules/listed-power';

/**
 * Makes sure every cited instrument has its one record and returns id by key. What a later citation knows and the
 * record does not (rank, document number) is added; what the record knows is not overwritten.
 */
export async function registerInstruments(tx: CatalogTx, citations: readonly Citation[]): Promise<Map<string, number>> {
  const wanted = new Map<string, { key: string; title: string; level: string | null; documentNumber: string | null }>();
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
  await tx.$executeRawUnsafe(
    `INSERT INTO catalog.legal_instrument (key, title, level, document_number)
     SELECT key, title, level, document_number
     FROM jsonb_to_recordset($1::jsonb) AS i(key text, title text, level text, document_number text)
     ON CONFLICT (key) DO UPDATE SET
       level = COALESCE(legal_instrument.level, excluded.level),
       document_number = COALESCE(legal_instrument.document_number, excluded.document_number)
     WHERE (legal_instrument.level IS NULL AND excluded.level IS NOT NULL)
        OR (legal_instrument.document_number IS NULL AND excluded.document_number IS NOT NULL)`,
    JSON.stringify([...wanted.values()].map(({ documentNumber, ...rest }) => ({ ...rest, document_number: documentNumber }))),
  );
  const rows = await tx.legalInstrument.findMany({
    where: { key: { in: [...wanted.keys()] } },
    select: { id: true, key: true },
  });
  return new Map(rows.map((row) => [row.key, row.id]));
}
