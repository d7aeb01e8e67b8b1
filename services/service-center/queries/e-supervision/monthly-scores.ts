import type { Database } from '../../../shared/database';
import { monthlyScore, type AgencyMonth, type MonthlyScore } from '../../rules/e-supervision/monthly-score';
import { workingCalendar } from '../calendar-days';
import { asking } from '../cases/ask';
import { regionPrefix, type CasesOf } from '../cases/list-cases';
import { policies, policyOrUsual } from './policies';

/** An agency's score of a month. */
export interface AgencyScore extends MonthlyScore {
  agencyCode: string;
  agencyName: string;
  decided: number;
}

interface Row {
  agencyCode: string;
  agencyName: string;
  signals: AgencyMonth['signals'] | null;
  decided: number;
  early: number;
}

/**
 * The scores of a region's agencies in a month, `YYYY-MM`, the best first: by the weights that held on its last day.
 * Signals count on the day of what they found, unless they were revoked. Three statements, however many agencies.
 */
export async function monthlyScores(database: Database, { regionCode, agencyCode }: CasesOf, month: string): Promise<AgencyScore[]> {
  const [rows, policyOf, calendar] = await Promise.all([
    database.rows<Row & Record<string, unknown>>(
      {
        name: `monthly-scores-${agencyCode === null ? 'region' : 'agency'}`,
        text: `
          WITH month AS (SELECT $1::date AS first, ($1::date + interval '1 month')::date AS next),
          by_day AS (
            SELECT s.agency_code, s.occurred_on, s.severity, count(*)::int AS count
            FROM month, service_center.supervision_signal s
            WHERE ${agencyCode === null ? `s.region_code LIKE $2 || '%'` : 's.agency_code = $2'} AND s.occurred_on >= first AND s.occurred_on < next
              AND s.verdict IS DISTINCT FROM 'REVOKED'
            GROUP BY 1, 2, 3),
          signals AS (
            SELECT agency_code, json_agg(json_build_object('day', occurred_on, 'severity', severity, 'count', count)) AS signals FROM by_day GROUP BY 1),
          decided AS (
            SELECT c.agency_code, count(*)::int AS decided,
              count(*) FILTER (WHERE (c.decided_at AT TIME ZONE 'Asia/Shanghai')::date < c.due_on)::int AS early
            FROM month, service_center.service_case c
            WHERE ${agencyCode === null ? `c.region_code LIKE $2 || '%'` : 'c.agency_code = $2'} AND c.outcome <> 'WITHDRAWN'
              AND c.decided_at >= first::timestamp AT TIME ZONE 'Asia/Shanghai' AND c.decided_at < next::timestamp AT TIME ZONE 'Asia/Shanghai'
            GROUP BY 1)
          SELECT agency_code AS "agencyCode", COALESCE(a.name, agency_code) AS "agencyName", s.signals,
            COALESCE(d.decided, 0) AS decided, COALESCE(d.early, 0) AS early
          FROM signals s FULL JOIN decided d USING (agency_code) LEFT JOIN service_center.agency a ON a.code = agency_code`,
      },
      [`${month}-01`, agencyCode ?? regionPrefix(regionCode)],
    ),
    policies(asking(database)),
    workingCalendar(database),
  ]);
  const { score: weights } = policyOrUsual(policyOf, regionCode, lastDay(month));
  return rows
    .map(({ agencyCode: code, agencyName, signals, decided, early }) => ({
      agencyCode: code,
      agencyName,
      decided,
      ...monthlyScore({ signals: signals ?? [], decided, early }, weights, calendar),
    }))
    .toSorted((a, b) => b.score - a.score || (a.agencyCode < b.agencyCode ? -1 : 1));
}

function lastDay(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  return next.toISOString().slice(0, 10);
}
