import { checkMandate, type MandateGround } from '../../../../../services/organisation/rules/mandates/mandate-checks';
import type { MandateDraft, StaffingLine } from '../../../../../services/organisation/rules/mandates/mandate-document';
import { draft, duty, FORESTRY, WATER } from './facts';

const [OWN, OTHER] = [`${WATER}01`, `${FORESTRY}01`];
const ground = (more: Partial<MandateGround> = {}): MandateGround => ({
  agencyCode: WATER,
  agencyOfOffice: new Map([[OWN, WATER], [OTHER, FORESTRY]]),
  knownItems: new Set(['W1', 'W2']),
  approvedFrom: [],
  abolishedOn: null,
  ...more,
});
const DUTIES = [duty('（一）', '负责取水许可', ['W1', 'W2'], { officeId: OWN }), duty('（二）', '拟订规划', [], { kind: 'POLICY' })];
const line = (more: Partial<StaffingLine> = {}): StaffingLine => ({ kind: 'ADMINISTRATIVE', label: null, beside: false, quota: 30, actual: null, ofWhich: [], ...more });
const office = (more: object = {}) => ({ number: '（一）', name: '水资源科', officeId: OWN, duties: null, ...more });
const post = (more: object = {}) => ({ post: '局长', rank: null, quota: 1, actual: 1, ...more });
const staffed = (total: number | null, ...lines: StaffingLine[]): Partial<MandateDraft> => ({ staffing: { total, lines } });
const wrong = (more: Partial<MandateDraft>, on?: Partial<MandateGround>) => checkMandate(draft(DUTIES, more), ground(on)).map(({ code, rule, path, value }) => ({ code, rule, path, value }));

