import { checkAgency, CHECKS } from '../../../../../../services/organisation/rules/mandates/checks';
import { MANDATE_FINDING_KINDS } from '../../../../../../services/organisation/rules/mandates/vocabulary';
import { duty, FORESTRY, gone, item, mandate, office, SQUAD, viewOf, WATER } from '../facts';

describe('the checks (design 2 §5)', () => {
  it('cover every kind of finding once, in the order of the table', () => {
    expect(CHECKS.map(({ kind }) => kind)).toEqual(Object.keys(MANDATE_FINDING_KINDS));
  });

  const everything = viewOf({
    mandates: [
      mandate(
        [
          duty('（一）', '负责取水许可', ['W1'], { levels: ['COUNTY'], officeId: `${FORESTRY}01` }),
          duty('（二）', '负责河道采砂许可', ['W2']),
          duty('（三）', '负责水土保持监督检查'),
        ],
        { staffing: { total: null, lines: [{ kind: 'ADMINISTRATIVE', label: null, beside: false, quota: 1, actual: 2, ofWhich: [] }] } },
      ),
      mandate([duty('（一）', '负责甲', ['W9'])], { version: 2, state: 'PROPOSED' }),
    ],
    items: [
      item('W1', '取水许可', { officeIds: [`${WATER}01`] }),
      gone('W2', '河道采砂许可', 'CANCELLED'),
      item('W3', '洪水影响评价审批', { agencyCode: SQUAD, officeIds: [`${WATER}01`] }),
      item('F1', '洪水影响评价审批', { agencyCode: FORESTRY }),
    ],
    offices: [office(`${WATER}01`, '水资源科'), office(`${WATER}02`, '办公室'), office(`${FORESTRY}01`, '资源林政科')],
  });

  it('find each kind at an agency where everything is wrong, each finding with an id of its own', () => {
    const found = checkAgency(everything);
    expect([...new Set(found.map(({ kind }) => kind))]).toEqual(Object.keys(MANDATE_FINDING_KINDS));
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it('explain each finding in one Chinese sentence and say what to do', () => {
    for (const { explanation, proposedAction, agencyCode, id, kind } of checkAgency(everything)) {
      expect(explanation).toMatch(/^[^。]+。$/);
      expect(proposedAction).toMatch(/^[^。]+。$/);
      expect(id.startsWith(`${kind}:${agencyCode}:`)).toBe(true);
    }
  });

  it('find nothing where mandate and list agree', () => {
    const agreeing = viewOf({
      mandates: [mandate([duty('（一）', '负责取水许可', ['W1'], { officeId: `${WATER}01`, levels: ['MUNICIPAL'] }), duty('（二）', '拟订规划', [], { kind: 'POLICY' })])],
      items: [item('W1', '取水许可', { officeIds: [`${WATER}01`] })],
      offices: [office(`${WATER}01`, '水资源科')],
    });
    expect(checkAgency(agreeing)).toEqual([]);
  });
});
