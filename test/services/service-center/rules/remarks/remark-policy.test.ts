import { dueDateOf } from '../../../../../services/service-center/rules/clock/due-date';
import { REMARK_KINDS, USUAL_REMARK_POLICY, type RemarkKind } from '../../../../../services/service-center/rules/remarks/remark-policy';
import { calendar } from '../clock/a-case';

describe('when a remark is answered', () => {
  it.each([
    ['REMARK', '2014-09-22', '2014-09-30'], // a make-up Sunday between them
    ['COMPLAINT', '2014-09-22', '2014-10-16'], // over the holiday of October, with a make-up Saturday
  ] as const)('a %s of %s by %s', (kind, on, due) => expect(dueDateOf(on, USUAL_REMARK_POLICY.answerWithin[kind], calendar).dueOn).toBe(due));
  it('has a limit for every kind', () => {
    for (const kind of Object.keys(REMARK_KINDS) as RemarkKind[]) expect(USUAL_REMARK_POLICY.answerWithin[kind].value).toBeGreaterThan(0);
  });
});
