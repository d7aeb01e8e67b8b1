import { INTAKE_OUTCOMES, lackingInAnswer } from '../../../../../services/service-center/rules/clock/intake-outcome';
import { lackingInRefusal } from '../../../../../services/service-center/rules/clock/written-refusal';

describe('许可法 32: the answer at intake', () => {
  const answer = { competentOrgan: null, toCorrect: [] };
  it('has five outcomes', () => {
    expect(Object.values(INTAKE_OUTCOMES).map(({ rule }) => rule)).toEqual([1, 2, 3, 4, 5].map((n) => `许可法 32(${n})`));
  });
  it('names the competent organ, or everything to be corrected', () => {
    expect(lackingInAnswer({ ...answer, outcome: 'NOT_COMPETENT' })).toEqual(['competentOrgan']);
    expect(lackingInAnswer({ ...answer, outcome: 'NOT_COMPETENT', competentOrgan: '太原市水务局' })).toEqual([]);
    expect(lackingInAnswer({ ...answer, outcome: 'INCOMPLETE' })).toEqual(['toCorrect']);
    expect(lackingInAnswer({ ...answer, outcome: 'INCOMPLETE', toCorrect: ['营业执照复印件'] })).toEqual([]);
    expect(lackingInAnswer({ ...answer, outcome: 'ACCEPTED' })).toEqual([]);
  });
});

describe('许可法 38: a refusal', () => {
  it('is written, with reasons and remedies', () => {
    expect(lackingInRefusal({ inWriting: false, reasons: ' ', remedies: null })).toEqual(['inWriting', 'reasons', 'remedies']);
    expect(lackingInRefusal({ inWriting: true, reasons: '水源保护区内', remedies: '六十日内申请复议' })).toEqual([]);
  });
});
