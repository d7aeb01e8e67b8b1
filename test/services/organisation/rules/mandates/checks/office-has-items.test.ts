import { officeHasItems } from '../../../../../../services/organisation/rules/mandates/checks/office-has-items';
import { find, item, office, SQUAD, WATER } from '../facts';

const items = [item('W1', '取水许可', { officeIds: [`${WATER}01`] })];

describe('functions and structure are adjusted by the list (P13)', () => {
  it('hints at an office that handles no item', () => {
    expect(find(officeHasItems, { items, offices: [office(`${WATER}01`, '水资源科'), office(`${WATER}02`, '办公室')] })).toMatchObject([
      {
        id: 'OFFICE_WITHOUT_ITEMS:140100013:14010001302',
        severity: 'HINT',
        clause: 'P13',
        officeId: '14010001302',
        itemCode: null,
        explanation: '内设机构“办公室”没有承办清单上的任何事项。',
        proposedAction: '核对其职责；属综合、内部机构的无须处理。',
      },
    ]);
  });

  it.each([
    ['a body without items: there is nothing to compare', { items: [], offices: [office(`${WATER}02`, '办公室')] }],
    ['an office that is abolished', { items, offices: [office(`${WATER}02`, '旧科', { closedOn: '2026-06-01' })] }],
    ['another body’s office', { items, offices: [office('14010003001', '资源林政科')] }],
  ])('finds nothing in %s', (_what, given) => {
    expect(find(officeHasItems, given)).toEqual([]);
  });

  it('looks at offices of an entrusted institution with the department’s (P4)', () => {
    expect(find(officeHasItems, { items, offices: [office(`${SQUAD}01`, '监察科')] })).toMatchObject([{ agencyCode: WATER, officeId: `${SQUAD}01` }]);
  });
});
