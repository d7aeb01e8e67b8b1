import { mayExercise, standingOf } from '../../../../../services/service-center/rules/cases/may-exercise';
import { feesWithoutBasis } from '../../../../../services/service-center/rules/cases/fee-basis';
import { missingMaterials } from '../../../../../services/service-center/rules/cases/required-materials';
import { skippingSteps } from '../../../../../services/service-center/rules/cases/skipped-steps';
import { aDocument } from '../../a-guide';
import { event } from '../clock/a-case';

const item = (status: string, agencyCode = 'A') => ({ code: 'W1', category: 'LICENSE', status, agencyCode });

describe('who may exercise an item on a day (P5)', () => {
  it('is its implementing body while it is listed or under strict control', () => {
    expect(standingOf(item('LISTED'), 'A')).toBe('PERMITTED');
    expect(standingOf(item('TIGHTENED'), 'A')).toBe('PERMITTED');
    expect(standingOf(item('SUSPENDED'), 'A')).toBe('SUSPENDED');
    for (const status of ['DRAFT', 'UNDER_REVIEW', 'DELEGATED', 'MERGED', 'CANCELLED']) expect(standingOf(item(status), 'A')).toBe('NOT_ON_LIST');
    expect(standingOf(null, 'A')).toBe('NOT_ON_LIST');
    expect(standingOf(item('LISTED', 'B'), 'A')).toBe('OTHER_BODY');
  });

  it('is told with the clause and the place', () => {
    expect(mayExercise(item('LISTED', 'B'), { itemCode: 'W1', agencyCode: 'A' })).toMatchObject({ refusal: { code: 'OTHER_BODY', rule: 'P5', details: [{ path: 'agencyCode', value: 'A' }] } });
    expect(mayExercise(item('LISTED'), { itemCode: 'W1', agencyCode: 'A' })).toEqual({ ok: true, value: item('LISTED') });
  });
});

describe('what a grant, a fee and a step rest on', () => {
  const material = (name: string, requirement: 'REQUIRED' | 'OPTIONAL' | 'LATER') => ({ name, requirement, kind: 'OTHER' as const });

  it('a grant: what is required, and what could follow later', () => {
    const guide = aDocument({ materials: [material('甲', 'REQUIRED'), material('乙', 'LATER'), material('丙', 'OPTIONAL')] });
    expect(missingMaterials(guide, ['甲'])).toEqual(['乙']);
    expect(missingMaterials(guide, ['甲', '乙'])).toEqual([]);
    expect(missingMaterials(null, [])).toEqual([]);
  });

  it('a fee: a basis that the guide states', () => {
    const guide = aDocument({ fees: [{ name: '甲', standard: '一元', legalBasis: '某法', reducible: null }, { name: '乙', standard: '一元', legalBasis: null, reducible: null }] });
    const fees = [{ name: '甲', amount: 1 }, { name: '乙', amount: 1 }, { name: '丙', amount: 1 }, { name: '丁', amount: 0 }];
    expect(feesWithoutBasis(guide, fees).map(({ name }) => name)).toEqual(['乙', '丙']);
    expect(feesWithoutBasis(null, fees)).toHaveLength(3);
  });

  it('a step: one of those that lead to it, on whichever branch', () => {
    const step = (order: number, ...to: number[]) => ({ order, name: `${order}`, next: to.map((each) => ({ to: each, when: null })) });
    const guide = aDocument({ steps: [step(1, 2, 3), step(2, 4), step(3, 4), step(4)] });
    const begun = (...steps: number[]) => steps.map((each, i) => event(`09-2${i}`, 'STEP_STARTED', { step: each }));
    expect(skippingSteps(begun(1, 3, 4), guide)).toEqual([]);
    expect(skippingSteps(begun(1, 4), guide)).toEqual([{ eventId: 'STEP_STARTED 09-21', step: 4, missing: [2, 3] }]);
    expect(skippingSteps(begun(9, 1), guide)).toEqual([]);
    expect(skippingSteps(begun(4), null)).toEqual([]);
  });
});
