import type { Database } from '../../../shared/database';
import type { AccountabilityKind } from '../../rules/review-cycle/accountability';
import type { CycleStage } from '../../rules/review-cycle/stages';

/** An interview or accountability record (P12). */
export interface AccountabilityRow {
  id: string;
  cycleId: string;
  agencyCode: string;
  stage: CycleStage;
  kind: AccountabilityKind;
  reason: string;
  openedOn: string;
  heldOn: string | null;
  outcome: string | null;
}

/** A cycle's records, all or one department's, in the order they were opened. One statement. */
export const accountabilityOfCycle = (database: Database, cycleId: string, agencyCode: string | null): Promise<AccountabilityRow[]> =>
  database.rows(
    {
      name: 'cycle-accountability',
      text: `SELECT id::text AS id, cycle_id AS "cycleId", agency_code AS "agencyCode", stage, kind, reason, opened_on::text AS "openedOn",
               held_on::text AS "heldOn", outcome
             FROM catalog.accountability_record WHERE cycle_id = $1 AND ($2::text IS NULL OR agency_code = $2) ORDER BY id`,
    },
    [cycleId, agencyCode],
  );
