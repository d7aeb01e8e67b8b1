import { dayNumber, type Day } from '../clock/day-number';
import type { WorkingDays } from '../clock/working-days';
import type { ScoreWeights } from './policy';
import type { Severity } from './signal';

/** What happened at an agency in a month: signals that were not revoked, by day, and how many cases were decided early. */
export interface AgencyMonth {
  signals: readonly { day: Day; severity: Severity; count: number }[];
  decided: number;
  /** Decided before their due day. */
  early: number;
}

/** The score with what makes it up. */
export interface MonthlyScore {
  score: number;
  yellow: number;
  red: number;
  /** Runs of successive working days with a signal. */
  successiveRuns: number;
  earlyShare: number | null;
}

/** The monthly score (月度评分) by published weights: never below zero. */
export function monthlyScore({ signals, decided, early }: AgencyMonth, weights: ScoreWeights, calendar: WorkingDays): MonthlyScore {
  const count = (severity: Severity): number => signals.filter((signal) => signal.severity === severity).reduce((sum, each) => sum + each.count, 0);
  const [yellow, red] = [count('YELLOW'), count('RED')];
  const successiveRuns = runsOf(new Set(signals.map(({ day }) => dayNumber(day))), weights.successiveDays, calendar);
  const earlyShare = decided === 0 ? null : early / decided;
  const added = earlyShare !== null && earlyShare >= weights.earlyShare ? weights.early : 0;
  const score = weights.base - yellow * weights.yellow - red * weights.red - successiveRuns * weights.successive + added;
  return { score: Math.max(0, score), yellow, red, successiveRuns, earlyShare };
}

/** How many runs of so many successive working days there are; days of rest between them do not break a run. */
function runsOf(days: ReadonlySet<number>, length: number, calendar: WorkingDays): number {
  let [runs, run] = [0, 0];
  const sorted = [...days].toSorted((a, b) => a - b);
  for (let day = sorted[0] ?? 0; day <= (sorted.at(-1) ?? -1); day += 1) {
    if (days.has(day)) run += 1;
    else if (calendar.isWorkingDay(day)) run = 0;
    if (run === length) {
      runs += 1;
      run = 0;
    }
  }
  return runs;
}