describe('a mandate is sound by itself (P13)', () => {
  it.each<[string, Partial<MandateDraft>, Partial<MandateGround>?]>([
    ['with duties alone', {}],
    ['with offices alone', { duties: [], offices: [office()] }],
    ['after the one before it', { effectiveOn: '2026-06-01' }, { approvedFrom: ['2010-03-01', '2026-05-31'] }],
    ['before its agency is abolished', {}, { abolishedOn: '2010-03-02' }],
    ['with an office that the register does not have', { offices: [office({ officeId: null })] }],
    ['when its staffing adds up, what is beside not counted', staffed(35, line(), line({ kind: 'WORKER', quota: 5 }), line({ kind: 'INSTITUTION', quota: 9, beside: true }))],
    ['when a part stays inside its line', staffed(30, line({ actual: 30, ofWhich: [{ label: '机动', quota: 30, actual: 30 }] }))],
    ['when it states a total and nothing that adds up to it', staffed(30)],
    ['when it states a total beside which something else stands', staffed(30, line({ kind: 'WORKER', beside: true, quota: 2 }))],
    ['when more staff is there than allowed, which is a finding', staffed(null, line({ actual: 99 }))],
  ])('%s', (_what, more, on = {}) => {
    expect(wrong(more, on)).toEqual([]);
  });

  it.each<[string, Partial<MandateDraft>, string, string | null, string, string | null, Partial<MandateGround>?]>([
    ['nothing in it', { duties: [] }, 'MANDATE_EMPTY', null, 'duties', null],
    ['a day on which one takes effect already', { effectiveOn: '2012-01-01' }, 'OVERLAPPING_DATES', null, 'effectiveOn', '2012-01-01', { approvedFrom: ['2012-01-01'] }],
    ['a day before one that is approved', { effectiveOn: '2012-01-01' }, 'OVERLAPPING_DATES', null, 'effectiveOn', '2012-01-01', { approvedFrom: ['2010-01-01', '2015-01-01'] }],
    ['an agency that is abolished by then', {}, 'AGENCY_ABOLISHED', null, 'effectiveOn', '2010-03-01', { abolishedOn: '2010-03-01' }],
    ['two duties of one number', { duties: [duty('（一）', '甲'), duty('（一）', '乙')] }, 'DUPLICATE_NUMBER', null, 'duties.1.number', '（一）'],
    ['a duty without words', { duties: [duty('（一）', ' ')] }, 'DUTY_EMPTY', null, 'duties.0.text', null],
    ['an item that the list never had', { duties: [duty('（一）', '甲', ['W1', 'X1'])] }, 'UNKNOWN_ITEM', 'P13', 'duties.0.items.1', 'X1'],
    ['an item named twice by a duty', { duties: [duty('（一）', '甲', ['W1', 'W1'])] }, 'DUPLICATE_CODE', null, 'duties.0.items.1', 'W1'],
    ['a duty of an office that is not registered', { duties: [duty('（一）', '甲', [], { officeId: 'X' })] }, 'UNKNOWN_OFFICE', null, 'duties.0.officeId', 'X'],
    ['a duty of another agency’s office', { duties: [duty('（一）', '甲', [], { officeId: OTHER })] }, 'OFFICE_OF_ANOTHER_AGENCY', 'P13', 'duties.0.officeId', OTHER],
    ['an office of another agency', { offices: [office(), office({ officeId: OTHER })] }, 'OFFICE_OF_ANOTHER_AGENCY', 'P13', 'offices.1.officeId', OTHER],
    ['an office that is not registered', { offices: [office({ officeId: 'X' })] }, 'UNKNOWN_OFFICE', null, 'offices.0.officeId', 'X'],
    ['an office without a name', { offices: [office({ name: '' })] }, 'NAME_MISSING', null, 'offices.0.name', null],
    ['a total that its kinds do not add up to', staffed(36, line(), line({ kind: 'WORKER', quota: 5 })), 'STAFFING_DOES_NOT_ADD_UP', null, 'staffing.total', '36'],
    ['a total that counts what is beside it', staffed(35, line(), line({ kind: 'WORKER', quota: 5, beside: true })), 'STAFFING_DOES_NOT_ADD_UP', null, 'staffing.total', '35'],
    ['parts that exceed their line', staffed(null, line({ ofWhich: [{ label: '甲', quota: 20, actual: null }, { label: '乙', quota: 11, actual: null }] })), 'STAFFING_DOES_NOT_ADD_UP', null, 'staffing.lines.0.ofWhich', '31'],
    ['more people in the parts than in the line', staffed(null, line({ actual: 5, ofWhich: [{ label: '甲', quota: 20, actual: 6 }] })), 'STAFFING_DOES_NOT_ADD_UP', null, 'staffing.lines.0.ofWhich', '6'],
    ['fewer than nobody', staffed(null, line({ quota: -1 })), 'NEGATIVE_COUNT', null, 'staffing.lines.0', '-1'],
    ['fewer than nobody there', staffed(null, line({ actual: -1 })), 'NEGATIVE_COUNT', null, 'staffing.lines.0', '-1'],
    ['a part of fewer than nobody', staffed(null, line({ ofWhich: [{ label: '甲', quota: -1, actual: null }] })), 'NEGATIVE_COUNT', null, 'staffing.lines.0.ofWhich.0', '-1'],
    ['a post without a name', { posts: [post({ post: ' ' })] }, 'NAME_MISSING', null, 'posts.0.post', null],
    ['a post of fewer than nobody', { posts: [post(), post({ post: '副局长', quota: -2 })] }, 'NEGATIVE_COUNT', null, 'posts.1', '-2'],
  ])('and not with %s', (_what, more, code, rule, path, value, on = {}) => {
    expect(wrong(more, on)).toEqual([{ code, rule, path, value }]);
  });

  it('names everything that is wrong at once, each in Chinese', () => {
    const problems = checkMandate(draft([duty('（一）', '', ['X1'], { officeId: OTHER })], staffed(1, line())), ground({ approvedFrom: ['2020-01-01'] }));
    expect(problems.map(({ code }) => code)).toEqual(['OVERLAPPING_DATES', 'DUTY_EMPTY', 'OFFICE_OF_ANOTHER_AGENCY', 'UNKNOWN_ITEM', 'STAFFING_DOES_NOT_ADD_UP']);
    expect(problems.map(({ message }) => message)).toEqual([
      '该机构已有自2020-01-01起生效的三定，生效日期应在其后',
      '职责（一）没有内容',
      '该内设机构属于140100030，不是本机构的',
      '职责（一）所依的事项从未列入清单',
      '编制总数1名，各类合计30名（另核的不计入）',
    ]);
  });
});
