import { checkProcedure } from '../../../../../services/service-center/rules/step-graph';
import { longestPaths } from '../../../../../services/service-center/rules/step-graph/longest-paths';
import { toStepGraph } from '../../../../../services/service-center/rules/step-graph/step-graph';
import { aProcedure, days, hours, step } from './a-procedure';

const findings = (document: ReturnType<typeof aProcedure>) => checkProcedure(document).map(({ code }) => code);

/** 1 day, then 5 or 8, then 3. */
const BRANCHES = [step(1, [2, 3], { limit: days(1) }), step(2, [4], { limit: days(5) }), step(3, [4], { limit: days(8) }), step(4, [], { limit: days(3) })];

describe('the limits of the steps on any path (许可法 42¶1)', () => {
  it('stay within the promise, branches not added up', () => {
    expect(findings(aProcedure(BRANCHES, { promisedLimit: days(12) }))).toEqual([]);
    expect(findings(aProcedure(BRANCHES, { promisedLimit: days(11) }))).toEqual(['STEPS_EXCEED_PROMISE']);
  });
  it('stay within the statutory limit, also where nothing is promised', () => {
    expect(findings(aProcedure(BRANCHES, { statutoryLimit: days(11) }))).toEqual(['STEPS_EXCEED_STATUTE']);
  });
  it('are named with their numbers and the step where the path ends', () => {
    const [finding] = checkProcedure(aProcedure(BRANCHES, { promisedLimit: days(11) }));
    expect(finding).toEqual({
      code: 'STEPS_EXCEED_PROMISE', step: 4, path: 'promisedLimit', clause: '许可法 42¶1',
      message: '到第 4 环节为止各环节共 12 工作日，超过承诺期限 11 工作日',
    });
  });
  it('are compared across units as a promise is with the law: the longest must fit the shortest', () => {
    const steps = [step(1, undefined, { limit: days(5) }), step(2, undefined, { limit: hours(24) })];
    const within = (value: number) => findings(aProcedure(steps, { promisedLimit: { value, unit: 'CALENDAR_DAY' } }));
    expect(within(8)).toEqual([]); // five working days are at most seven days, and one more
    expect(within(7)).toEqual(['STEPS_EXCEED_PROMISE']);
  });
  it('keep every path that may be the longest: which is depends on the limit', () => {
    const steps = [step(1, [2, 3, 4]), step(2, [], { limit: days(3) }), step(3, [], { limit: hours(80) }), step(4, [], { limit: hours(8) })];
    expect(longestPaths(toStepGraph(aProcedure(steps)))).toEqual([{ last: 2, spent: { WORKING_DAY: 3 } }, { last: 3, spent: { HOUR: 80 } }]);
  });
  it('are found among as many paths as forty branches in a row make', () => {
    const steps = Array.from({ length: 40 }, (_, i) => 3 * i + 1).flatMap((n) => [
      step(n, [n + 1, n + 2]), step(n + 1, [n + 3], { limit: days(1) }), step(n + 2, [n + 3], { limit: hours(1) }),
    ]);
    expect(findings(aProcedure([...steps, step(121)], { promisedLimit: days(39) }))).toEqual(['STEPS_EXCEED_PROMISE']);
    expect(findings(aProcedure([...steps, step(121)], { promisedLimit: days(400) }))).toEqual([]);
  });
});
