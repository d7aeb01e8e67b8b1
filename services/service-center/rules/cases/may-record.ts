import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { caseClocks } from '../clock/case-clocks';
import { CLOCK_FINDINGS, inOrder } from '../clock/case-event';
import type { ClockTerms } from '../clock/clock-terms';
import type { WorkingDays } from '../clock/working-days';
import { lackingInRefusal } from '../clock/written-refusal';
import type { GuideDocument } from '../guide-document';
import { SPECIAL_PROCEDURES } from '../vocabulary';
import type { NewFact } from './case-fact';
import { CASE_STATES, NEXT_STATE } from './case-states';
import { CASE_EVENT_KINDS } from './event-kinds';
import { feesWithoutBasis } from './fee-basis';
import { foldState, moveOf } from './fold-case';
import { isWrongOffice, type KnownHandler } from './handling-office';
import { missingMaterials } from './required-materials';
import { skippingSteps } from './skipped-steps';

/** A case as a command finds it. */
export interface CaseBefore {
  agencyCode: string;
  facts: readonly NewFact[];
  guide: GuideDocument | null;
  terms: ClockTerms;
  calendar: WorkingDays;
  offices: ReadonlyMap<string, KnownHandler>;
}

type Check = (fact: NewFact, before: CaseBefore, now: Date) => Outcome<never> | null;

/**
 * What is asked for here is checked before it is a fact: the case must be where the event can happen, by the office that
 * handles it, with what the law and the guide demand. What would make a signal if it were reported is refused.
 */
export function mayRecord(fact: NewFact, before: CaseBefore, now: Date): Outcome<true> {
  for (const check of CHECKS) {
    const refused = check(fact, before, now);
    if (refused) return refused;
  }
  return accept(true);
}

const inTurn: Check = (fact, { facts }, now) => {
  const last = facts.map(({ at }) => at).toSorted().at(-1);
  const latest = Math.max(now.getTime(), last === undefined ? 0 : Date.parse(last) + 1);
  if (Date.parse(fact.at) > latest) return refuse('EVENT_IN_FUTURE', null, '事件时间不能晚于现在', [{ path: 'at', value: fact.at }]);
  if (last === undefined || fact.at >= last) return null;
  return refuse('EVENT_BEFORE_LAST', null, `事件时间不能早于该办件已记录的最后一个事件（${last}）`, [{ path: 'at', value: fact.at }]);
};

const possible: Check = (fact, { facts }) => {
  const { state } = foldState(inOrder(facts, Number.POSITIVE_INFINITY));
  if (facts.length > 0 ? NEXT_STATE[state][moveOf(fact)] !== null : fact.kind === 'RECEIVED') return null;
  return refuse('IMPOSSIBLE_EVENT', RULES[fact.kind] ?? null, `办件处于“${CASE_STATES[state]}”，不能记录“${CASE_EVENT_KINDS[fact.kind]}”`, [
    { path: 'kind', value: fact.kind },
  ]);
};
const RULES: Partial<Record<NewFact['kind'], string>> = {
  CORRECTION_REQUESTED: '许可法 32(4)',
  ACCEPTED: '许可法 32(5)',
  REFUSED_INTAKE: '许可法 32',
  EXTENDED: '许可法 42',
  DECIDED: '许可法 34、37',
  DELIVERED: '许可法 44',
};

const rightOffice: Check = (fact, { guide, agencyCode, offices }) =>
  isWrongOffice(fact, guide, agencyCode, offices)
    ? refuse('WRONG_OFFICE', 'P3', '该机构内设科室不是此办件（环节）的承办机构', [{ path: 'officeId', value: fact.officeId }])
    : null;

