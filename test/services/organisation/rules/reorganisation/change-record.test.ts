import { bodiesAfter, bodiesBefore, stepsBetween, summaryOf, type ChangeRecord } from '../../../../../services/organisation/rules/reorganisation/change-record';
import { checkHoldingAgency } from '../../../../../services/organisation/rules/reorganisation/holding-agency';
import { checkOfficeNames } from '../../../../../services/organisation/rules/reorganisation/office-names';
import { predecessorsOf, successorsOf } from '../../../../../services/organisation/rules/reorganisation/succession';
import { toAgency } from '../../../../../services/organisation/rules/to-records';

const A = { id: '140100001', name: '甲局' };
const B = { id: '140100002', name: '乙局' };
const C = { id: '140100003', name: '丙局' };
const none: ReadonlySet<string> = new Set();

const record = (kind: ChangeRecord['kind'], steps: ChangeRecord['steps']): ChangeRecord => ({
  id: '140100-C1',
  regionCode: '140100',
  number: 1,
  subject: 'AGENCY',
  kind,
  effectiveOn: '2026-12-01',
  document: { title: '通知', number: '并编字〔2026〕3号', date: '2026-11-01' },
  steps,
});

describe('a change on record', () => {
  it('says who hands over to whom, and which of them are new', () => {
    expect(stepsBetween([A, B], [C], new Set([C.id]))).toEqual([
      { predecessor: A, successor: C, founded: true },
      { predecessor: B, successor: C, founded: true },
    ]);
    expect(stepsBetween([], [C], new Set([C.id]))).toEqual([{ predecessor: null, successor: C, founded: true }]);
    expect(stepsBetween([A], [], none)).toEqual([{ predecessor: A, successor: null, founded: false }]);
  });
  it('names each body once on its side', () => {
    const steps = stepsBetween([A, B], [A, C], none);
    expect(bodiesBefore({ steps })).toEqual([A, B]);
    expect(bodiesAfter({ steps })).toEqual([A, C]);
  });
  it('reads as one line', () => {
    expect(summaryOf(record('MERGE', stepsBetween([A, B], [C], none)))).toBe('合并：甲局、乙局 → 丙局，自2026-12-01起（并编字〔2026〕3号）');
    expect(summaryOf(record('ABOLISH', stepsBetween([A], [], none)))).toBe('撤销：甲局，自2026-12-01起（并编字〔2026〕3号）');
  });
  it('makes nobody its own predecessor', () => {
    const merged = record('MERGE', stepsBetween([A, B], [A], none));
    expect(predecessorsOf(A.id, [merged]).map(({ body }) => body.id)).toEqual([B.id]);
    expect(successorsOf(A.id, [merged])).toEqual([]);
    expect(successorsOf(B.id, [merged]).map(({ body }) => body.id)).toEqual([A.id]);
    expect(successorsOf(A.id, [record('ABOLISH', stepsBetween([A], [], none))])).toEqual([]);
  });
});

describe('a change of offices', () => {
  const agency = toAgency({ code: '140100001', regionCode: '140100', name: '甲局', kind: 'DEPARTMENT', foundedOn: '2010-01-01', abolishedOn: '2020-01-01' });
  it('needs an agency that exists on the day', () => {
    expect(checkHoldingAgency(agency, '140100001', '2015-01-01')).toEqual([]);
    expect(checkHoldingAgency(agency, '140100001', '2020-01-01')).toMatchObject([{ code: 'NOT_ALIVE_ON_DAY', path: 'agencyCode' }]);
    expect(checkHoldingAgency(agency, '140100001', '2009-12-31')).toMatchObject([{ code: 'BEFORE_FOUNDING' }]);
    expect(checkHoldingAgency(null, '140100009', '2015-01-01')).toMatchObject([{ code: 'UNKNOWN_AGENCY', value: '140100009' }]);
  });
  it('gives no two open offices one name', () => {
    const office = (id: string, name: string, endedOn: string | null = null) => ({ id, name, holder: '140100001', foundedOn: null, endedOn, mayHoldItems: true });
    const offices = [office('14010000101', '法规科'), office('14010000102', '审批科'), office('14010000103', '信访科', '2015-01-01')];
    const change = (from: string[], names: string[]) => ({
      subject: 'OFFICE' as const,
      kind: 'SPLIT' as const,
      effectiveOn: '2016-01-01',
      document: { title: '', number: '', date: '' },
      from,
      to: names.map((name) => ({ id: null, name })),
    });
    const codes = (from: string[], names: string[]) => checkOfficeNames(change(from, names), offices).map(({ path }) => path);
    expect(codes(['14010000101'], ['法规科', '执法科'])).toEqual([]);
    expect(codes(['14010000101'], ['审批科', '执法科'])).toEqual(['to.0.name']);
    expect(codes(['14010000101'], ['信访科', '信访科'])).toEqual(['to.1.name']);
  });
});
