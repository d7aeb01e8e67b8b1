import { dutyMap } from '../../../../../services/organisation/rules/mandates/duty-map';
import { dutyKey } from '../../../../../services/organisation/rules/mandates/cross-check-facts';
import { duty, gone, item, mandate, office, viewOf, WATER } from './facts';

const map = dutyMap(
  viewOf({
    mandates: [mandate([duty('（一）', '负责取水许可', ['W1', 'W9'], { officeId: `${WATER}01` }), duty('（二）', '负责水土保持')])],
    items: [item('W1', '取水许可', { officeIds: [`${WATER}01`, 'X'] }), item('W2', '水土保持方案审批'), item('W3', '洪水影响评价'), gone('W9', '河道采砂', 'CANCELLED')],
    offices: [office(`${WATER}01`, '水资源科'), office(`${WATER}02`, '办公室')],
    decisions: [{ agencyCode: WATER, dutyKey: dutyKey('负责水土保持'), itemCode: 'W2', verdict: 'CONFIRMED' }],
  }),
);

describe('the map of an agency’s duties', () => {
  it('has the agency, its duties, its items and the offices that do something, each once', () => {
    expect(map.nodes).toEqual([
      { id: 'AGENCY:140100013', kind: 'AGENCY', ref: '140100013', label: '太原市水务局' },
      { id: 'DUTY:140100013-M1/0', kind: 'DUTY', ref: '140100013-M1/0', label: '（一）负责取水许可' },
      { id: 'DUTY:140100013-M1/1', kind: 'DUTY', ref: '140100013-M1/1', label: '（二）负责水土保持' },
      { id: 'ITEM:W1', kind: 'ITEM', ref: 'W1', label: '取水许可' },
      { id: 'ITEM:W2', kind: 'ITEM', ref: 'W2', label: '水土保持方案审批' },
      { id: 'ITEM:W3', kind: 'ITEM', ref: 'W3', label: '洪水影响评价' },
      { id: 'OFFICE:14010001301', kind: 'OFFICE', ref: '14010001301', label: '水资源科' },
    ]);
  });

  it('says of each edge how two belong together, and tells what is stated from what was confirmed', () => {
    expect(map.edges.map(({ from, to, relation }) => `${from} ${relation} ${to}`)).toEqual([
      'AGENCY:140100013 HAS_DUTY DUTY:140100013-M1/0',
      'AGENCY:140100013 HAS_DUTY DUTY:140100013-M1/1',
      'DUTY:140100013-M1/0 RESTS_ON ITEM:W1',
      'DUTY:140100013-M1/1 CONFIRMED ITEM:W2',
      'DUTY:140100013-M1/0 PERFORMED_BY OFFICE:14010001301',
      'AGENCY:140100013 HAS_ITEM ITEM:W3',
      'ITEM:W1 HANDLED_BY OFFICE:14010001301',
    ]);
  });

  it('has edges between its own nodes alone: nothing of what is off the list or not registered', () => {
    const ids = new Set(map.nodes.map(({ id }) => id));
    expect(map.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
  });

  it('is the agency and its items while there is no mandate', () => {
    expect(dutyMap(viewOf({ items: [item('W1', '取水许可')] }))).toMatchObject({ nodes: [{ kind: 'AGENCY' }, { kind: 'ITEM' }], edges: [{ relation: 'HAS_ITEM' }] });
  });
});
