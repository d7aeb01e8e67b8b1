import { dayOf } from '../cases/fold-case';
import type { SignalRule } from './signal';

const HOUR = 3_600_000;

/** Supervision sees what it is told: an event that arrives long after it happened is itself a finding. Once for each arrival. */
export const lateReport: SignalRule = ({ facts }, { lateReportHours }) => {
  const worst = new Map<string, { eventId: string; hours: number }>();
  for (const { id: eventId, at, arrivedAt } of facts) {
    const hours = Math.floor((Date.parse(arrivedAt) - Date.parse(at)) / HOUR);
    if (hours > lateReportHours && hours > (worst.get(arrivedAt)?.hours ?? 0)) worst.set(arrivedAt, { eventId, hours });
  }
  return [...worst].map(([arrivedAt, { eventId, hours }]) => ({
    cause: arrivedAt,
    eventId,
    rule: 'P17',
    numbers: { hours, allowed: lateReportHours },
    occurredOn: dayOf(arrivedAt),
  }));
};
