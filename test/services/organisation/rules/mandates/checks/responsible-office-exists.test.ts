import { responsibleOfficeExists } from '../../../../../../services/organisation/rules/mandates/checks/responsible-office-exists';
import { duty, find, FORESTRY, item, mandate, office, SQUAD, WATER } from '../facts';

const [OWN, CLOSED, CLOSING, OTHER, ENTRUSTED] = [`${WATER}01`, `${WATER}02`, `${WATER}03`, `${FORESTRY}01`, `${SQUAD}01`];
const OFFICES = [
  office(OWN, '水资源科'),
  office(CLOSED, '旧科', { closedOn: '2026-06-01' }),
  office(CLOSING, '将撤科', { closedOn: '2026-06-02' }),
  office(OTHER, '资源林政科'),
  office(ENTRUSTED, '监察科'),
];
const handled = (...officeIds: string[]) => find(responsibleOfficeExists, { items: [item('W1', '取水许可', { officeIds })], offices: OFFICES });
const given = (officeId: string | null) => find(responsibleOfficeExists, { mandates: [mandate([duty('（一）', '负责取水许可', [], { officeId })])], offices: OFFICES });

describe('the responsible office exists and is the body’s own (P3)', () => {
  it.each([
    ['is not registered', `${WATER}77`, `（${WATER}77）未登记`],
    ['is abolished', CLOSED, '“旧科”已于2026-06-01撤销'],
    ['is another body’s', OTHER, '“资源林政科”属于太原市林业局，不是本机构的内设机构'],
  ])('finds an office of an item or a duty that %s', (_what, id, wrong) => {
    expect(handled(id)).toMatchObject([
      {
        id: `OFFICE_UNKNOWN:140100013:W1:${id}`,
        severity: 'VIOLATION',
        clause: 'P3',
        itemCode: 'W1',
        officeId: id,
        explanation: `事项“取水许可”的承办机构${wrong}。`,
        proposedAction: '改填本机构现有的内设机构，或先按程序设立。',
      },
    ]);
    expect(given(id)).toMatchObject([
      {
        id: `OFFICE_UNKNOWN:140100013:140100013-M1:0:${id}`,
        duty: { place: 0 },
        officeId: id,
        explanation: `职责“（一）负责取水许可”的承担机构${wrong}。`,
        proposedAction: '把该职责交给现有的内设机构，修订三定。',
      },
    ]);
  });

  it('finds, less serious, an item without any office', () => {
    expect(handled()).toMatchObject([{ id: 'OFFICE_UNKNOWN:140100013:W1', severity: 'WARNING', officeId: null, explanation: '事项“取水许可”在清单上没有承办机构。', proposedAction: '在清单中补填承办机构。' }]);
  });

  it.each([
    ['its own', OWN],
    ['one that closes later', CLOSING],
    ['one of an institution it entrusts (P4)', ENTRUSTED],
  ])('finds nothing in %s', (_what, id) => {
    expect(handled(id)).toEqual([]);
    expect(given(id)).toEqual([]);
  });

  it('asks no office of a duty, and says of each wrong office once', () => {
    expect(given(null)).toEqual([]);
    expect(handled(OWN, OTHER, OTHER)).toHaveLength(1);
  });
});
