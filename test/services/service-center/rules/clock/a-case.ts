import { chineseDaysCalendar } from '../../../../../services/service-center/calendar/chinese-days-calendar';
import { caseClocks, type CaseClocks } from '../../../../../services/service-center/rules/clock/case-clocks';
import type { CaseEvent, CaseEventKind } from '../../../../../services/service-center/rules/clock/case-event';
import { clockTermsOf, type ClockTerms } from '../../../../../services/service-center/rules/clock/clock-terms';
import type { Limit } from '../../../../../services/service-center/rules/clock/limit';

export const calendar = chineseDaysCalendar();

/** `09-22` or `09-22 16:30` of 2014, or with a year, as an instant in China; nine in the morning unless told. */
export function at(text: string): string {
  const [day, time = '09:00'] = text.split(' ');
  return new Date(`${day!.length === 5 ? '2014-' : ''}${day}T${time}:00+08:00`).toISOString();
}

/** The day of a Chinese text like `09-22`, with the year. */
export const day = (text: string): string => (text.length === 5 ? `2014-${text}` : text);

type Details = { [Field in 'step' | 'procedure' | 'noticedAt' | 'approvedBy' | 'value' | 'outcome' | 'id' | 'startId']?: string | number | null };

const USUAL: Partial<Record<CaseEventKind, Details>> = {
  SPECIAL_PROCEDURE_STARTED: { procedure: 'HEARING' },
  SPECIAL_PROCEDURE_ENDED: { procedure: 'HEARING', startId: null },
  EXTENDED: { approvedBy: 'AGENCY_HEAD', value: null },
  DECIDED: { outcome: 'GRANTED' },
};

/** An event as it should be: noticed at once, approved by the right head. */
export function event(when: string, kind: CaseEventKind, details: Details = {}): CaseEvent {
  const noticed = kind === 'SPECIAL_PROCEDURE_STARTED' || kind === 'EXTENDED' ? { noticedAt: at(when) } : {};
  return { id: `${kind} ${when}`, at: at(when), kind, ...noticed, ...USUAL[kind], ...details } as CaseEvent;
}

export const days = (value: number, unit: Limit['unit'] = 'WORKING_DAY') => ({ value, unit, note: null });

/** A licence: the law's limits, a promise of ten working days. */
export const licence = (changes: Partial<ClockTerms> = {}): ClockTerms => ({
  ...clockTermsOf('LICENSE', { statutoryLimit: null, promisedLimit: days(10), steps: [] }),
  ...changes,
});

/** The clocks of a licence on a day (or at a time) of 2014. */
export const clocksOn = (when: string, events: readonly CaseEvent[], terms: ClockTerms = licence()): CaseClocks =>
  caseClocks(events, terms, calendar, new Date(at(when)));
