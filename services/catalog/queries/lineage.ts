import type { Database } from '../../shared/database';
import type { LineageKind } from '../rules/lineage';

/** One step of an item's lineage, seen from that item. */
export interface LineageStep {
  /** The item at the other end. */
  code: string;
  kind: LineageKind;
  effectiveOn: string;
  adjustmentId: string;
}

/** What an item comes of and what came of it. */
export interface Lineage {
  predecessors: LineageStep[];
  successors: LineageStep[];
}

/** The lineage of items, both ways, one step. One statement. */
export async function lineageOf(database: Database, codes: readonly string[]): Promise<Lineage[]> {
  const rows = await database.rows<LineageStep & { of: string; end: keyof Lineage }>(
    {
      name: 'lineage-of-items',
      text: `SELECT l.to_code AS "of", 'predecessors' AS "end", l.from_code AS code, l.kind, l.effective_on::text AS "effectiveOn",
               l.adjustment_id::text AS "adjustmentId"
             FROM catalog.lineage l WHERE l.to_code = ANY($1::text[])
             UNION ALL
             SELECT l.from_code, 'successors', l.to_code, l.kind, l.effective_on::text, l.adjustment_id::text
             FROM catalog.lineage l WHERE l.from_code = ANY($1::text[])
             ORDER BY 5, 3`,
    },
    [codes],
  );
  const byCode = new Map(codes.map((code): [string, Lineage] => [code, { predecessors: [], successors: [] }]));
  for (const { of, end, ...step } of rows) byCode.get(of)?.[end].push(step);
  return codes.map((code) => byCode.get(code)!);
}
