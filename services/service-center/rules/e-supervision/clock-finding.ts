import type { ClockFinding, ClockFindingCode } from '../clock/case-event';
import { dayOf } from '../cases/fold-case';
import type { Finding, SupervisedCase } from './signal';

/** Findings of the clock with these codes, each with the event it is about. */
export function clockFindings({ folded, facts }: SupervisedCase, codes: ReadonlySet<ClockFindingCode>): Finding[] {
  const dayOfEvent = (id: string): string => dayOf(facts.find((fact) => fact.id === id)?.at ?? folded.lastEventAt);
  const toFinding = ({ code, rule, eventId }: ClockFinding): Finding => ({ cause: eventId, eventId, rule, numbers: { finding: code }, occurredOn: dayOfEvent(eventId) });
  return folded.clocks.findings.filter(({ code }) => codes.has(code)).map(toFinding);
}
