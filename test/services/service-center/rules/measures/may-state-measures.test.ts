import { mayStateMeasures, type MeasureStatement, type NamedOffice } from '../../../../../services/service-center/rules/measures/may-state-measures';

const item = { code: 'W1', category: 'LICENSE', status: 'LISTED', agencyCode: '140100013' };
const office: NamedOffice = { id: '14010001302', agencyCode: '140100013', closedOn: null };
const statement: MeasureStatement = {
  agencyCode: '140100013', itemCode: 'W1', effectiveOn: '2014-09-20',
  measures: [{ kind: 'CREDIT', text: '信用评价', basis: null, frequency: null, officeId: office.id }],
};
const TODAY = '2014-09-20';
const state = (change: Partial<MeasureStatement> = {}, on: Parameters<typeof mayStateMeasures>[1] = item, known: NamedOffice | null = office) =>
  mayStateMeasures({ ...statement, ...change }, on, new Map(known ? [[known.id, known]] : []), TODAY);

describe('who may state measures of what (P16)', () => {
  it('an agency for its own items, by its own offices', () => expect(state()).toEqual({ ok: true, value: true }));
  it('not for the past', () => expect(state({ effectiveOn: '2014-09-19' })).toMatchObject({ refusal: { code: 'EFFECTIVE_IN_THE_PAST' } }));
  it('not for what is not on the list (P5)', () => {
    expect(state({}, null)).toMatchObject({ refusal: { code: 'NOT_ON_LIST', rule: 'P5' } });
    expect(state({}, { ...item, status: 'CANCELLED' })).toMatchObject({ refusal: { code: 'NOT_ON_LIST' } });
  });
  it('not for another’s item (P2)', () => expect(state({}, { ...item, agencyCode: '140100014' })).toMatchObject({ refusal: { code: 'NOT_THE_IMPLEMENTING_BODY', rule: 'P2' } }));
  it.each([
    ['OFFICE_UNKNOWN', null],
    ['OFFICE_OF_ANOTHER_BODY', { ...office, agencyCode: '140100014' }],
    ['OFFICE_CLOSED', { ...office, closedOn: '2014-09-20' }],
  ])('%s', (code, known) => expect(state({}, item, known)).toMatchObject({ refusal: { code, details: [{ path: 'measures.0.officeId', value: office.id }] } }));
});
