import { completeGrounds, type Grounds } from '../../../../../services/catalog/rules/adjustments/grounds';
import { document, no } from './given';

const decision = (more: Partial<Grounds> = {}): Grounds => ({
  grounds: '无法律法规依据', document, legalityOpinion: '合法', approver: '市政府', effectiveOn: '2014-09-09', ...more,
});

describe('every adjustment carries (domain §4)', () => {
  it.each([
    ['grounds', { grounds: ' ' }, 'MISSING_GROUNDS', 'P14'],
    ['a decision document', { document: null }, 'MISSING_DECISION_DOCUMENT', 'P14'],
    ['a document with a title', { document: { ...document, title: '' } }, 'MISSING_DECISION_DOCUMENT', 'P14'],
    ['a legality opinion (P10)', { legalityOpinion: null }, 'MISSING_LEGALITY_OPINION', 'P10'],
    ['an approver', { approver: '' }, 'MISSING_APPROVER', 'P14'],
    ['a day that is not before the decision', { effectiveOn: '2014-09-08' }, 'EFFECTIVE_BEFORE_DOCUMENT', 'P14'],
  ])('%s', (_what, missing, code, rule) => {
    expect(no(completeGrounds(decision(missing)))).toEqual([code, rule]);
  });
  it('a document need not have a number', () => {
    expect(no(completeGrounds(decision({ document: { ...document, number: null } })))).toBeNull();
  });
});