const stepOfGuide: Check = (fact, { facts, guide }) => {
  if (fact.kind !== 'STEP_STARTED' && fact.kind !== 'STEP_COMPLETED') return null;
  const at = [{ path: 'step', value: String(fact.step) }];
  if (!guide?.steps.some(({ order }) => order === fact.step)) return refuse('STEP_UNKNOWN', 'P15', `办事指南没有第 ${fact.step} 环节`, at);
  const before = inOrder(facts, Number.POSITIVE_INFINITY);
  const skipped = skippingSteps([...before, fact], guide).find(({ eventId }) => eventId === fact.id);
  if (skipped) return refuse('STEP_SKIPPED', 'P15', `先行环节（${skipped.missing.join('、')}）尚未开始`, at);
  const begun = before.some((event) => event.kind === 'STEP_STARTED' && event.step === fact.step);
  return fact.kind === 'STEP_COMPLETED' && !begun ? refuse('STEP_NOT_STARTED', 'P15', `第 ${fact.step} 环节尚未开始`, at) : null;
};

const wholeNotice: Check = (fact) =>
  fact.kind === 'CORRECTION_REQUESTED' && fact.toCorrect.length === 0
    ? refuse('NOTHING_TO_CORRECT', '许可法 32(4)', '补正通知应当一次告知需要补正的全部内容', [{ path: 'toCorrect', value: null }])
    : null;

const openProcedure: Check = (fact, { facts }) => {
  if (fact.kind !== 'SPECIAL_PROCEDURE_ENDED') return null;
  const past = inOrder(facts, Number.POSITIVE_INFINITY);
  const { procedure, startId } = fact;
  const count = (kind: string) => past.filter((event) => event.kind === kind && (event as { procedure: string }).procedure === procedure).length;
  const started = past.some((event) => event.kind === 'SPECIAL_PROCEDURE_STARTED' && event.procedure === procedure && (startId ?? event.id) === event.id);
  if (started && count('SPECIAL_PROCEDURE_STARTED') > count('SPECIAL_PROCEDURE_ENDED')) return null;
  const term = SPECIAL_PROCEDURES[procedure as keyof typeof SPECIAL_PROCEDURES] ?? procedure;
  return refuse('PROCEDURE_NOT_OPEN', '许可法 45', `没有正在进行的特别程序：${term}`, [{ path: 'procedure', value: procedure }]);
};

/** An event the clock would not give effect to: a second notice, a procedure off the list, an extension nobody approved. */
const hasEffect: Check = (fact, { facts, terms, calendar }, now) => {
  const then = new Date(Math.max(now.getTime(), Date.parse(fact.at)));
  const finding = caseClocks([...facts, fact], terms, calendar, then).findings.find(({ eventId }) => eventId === fact.id);
  return finding ? refuse(finding.code, finding.rule, CLOCK_FINDINGS[finding.code], [{ path: 'kind', value: fact.kind }]) : null;
};

const reasoned: Check = (fact) => {
  const refuses = fact.kind === 'REFUSED_INTAKE' || (fact.kind === 'DECIDED' && fact.outcome === 'REFUSED');
  const lacking = refuses ? lackingInRefusal(fact) : [];
  if (lacking.length === 0) return null;
  return refuse('NO_REASON_FOR_REFUSAL', '许可法 38', '不予许可应当作出书面决定，说明理由，并告知复议和诉讼的权利', lacking.map((path) => ({ path, value: null })));
};

const withMaterials: Check = (fact, { facts, guide }) => {
  if (fact.kind !== 'DECIDED' || fact.outcome !== 'GRANTED') return null;
  const missing = missingMaterials(guide, [...facts, fact].flatMap(({ materials }) => materials));
  if (missing.length === 0) return null;
  return refuse('MISSING_REQUIRED_MATERIAL', '许可法 34', `缺少必要材料：${missing.join('、')}`, missing.map((value) => ({ path: 'materials', value })));
};

const feesWithBasis: Check = (fact, { guide }) => {
  const [without] = feesWithoutBasis(guide, fact.fees);
  if (!without) return null;
  const path = `fees.${fact.fees.indexOf(without)}.name`;
  return refuse('FEE_WITHOUT_BASIS', '许可法 58、59', `收费没有依据：${without.name}`, [{ path, value: without.name }]);
};

const CHECKS: readonly Check[] = [inTurn, possible, rightOffice, stepOfGuide, wholeNotice, openProcedure, hasEffect, reasoned, withMaterials, feesWithBasis];
