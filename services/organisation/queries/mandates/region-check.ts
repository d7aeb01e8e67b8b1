import type { Database } from '../../../shared/database';
import { agencyViews } from '../../rules/mandates/agency-views';
import type { AgencyView } from '../../rules/mandates/cross-check-facts';
import { checkAgency } from '../../rules/mandates/checks';
import { compareFindings } from '../../rules/mandates/finding-order';
import type { Finding } from '../../rules/mandates/finding';
import { crossCheckFacts } from './cross-check-facts';
import { findingsOnRecord, type FindingRecord } from './findings';

/** A finding as it is today, with what became of it if it is on record. */
export interface CheckedFinding extends Finding {
  record: Omit<FindingRecord, 'finding'> | null;
}

/** A region's cross-check as of now. */
export interface RegionCheck {
  regionCode: string;
  day: string;
  views: ReadonlyMap<string, AgencyView>;
  /** By agency and in the order of the checks. */
  findings: readonly CheckedFinding[];
  recordOf: (finding: Finding) => CheckedFinding;
}

const MOST_KEPT = 8;

/**
 * Cross-checks of regions, each made once for a state of the data: the service's own journal, how far it has followed
 * the list, and the day. Seven statements for a new state, one to see that nothing has changed.
 */
export function createRegionChecks(database: Database) {
  const made = new Map<string, Promise<RegionCheck>>();
  return async function regionCheck(regionCode: string, day: string): Promise<RegionCheck> {
    const key = `${regionCode} ${day} ${await stateOfData(database)}`;
    const known = made.get(key);
    if (known) return known;
    const check = makeCheck(database, regionCode, day);
    made.set(key, check);
    check.catch(() => made.delete(key)); // the caller hears of it; the next one tries again
    for (const oldest of made.keys()) {
      if (made.size <= MOST_KEPT) break;
      made.delete(oldest);
    }
    return check;
  };
}
export type RegionChecks = ReturnType<typeof createRegionChecks>;

async function stateOfData(database: Database): Promise<string> {
  const [row] = await database.rows<{ state: string }>({
    name: 'state-of-mandates-and-list',
    text: `SELECT h.hash || '/' || coalesce((SELECT c.hash FROM organisation.follower_cursor c WHERE c.source = 'catalog'), '') AS state
           FROM organisation.journal_head h WHERE h.id = 1`,
  });
  return row?.state ?? '';
}

async function makeCheck(database: Database, regionCode: string, day: string): Promise<RegionCheck> {
  const facts = await crossCheckFacts(database, regionCode, day);
  const records = new Map((await findingsOnRecord(database, regionCode)).map(({ finding, ...record }) => [finding.id, record]));
  const views = agencyViews(facts);
  const recordOf = (finding: Finding): CheckedFinding => ({ ...finding, record: records.get(finding.id) ?? null });
  return {
    regionCode,
    day,
    views: new Map(views.map((view) => [view.agency.code, view])),
    findings: views.flatMap(checkAgency).toSorted(compareFindings).map(recordOf),
    recordOf,
  };
}
