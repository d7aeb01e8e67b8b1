import type { Link } from '../../../../services/service-center/rules/link-status';
import { coverageOf, type LinkedItem } from '../../../../services/service-center/rules/link-coverage';
import { worklistOf } from '../../../../services/service-center/rules/link-worklist';
import { yearBefore } from '../../../../services/service-center/rules/year-before';

const linked = (code: string, status: Link['status'], changes: Partial<LinkedItem> & { missing?: Link['missing'] } = {}): LinkedItem => {
  const { missing = [], ...rest } = changes;
  return { code, category: 'PENALTY', agency: { code: 'A', name: '甲局', abolishedOn: null }, link: { status, missing, findings: [] }, ...rest };
};
const B = { code: 'B', name: null, abolishedOn: null };

describe('how far a list is linked (P3)', () => {
  it('counts every item once, by its link, the whole as the sum of the bodies', () => {
    const items = [linked('1', 'COMPLETE'), linked('2', 'BROKEN', { agency: B }), linked('3', 'MISSING'), linked('4', 'INCOMPLETE', { agency: B }), linked('5', 'MISSING')];
    expect(coverageOf(items)).toMatchObject({
      expected: 5, complete: 1, incomplete: 1, missing: 2, broken: 1,
      byAgency: [
        { agency: { code: 'A' }, expected: 3, complete: 1, incomplete: 0, missing: 2, broken: 0 },
        { agency: { code: 'B', name: null }, expected: 2, complete: 0, incomplete: 1, missing: 0, broken: 1 },
      ],
    });
  });
  it('counts an element where its category expects it', () => {
    const items = [linked('1', 'INCOMPLETE', { missing: ['STEPS'] }), linked('2', 'COMPLETE', { category: 'LICENSE' })];
    const { byElement } = coverageOf(items);
    expect(byElement.find(({ element }) => element === 'STEPS')).toEqual({ element: 'STEPS', expected: 2, missing: 1 });
    expect(byElement.find(({ element }) => element === 'MATERIALS')).toEqual({ element: 'MATERIALS', expected: 1, missing: 0 });
    expect(byElement.find(({ element }) => element === 'LEVY_STANDARD')).toBeUndefined();
  });
  it('of an empty list is nothing', () => expect(coverageOf([])).toEqual({ expected: 0, complete: 0, incomplete: 0, missing: 0, broken: 0, byAgency: [], byElement: [] }));
});

describe('what an agency has to mend', () => {
  it('is its own incomplete links, the most used first, then broken before missing before incomplete', () => {
    const items = [
      linked('6', 'INCOMPLETE'), linked('5', 'MISSING'), linked('4', 'BROKEN'), linked('3', 'MISSING'), linked('2', 'COMPLETE'),
      linked('1', 'INCOMPLETE'), linked('0', 'BROKEN', { agency: B }),
    ];
    const tasks = worklistOf(items, 'A', new Map([['1', 7], ['2', 99]]));
    expect(tasks.map(({ code, use }) => [code, use])).toEqual([['1', 7], ['4', 0], ['3', 0], ['5', 0], ['6', 0]]);
  });
});

it('a year earlier is the same day, or the last of February', () => {
  expect([yearBefore('2014-09-20'), yearBefore('2016-02-29'), yearBefore('2017-02-28')]).toEqual(['2013-09-20', '2015-02-28', '2016-02-28']);
});
