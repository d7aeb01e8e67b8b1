import { checkReasons } from '../../../../../services/service-center/rules/guide-draft/return-reasons';
import { aDocument } from '../../a-guide';

const check = (...reasons: [path: string, reason: string][]) => checkReasons(reasons.map(([path, reason]) => ({ path, reason })), aDocument());

describe('a draft is returned', () => {
  it('with reasons, each with its place in the guide', () => {
    expect(check(['materials.0.name', ' 写明全称 '], ['', '整体过于简略'], ['effectiveOn', '改为十月一日'], ['quantityLimit', '未说明'])).toMatchObject({
      ok: true, value: [{ path: 'materials.0.name', reason: '写明全称' }, { path: '' }, { path: 'effectiveOn' }, { path: 'quantityLimit' }],
    });
  });
  it('never without a reason', () => expect(check()).toMatchObject({ refusal: { code: 'REASONS_MISSING' } }));
  it.each([
    ['no words', 'steps', ' ', 'reasons.0.reason'],
    ['too many words', 'steps', '长'.repeat(501), 'reasons.0.reason'],
    ['an element no guide has', 'colour', '说明', 'reasons.0.path'],
    ['a step it does not have', 'steps.9.name', '说明', 'reasons.0.path'],
    ['what every object has', 'steps.constructor', '说明', 'reasons.0.path'],
    ['what every object has, at the top', 'constructor', '说明', 'reasons.0.path'],
  ])('not for %s', (_what, path, reason, at) => {
    expect(check([path, reason])).toMatchObject({ ok: false, refusal: { code: 'REASON_MALFORMED', details: [{ path: at }] } });
  });
});
