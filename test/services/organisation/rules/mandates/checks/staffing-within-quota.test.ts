import { staffingWithinQuota } from '../../../../../../services/organisation/rules/mandates/checks/staffing-within-quota';
import type { LeadershipPost, StaffingLine } from '../../../../../../services/organisation/rules/mandates/mandate-document';
import { find, mandate } from '../facts';

const line = (more: Partial<StaffingLine> = {}): StaffingLine => ({ kind: 'ADMINISTRATIVE', label: null, beside: false, quota: 30, actual: null, ofWhich: [], ...more });
const post = (more: Partial<LeadershipPost> = {}): LeadershipPost => ({ post: '副局长', rank: '副县级', quota: 3, actual: null, ...more });
const check = (lines: StaffingLine[], posts: LeadershipPost[] = []) => find(staffingWithinQuota, { mandates: [mandate([], { staffing: { total: null, lines }, posts })] });
const said = (...given: Parameters<typeof check>) => check(...given).map(({ explanation }) => explanation);

describe('staff and posts stay within what the mandate allows (P13)', () => {
  it('finds staff above the quota', () => {
    expect(check([line({ actual: 33 })])).toMatchObject([
      {
        id: 'STAFFING_EXCEEDED:140100013:140100013-M1:staffing:0:0',
        severity: 'VIOLATION',
        clause: 'P13',
        duty: null,
        itemCode: null,
        explanation: '行政编制核定30名，实有33名，超编3名。',
        proposedAction: '在限期内消化超编人员，期间只出不进。',
      },
    ]);
  });

  it('finds a part above its own quota, by the words of the document', () => {
    expect(said([line({ label: '机关行政编制', actual: 30, ofWhich: [{ label: '援派机动编制', quota: 2, actual: 3 }] })])).toEqual(['机关行政编制中的援派机动编制核定2名，实有3名，超编1名。']);
  });

  it('finds posts above what is allowed', () => {
    expect(check([], [post({ actual: 4 })])).toMatchObject([{ explanation: '领导职数“副局长”核定3名，实配4名，超配1名。', proposedAction: '在限期内消化超配职数。' }]);
  });

  it('finds a kind that one total holds twice, and not one that is beside the total', () => {
    expect(said([line(), line({ quota: 5 })])).toEqual(['行政编制在同一总数里列了2次，编制类别混用。']);
    expect(said([line(), line({ quota: 5, beside: true })])).toEqual([]);
    expect(said([line(), line({ kind: 'WORKER', quota: 5 })])).toEqual([]);
  });

  it('tells apart lines, parts and posts of the same name', () => {
    const part = { label: '机动编制', quota: 1, actual: 2 };
    const found = check([line({ actual: 31, ofWhich: [part, part] }), line({ actual: 31 })], [post({ actual: 4 }), post({ actual: 5 })]);
    expect(found).toHaveLength(7);
    expect(new Set(found.map(({ id }) => id)).size).toBe(7);
  });

  it('finds nothing within the quota, and nothing where the actual number is not stated', () => {
    expect(check([line({ actual: 30 }), line({ kind: 'WORKER', actual: null })], [post({ actual: 3 }), post({ actual: null })])).toEqual([]);
  });

  it('looks at the mandate in force alone', () => {
    const over = { staffing: { total: null, lines: [line({ actual: 33 })] } };
    expect(find(staffingWithinQuota, { mandates: [mandate([], { ...over, state: 'PROPOSED' })] })).toEqual([]);
    expect(find(staffingWithinQuota, { mandates: [mandate([], { ...over, effectiveOn: '2026-07-01' })] })).toEqual([]);
  });
});
