import { factOf, type CaseFact } from '../../../../../services/service-center/rules/cases/case-fact';
import { foldCase } from '../../../../../services/service-center/rules/cases/fold-case';
import type { Standing } from '../../../../../services/service-center/rules/cases/may-exercise';
import { inOrder, type CaseEventKind } from '../../../../../services/service-center/rules/clock/case-event';
import { clockTermsOf } from '../../../../../services/service-center/rules/clock/clock-terms';
import { signalsOf } from '../../../../../services/service-center/rules/e-supervision';
import { USUAL_SUPERVISION, type SupervisionPolicy } from '../../../../../services/service-center/rules/e-supervision/policy';
import type { SupervisedCase } from '../../../../../services/service-center/rules/e-supervision/signal';
import { COUNTER_GUIDE, FORM } from '../../a-counter';
import { aDocument } from '../../a-guide';
import { at, calendar, day, event } from '../clock/a-case';

export const GUIDE = aDocument(COUNTER_GUIDE);

/** What happens on a day of 2014, reported at once unless told. */
export function fact(when: string, kind: CaseEventKind, said: Record<string, unknown> = {}): CaseFact {
  const { arrived = when, ...details } = said as { arrived?: string };
  const happened = factOf({ ...event(when, kind, details), ...details });
  return { ...happened, arrivedAt: at(arrived), origin: 'REPORTED' };
}

/** Received and accepted on 22 September with its form: ten days promised to 10 October, twenty by law to 23 October. */
export const ACCEPTED = [fact('09-22', 'RECEIVED', { materials: [FORM] }), fact('09-22', 'ACCEPTED')];

const OFFICES = new Map([
  ['14010001301', { agencyCode: '140100013' }],
  ['14010001302', { agencyCode: '140100013' }],
  ['14010001401', { agencyCode: '140100014' }],
]);

export function supervised(when: string, facts: readonly CaseFact[], changes: Partial<SupervisedCase> = {}): SupervisedCase {
  const now = new Date(at(when));
  const guide = changes.guide === undefined ? GUIDE : changes.guide;
  const folded = foldCase(facts, clockTermsOf('LICENSE', guide ?? { statutoryLimit: null, promisedLimit: null, steps: [] }), calendar, now);
  const past = inOrder(facts, now.getTime()) as unknown as CaseFact[];
  return { agencyCode: '140100013', itemCode: 'W1', facts: past, folded, standing: 'PERMITTED' satisfies Standing, offices: OFFICES, ...changes, guide };
}

/** What is raised on a day, as kind and cause. */
export const raisedOn = (when: string, facts: readonly CaseFact[], changes: Partial<SupervisedCase> = {}, policy: Partial<SupervisionPolicy> = {}) =>
  signalsOf(supervised(when, facts, changes), { ...USUAL_SUPERVISION, ...policy }, day(when.split(' ')[0]!));
