import type { Json } from '../../shared/journal';
import { accept, refuse } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { CatalogTx } from '../context';
import type { CatalogAction } from '../rules/permissions';
import type { InstrumentLevel } from '../rules/vocabulary';

/** What a legal office knows of an instrument; null clears what was recorded, absent leaves it. */
export interface RecordInstrumentInput {
  id: string;
  /** Region of the legal office that records it. */
  regionCode: string;
  /** First day in force (施行日期). */
  effectiveOn?: string | null;
  /** First day no longer in force (废止日期). */
  repealedOn?: string | null;
  level?: InstrumentLevel | null;
}

interface Recorded {
  [fact: string]: Json;
  id: string;
  title: string;
  documentNumber: string | null;
  level: string | null;
  effectiveOn: string | null;
  repealedOn: string | null;
}

const FACTS = ['effectiveOn', 'repealedOn', 'level'] as const;

/**
 * Records when an instrument is in force, and its rank: what the legality review (P10) and its findings go by. One
 * record serves every item that cites it; recording the same again changes nothing.
 */
export const recordInstrument: Command<CatalogTx, CatalogAction, RecordInstrumentInput, { id: string }> = {
  action: 'record-instrument',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ id, ...stated }, { tx }) {
    const before = await load(tx, id);
    if (before === null) return refuse('UNKNOWN_INSTRUMENT', 'P10', '没有这份法律文件', [{ path: 'id', value: id }]);
    const after: Recorded = { ...before };
    for (const fact of FACTS) after[fact] = stated[fact] === undefined ? before[fact] : stated[fact];
    const { effectiveOn, repealedOn, level } = after;
    if (effectiveOn !== null && repealedOn !== null && repealedOn <= effectiveOn)
      return refuse('REPEALED_BEFORE_EFFECTIVE', 'P10', '废止日期须晚于施行日期', [
        { path: 'effectiveOn', value: effectiveOn },
        { path: 'repealedOn', value: repealedOn },
      ]);
    if (FACTS.every((fact) => before[fact] === after[fact])) return accept({ value: { id }, entries: [] });
    await tx.$executeRaw`
      UPDATE catalog.legal_instrument SET effective_on = ${effectiveOn}::date, repealed_on = ${repealedOn}::date, level = ${level}
      WHERE id::text = ${id}`;
    return accept({
      value: { id },
      entries: [
        {
          action: 'InstrumentRecorded',
          subject: { kind: 'LegalInstrument', id },
          summary: `登记法律文件效力：${after.title}`,
          before,
          after,
        },
      ],
    });
  },
};

async function load(tx: CatalogTx, id: string): Promise<Recorded | null> {
  const [row] = await tx.$queryRaw<Recorded[]>`
    SELECT id::text AS id, title, document_number AS "documentNumber", level,
      effective_on::text AS "effectiveOn", repealed_on::text AS "repealedOn"
    FROM catalog.legal_instrument WHERE id::text = ${id}`;
  return row ?? null;
}
