import { readFileSync } from 'node:fs';
import { parseGuides } from '../../../../../services/service-center/rules/parse-guide';
import { checkProcedure } from '../../../../../services/service-center/rules/step-graph';
import { toStepGraph } from '../../../../../services/service-center/rules/step-graph/step-graph';
import { inProject } from '../../../../../services/shared/project-root';
import { aProcedure, days, step } from './a-procedure';

const codes = (document: ReturnType<typeof aProcedure>) => checkProcedure(document).map(({ code, step: at }) => [code, at]);

describe('the procedure of a guide (P15)', () => {
  it('of steps in a row leads from each to the next and ends with the last', () => {
    const { start, ways } = toStepGraph(aProcedure([step(3), step(1), step(2)]));
    expect({ start, ways }).toEqual({ start: 1, ways: [{ from: 1, to: 2, when: null }, { from: 2, to: 3, when: null }] });
    expect(codes(aProcedure([step(3), step(1), step(2)]))).toEqual([]);
  });
  it('may branch and join again, each way under its condition, and end in several places', () => {
    expect(codes(aProcedure([step(1, [2, 5]), step(2, [3, 4]), step(3), step(4, []), step(5, [])]))).toEqual([]);
  });
  it('leads to no step that is not there', () => {
    expect(codes(aProcedure([step(1, [2, 9]), step(2)]))).toEqual([['NEXT_STEP_UNKNOWN', 1]]);
  });
  it('has no step that is never reached', () => {
    expect(codes(aProcedure([step(1, [3]), step(2), step(3)]))).toEqual([['STEP_UNREACHABLE', 2]]);
  });
  it('comes to an end on every path', () => {
    expect(codes(aProcedure([step(1), step(2), step(3, [1])]))).toEqual([['PATH_WITHOUT_END', 3]]);
    expect(codes(aProcedure([step(1, [1])]))).toEqual([['PATH_WITHOUT_END', 1]]);
  });
  it('says of each way of a branch when it is taken', () => {
    const untold = step(1, [], { next: [{ to: 2, when: '需要勘验' }, { to: 3 }] });
    const same = step(1, [], { next: [{ to: 2, when: '其他' }, { to: 3, when: '其他' }] });
    for (const first of [untold, same]) expect(codes(aProcedure([first, step(2), step(3)]))).toEqual([['BRANCH_WITHOUT_CONDITION', 1]]);
  });
  it('handles jointly with others than its own office (许可法 26)', () => {
    expect(codes(aProcedure([step(1, undefined, { officeId: 'A', jointOfficeIds: ['B', 'C'] })]))).toEqual([]);
    expect(codes(aProcedure([step(1, undefined, { officeId: 'A', jointOfficeIds: ['A'] })]))).toEqual([['JOINT_OFFICE_REPEATED', 1]]);
    expect(codes(aProcedure([step(1, undefined, { jointOfficeIds: ['B', 'B'] })]))).toEqual([['JOINT_OFFICE_REPEATED', 1]]);
  });
  it('promises no more than the law gives (许可法 42¶1)', () => {
    expect(codes(aProcedure([step(1)], { promisedLimit: days(21), statutoryLimit: days(20) }))).toEqual([['PROMISE_EXCEEDS_STATUTE', null]]);
  });
  it('of a guide without steps has nothing wrong: that they are missing is its link’s to say', () => {
    expect(codes(aProcedure([]))).toEqual([]);
  });
  it('is sound in every sample guide', () => {
    const guides = parseGuides(JSON.parse(readFileSync(inProject('prisma', 'service-center', 'seed', '140100.guides.json'), 'utf8')) as unknown[]);
    if (!guides.ok) throw new Error(guides.refusal.message);
    expect(guides.value.flatMap(({ itemCode, document }) => checkProcedure(document).map((finding) => ({ itemCode, ...finding })))).toEqual([]);
    expect(guides.value.some(({ document }) => document.steps.length > 1)).toBe(true);
  });
});
