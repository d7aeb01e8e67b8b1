import type { Database } from '../../../shared/database';
import type { CycleState } from '../../rules/review-cycle/cycle-state';

/** A review cycle. */
export interface CycleRow {
  id: string;
  regionCode: string;
  title: string;
  pilot: boolean;
  schemeCode: string;
  openedOn: string;
  closedOn: string | null;
  state: CycleState;
}

/** The select list of `CycleRow`, over `catalog.review_cycle`. */
export const CYCLE_COLUMNS = `id, region_code AS "regionCode", title, pilot, scheme_code AS "schemeCode", opened_on::text AS "openedOn",
  closed_on::text AS "closedOn", state`;
const CYCLES = `SELECT ${CYCLE_COLUMNS} FROM catalog.review_cycle`;

/** One cycle, null when there is none. One statement. */
export async function findCycle(database: Database, id: string): Promise<CycleRow | null> {
  const [row] = await database.rows<CycleRow>({ name: 'review-cycle', text: `${CYCLES} WHERE id = $1` }, [id]);
  return row ?? null;
}

/** A region's cycles, the newest first. One statement. */
export const cyclesOfRegion = (database: Database, regionCode: string): Promise<CycleRow[]> =>
  database.rows<CycleRow>({ name: 'review-cycles', text: `${CYCLES} WHERE region_code = $1 ORDER BY opened_on DESC, id DESC LIMIT 100` }, [regionCode]);
