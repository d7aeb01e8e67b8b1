import type { Database } from '../../shared/database';
import type { Citation } from '../rules/listed-power';
import type { InstrumentLevel } from '../rules/vocabulary';

/** An instrument as its one record holds it. */
export interface InstrumentRow {
  id: string;
  title: string;
  documentNumber: string | null;
  level: InstrumentLevel | null;
  /** First day in force, where known. */
  effectiveOn: string | null;
  /** First day no longer in force, where known. */
  repealedOn: string | null;
}

/** One clause an item version rests on, with its instrument. */
export type CitationRow = Omit<Citation, 'title'> & { ordinal: number; instrument: InstrumentRow };

/** The citations of item versions, each in the list's order. One statement. */
export async function citationsOf(database: Database, versionIds: readonly string[]): Promise<CitationRow[][]> {
  const rows = await database.rows<{ versionId: string; citations: CitationRow[] }>(
    {
      name: 'citations-of-versions',
      text: `SELECT c.version_id AS "versionId", json_agg(json_build_object(
               'ordinal', c.ordinal, 'level', c.level, 'documentNumber', c.document_number, 'date', c.date,
               'article', c.article, 'paragraph', c.paragraph, 'item', c.item, 'quoted', c.quoted,
               'instrument', json_build_object('id', n.id::text, 'title', n.title,
                 'documentNumber', n.document_number, 'level', n.level,
                 'effectiveOn', n.effective_on, 'repealedOn', n.repealed_on)) ORDER BY c.ordinal) AS citations
             FROM catalog.citation c JOIN catalog.legal_instrument n ON n.id = c.instrument_id
             WHERE c.version_id = ANY($1::bigint[]) GROUP BY c.version_id`,
    },
    [versionIds],
  );
  const byVersion = new Map(rows.map((row) => [row.versionId, row.citations]));
  return versionIds.map((id) => byVersion.get(id) ?? []);
}

/** Instruments by id, null where there is none. One statement. */
export async function instrumentsById(database: Database, ids: readonly string[]): Promise<(InstrumentRow | null)[]> {
  const rows = await database.rows<InstrumentRow>(
    {
      name: 'instruments-by-id',
      text: `SELECT id::text AS id, title, document_number AS "documentNumber", level,
               effective_on::text AS "effectiveOn", repealed_on::text AS "repealedOn"
             FROM catalog.legal_instrument WHERE id::text = ANY($1::text[])`,
    },
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
