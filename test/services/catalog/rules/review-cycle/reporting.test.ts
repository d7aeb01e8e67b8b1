import { mayExclude, mayReport, mayWithdraw, reportingRound, type ReportedItem } from '../../../../../services/catalog/rules/review-cycle/reporting';
import { STAGES, type CycleStage } from '../../../../../services/catalog/rules/review-cycle/stages';
import { given, NOW, submit, untilStage, WATER } from './a-cycle';

const at = (stage: CycleStage) => given(untilStage(stage));
const item = (more: Partial<ReportedItem> = {}): ReportedItem => ({ status: 'UNDER_REVIEW', verdicts: [], ...more });
const codeOf = (outcome: ReturnType<typeof mayReport> | ReturnType<typeof reportingRound>) => (outcome.ok ? 'ok' : outcome.refusal.code);

describe('who may report when', () => {
  it('in the three reports, each in its round, and what the final review asks for', () => {
    const rounds = (Object.keys(STAGES) as CycleStage[]).map((stage) => {
      const round = reportingRound(at(stage), WATER);
      return [stage, round.ok ? round.value : round.refusal.code];
    });
    expect(rounds.filter(([, round]) => round !== 'WRONG_STAGE')).toEqual([['REPORT_1', 1], ['REPORT_2', 2], ['REPORT_3', 3], ['FINAL_REVIEW', 3]]);
  });
  it('not after the return of the round was submitted', () => {
    expect(reportingRound(given([submit()]), WATER)).toMatchObject({ refusal: { code: 'RETURN_ALREADY_SUBMITTED', details: [{ value: NOW }] } });
  });
});

describe('what may be reported (P11)', () => {
  it('anything in the first two rounds; nothing new after the joint review (P9)', () => {
    for (const stage of ['REPORT_1', 'REPORT_2'] as const) expect(codeOf(mayReport(at(stage), null))).toBe('ok');
    expect(codeOf(mayReport(at('REPORT_3'), null))).toBe('ITEM_TOO_LATE');
    expect(codeOf(mayReport(at('REPORT_3'), item({ status: 'WITHDRAWN' })))).toBe('ITEM_TOO_LATE');
    expect(codeOf(mayReport(at('REPORT_3'), item()))).toBe('ok');
  });
  it('in the final review only what the reform office asked to amend there', () => {
    expect(codeOf(mayReport(at('FINAL_REVIEW'), item()))).toBe('AMENDMENT_NOT_ASKED');
    expect(codeOf(mayReport(at('FINAL_REVIEW'), item({ verdicts: [{ verdict: 'AMEND', review: 1 }] })))).toBe('AMENDMENT_NOT_ASKED');
    expect(codeOf(mayReport(at('FINAL_REVIEW'), item({ verdicts: [{ verdict: 'AMEND', review: 3 }] })))).toBe('ok');
  });
});

describe('what may leave the draft list', () => {
  it('what was never submitted', () => expect(codeOf(mayWithdraw(item({ status: 'DRAFT' })))).toBe('ok'));
  it.each(['CANCEL', 'NO_BASIS', 'MERGE', 'DELEGATE'] as const)('what a reviewer wants to end: %s', (verdict) => {
    expect(codeOf(mayWithdraw(item({ verdicts: [{ verdict, review: 1 }] })))).toBe('ok');
    expect(codeOf(mayExclude(at('FINAL_REVIEW'), item({ verdicts: [{ verdict, review: 1 }] })))).toBe('ok');
  });
  it.each([[[]], [['ACCEPT']], [['AMEND']]] as const)('nothing else: with %j it would be concealed (P11)', (verdicts) => {
    const kept = item({ verdicts: verdicts.map((verdict) => ({ verdict, review: 1 })) });
    expect(codeOf(mayWithdraw(kept))).toBe('NOT_PROPOSED_FOR_REMOVAL');
    expect(codeOf(mayExclude(at('ARGUMENTATION'), kept))).toBe('NOT_PROPOSED_FOR_REMOVAL');
  });
  it('the reform office settles the draft for approval before legality review sees it (P10), not after', () => {
    const stages = (Object.keys(STAGES) as CycleStage[]).filter((stage) => mayExclude(at(stage), item({ verdicts: [{ verdict: 'CANCEL', review: 1 }] })).ok);
    expect(stages).toEqual(['FINAL_REVIEW', 'ARGUMENTATION']);
  });
});
