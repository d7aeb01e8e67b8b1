import { instantOf, type Approver, type CaseEvent, type ClockFinding, type ClockFindingCode, type Placed } from './case-event';
import { dayNumberAt, type DayNumber } from './day-number';
import type { Limit } from './limit';

/** By how much the law lets a limit be extended, who approves it, and the article. */
export interface ExtensionTerms {
  by: Limit;
  approver: Approver;
  rule: string;
}

/** The extension that took effect, and from when it was both approved and told. */
export interface Extension {
  by: Limit;
  madeAt: number;
}

type Extended = Placed<Extract<CaseEvent, { kind: 'EXTENDED' }>>;

const isExtended = (event: Placed): event is Extended => event.kind === 'EXTENDED';

/**
 * 许可法 42: once, by no more than the law gives, approved by the head it names, and the applicant told the reasons
 * before the limit expires. An extension that lacks any of this moves nothing and is named. `dueAsOf` answers the
 * limit's last day as it stood at a moment; `now` keeps a notice still to come from counting.
 */
export function extensionOf(
  events: readonly Placed[],
  terms: ExtensionTerms | null,
  dueAsOf: (instant: number) => DayNumber,
  now: number,
): { extension: Extension | null; findings: ClockFinding[] } {
  let extension: Extension | null = null;
  const findings: ClockFinding[] = [];
  const rule = terms?.rule ?? '许可法 42';
  for (const event of events.filter(isExtended)) {
    const find = (code: ClockFindingCode): void => void findings.push({ code, rule, eventId: event.id });
    const told = event.noticedAt === null ? Number.POSITIVE_INFINITY : instantOf(event.noticedAt);
    const madeAt = Math.max(event.instant, told);
    if (terms === null) find('EXTENSION_NOT_PROVIDED');
    else if (extension !== null) find('EXTENSION_REPEATED');
    else if (event.approvedBy !== terms.approver) find('EXTENSION_WITHOUT_APPROVAL');
    else if (madeAt > now) find('EXTENSION_WITHOUT_NOTICE');
    else if (dayNumberAt(madeAt) > dueAsOf(madeAt)) find('EXTENSION_AFTER_EXPIRY');
    else {
      const asked = event.value ?? terms.by.value;
      if (asked > terms.by.value) find('EXTENSION_TOO_LONG');
      extension = { by: { value: Math.max(0, Math.min(asked, terms.by.value)), unit: terms.by.unit }, madeAt };
    }
  }
  return { extension, findings };
}
