import { levelsAgree } from '../../../../../../services/organisation/rules/mandates/checks/levels-agree';
import { dutyKey } from '../../../../../../services/organisation/rules/mandates/cross-check-facts';
import type { ExerciseLevel } from '../../../../../../services/organisation/rules/mandates/vocabulary';
import { duty, find, item, mandate, WATER } from '../facts';

const levels = (claimed: ExerciseLevel[], listed: string[]) =>
  find(levelsAgree, { mandates: [mandate([duty('（二）', '负责取水许可', ['W1'], { levels: claimed })])], items: [item('W1', '取水许可', { levels: listed })] });

describe('a duty claims no exercise level that the list does not give (P2, P13)', () => {
  it('finds a level beyond the list’s, and states both', () => {
    expect(levels(['MUNICIPAL', 'COUNTY'], ['MUNICIPAL'])).toMatchObject([
      {
        id: 'LEVEL_CONFLICT:140100013:140100013-M1:0:W1',
        severity: 'WARNING',
        clause: 'P13',
        itemText: '取水许可［W1］，市级',
        explanation: '职责“（二）负责取水许可”写的行使层级是市级、县级，清单上“取水许可”的行使层级是市级，两者不一致。',
        proposedAction: '以清单为准修订三定；清单有误的，先更正清单。',
      },
    ]);
  });

  it.each<[string, ExerciseLevel[], string[]]>([
    ['the same level', ['MUNICIPAL'], ['MUNICIPAL']],
    ['one of several', ['COUNTY'], ['MUNICIPAL', 'COUNTY']],
    ['a duty that says nothing of levels', [], ['MUNICIPAL']],
    ['a list that says nothing of levels', ['MUNICIPAL'], []],
    ['a list that says 分级管理', ['PROVINCIAL'], ['GRADED']],
    ['a duty that says 分级管理', ['GRADED'], ['MUNICIPAL']],
  ])('finds nothing in %s', (_what, claimed, listed) => {
    expect(levels(claimed, listed)).toEqual([]);
  });

  it('finds nothing in an item that the list never had', () => {
    expect(find(levelsAgree, { mandates: [mandate([duty('（二）', '甲', ['W9'], { levels: ['COUNTY'] })])] })).toEqual([]);
  });

  it('looks at pairs that a person confirmed too', () => {
    const given = { mandates: [mandate([duty('（二）', '负责取水许可', [], { levels: ['COUNTY'] })])], items: [item('W1', '取水许可')], decisions: [{ agencyCode: WATER, dutyKey: dutyKey('负责取水许可'), itemCode: 'W1', verdict: 'CONFIRMED' as const }] };
    expect(find(levelsAgree, given)).toHaveLength(1);
  });
});
