import type { CaseEvent } from '../../../../../services/service-center/rules/clock/case-event';
import { clocksOn, day, event } from './a-case';

/** What is shown after each event: accepted on, the law's and the promise's last day and days used, delivery's last day. */
const STORY: readonly [CaseEvent, (string | number | null)[]][] = [
  [event('09-05', 'RECEIVED'), [null, null, null, null, null, null]],
  [event('09-12', 'CORRECTION_REQUESTED'), [null, null, null, null, null, null]],
  [event('09-18', 'CORRECTED'), [null, null, null, null, null, null]],
  [event('09-22', 'ACCEPTED'), ['09-22', '10-23', 0, '10-10', 0, null]],
  [event('10-08', 'SPECIAL_PROCEDURE_STARTED'), ['09-22', '10-23', 8, '10-10', 8, null]],
  [event('10-17', 'SPECIAL_PROCEDURE_ENDED'), ['09-22', '11-04', 8, '10-21', 8, null]],
  [event('10-20', 'EXTENDED'), ['09-22', '11-18', 9, '11-04', 9, null]],
  [event('11-03', 'DECIDED'), ['09-22', '11-18', 19, '11-04', 19, '11-17']],
  [event('11-05', 'DELIVERED'), ['09-22', '11-18', 19, '11-04', 19, '11-17']],
];

describe('a licence applied for in Taiyuan on 5 September 2014', () => {
  it.each(STORY.map(([happened, shown], i) => [happened.kind, happened, shown, i] as const))('after %s', (_kind, happened, shown, i) => {
    const events = STORY.slice(0, i + 1).map(([earlier]) => earlier);
    const { acceptedOn, statutory, promised, delivery, findings } = clocksOn(happened.at.slice(0, 10).slice(5), events);
    const dated = (text: string | number | null | undefined) => (typeof text === 'string' && text.length === 5 ? day(text) : (text ?? null));
    expect([acceptedOn, statutory?.dueOn, statutory?.daysUsed, promised?.dueOn, promised?.daysUsed, delivery?.dueOn].map(dated)).toEqual(shown.map(dated));
    expect(findings).toEqual([]);
  });
});
