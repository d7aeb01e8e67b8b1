import { deadEnds, nextStage, STAGE_MOVES, STAGES, unreachableStages } from '../../../../../services/catalog/rules/review-cycle/stages';

describe('the stages of three reports and three reviews (六)', () => {
  it('are all reached from the first report', () => expect(unreachableStages()).toEqual([]));
  it('all lead to publication', () => expect(deadEnds()).toEqual([]));
  it('are found unreachable and dead when a move is missing', () => {
    const without = STAGE_MOVES.filter(({ to }) => to !== 'JOINT_REVIEW');
    expect(unreachableStages(without)).toContain('JOINT_REVIEW');
    expect(deadEnds(without)).toContain('REPORT_2');
  });
  it('follow one another without a gap, by one advance each', () => {
    const walked = ['REPORT_1'] as (keyof typeof STAGES)[];
    for (let next = nextStage('REPORT_1', 'ADVANCE'); next; next = nextStage(next, 'ADVANCE')) walked.push(next);
    expect([...walked, nextStage('PUBLICATION', 'PUBLISH')]).toEqual(Object.keys(STAGES));
  });
  it('end with publication', () => expect(STAGE_MOVES.filter(({ from }) => from === 'PUBLISHED')).toEqual([]));
});
