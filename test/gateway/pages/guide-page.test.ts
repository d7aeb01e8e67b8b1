import { guidePage } from '../../../gateway/pages/guide-page';
import type { ItemWithGuide } from '../../../gateway/pages/read-guide';
import { aGuide, anItemWithGuide } from './a-list';
import { attributes, headings, HOSTILE, textOf, unbalanced } from './markup';

const page = (given: Partial<ItemWithGuide> = {}, missing: ReadonlySet<string> = new Set()): string => guidePage(anItemWithGuide(given), missing, '').text;
const shown = (given: Partial<ItemWithGuide> = {}, missing?: ReadonlySet<string>): string => textOf(page(given, missing));

describe('the guide page of an item', () => {
  it('says what the list says of it: body, category, code, level, basis (P2)', () => {
    const text = shown();
    expect(text).toContain('取水许可 太原市水务局 行政许可 事项编码 14010001301000100');
    expect(text).toContain('行使层级 市级、县级');
    expect(text).toContain('实施依据 【法律】《中华人民共和国水法》（主席令第74号）第七条');
  });

  it('says all that its guide says, the supervision phone apart from the enquiry phone (P3)', () => {
    const text = shown();
    for (const part of [
      '承诺期限 20个工作日 法定期限 45个工作日 到现场次数 1 次 收费 收费，见下',
      '受理条件 有取水口',
      '1 受理 行政审批科，韩示例 1个工作日 材料齐全',
      '1 取水许可申请书 必要 原件 3 份，复印件 1 份 纸质 申请人自备 受理标准：签章齐全',
      '承诺期限 20个工作日（不含现场查勘） 不计入期限 听证：二十日内组织',
      '1 工本费 每证10元 条例第二十四条 不减免',
      '办理结果 取水许可证（证照），有效期：五年',
      '办理形式 窗口办理、邮寄办理 办件类型 承诺件 服务对象 企业法人 到现场次数 1 次',
      '政务服务中心水务窗口 地址：示例路1号 办理时间：工作日 9:00-17:00',
      '常见问题 可以代办吗？ 可以，须有委托书。',
      '承办机构 太原市水务局 水资源科 0351-0013002 承办人 韩示例，科长 咨询电话 0351-0013002 监督电话 0351-0013900',
      '办事指南第 3 版，2014年10月1日起适用',
    ])
      expect(text).toContain(part);
    expect(attributes(page(), 'href')).toContain('tel:03510013900');
  });

  it('draws its flow in the page, and takes nothing but a drawing for one', () => {
    expect(page()).toContain('<figure><svg xmlns="http://www.w3.org/2000/svg" role="img"');
    expect(page({ guide: aGuide({ flowchart: '<img src=x><svg></svg>' }) })).not.toMatch(/<figure|<img/);
  });

  it('shows where a step leads only where there is a choice', () => {
    expect(shown()).not.toContain('后续环节');
    const [first, second] = aGuide().steps as [ReturnType<typeof aGuide>['steps'][0], ReturnType<typeof aGuide>['steps'][0]];
    const steps = [{ ...first, next: [{ to: 2, when: '需要查勘' }, { to: 3, when: '其他' }] }, second];
    expect(shown({ guide: aGuide({ steps }) })).toContain('需要查勘：第 2 环节 其他：第 3 环节');
  });

  it('leaves out what its guide need not say', () => {
    const penalty = shown({ category: 'PENALTY', guide: aGuide({ materials: [], fees: [], results: [], promisedLimit: null, statutoryLimit: null, excludedFromLimit: [] }) });
    for (const heading of ['申请材料', '收费情况', '办理结果', '办理期限']) expect(penalty).not.toContain(heading);
  });
});

describe('an item that does not lead to a counter, in words', () => {
  it('MISSING: what ought to be published', () => {
    const text = shown({ guide: null, link: { status: 'MISSING', missing: ['STEPS', 'SUPERVISION_PHONE'], findings: [] } });
    expect(text).toContain('本事项尚未公布办事指南。 按规定应当公布：办理流程、监督电话。');
    expect(text).not.toContain('申请材料');
  });

  it('INCOMPLETE: what lacks, at the top and in its place', () => {
    const text = shown({ guide: aGuide({ materials: [], supervisionPhone: null }), link: { status: 'INCOMPLETE', missing: ['MATERIALS', 'SUPERVISION_PHONE'], findings: [] } });
    expect(text).toContain('办事指南内容不全。 以下要素尚未公布：申请材料、监督电话。');
    expect(text).toContain('申请材料 尚未公布 ');
    expect(text).toContain('监督电话 尚未公布');
  });

  it('BROKEN: what is wrong, and that one should ask first', () => {
    expect(shown({ link: { status: 'BROKEN', missing: [], findings: [{ path: 'steps.1.officeId', message: '机构未登记' }, { path: 'responsibleOfficeId', message: '机构已撤销' }] } })).toContain(
      '办事指南有误，前往办理前请先向实施主体核实： 办理流程第 2 环节的承办机构：机构未登记 承办机构：机构已撤销',
    );
  });

  it('takes the supervision phone from the list where the guide has none', () => {
    expect(shown({ guide: aGuide({ supervisionPhone: null }), listedSupervisionPhone: '12345678' })).toContain('监督电话 12345678');
  });
});

describe('an item that is not simply exercised any more', () => {
  it.each([
    ['CANCELLED', '本事项已取消，不得再行使。'],
    ['SUSPENDED', '本事项已暂停实施。'],
    ['TIGHTENED', '本事项实行严格管控。'],
  ])('%s: %s', (status, words) => expect(shown({ status })).toContain(words));

  it('MERGED: where it lives on', () => {
    const successors = [{ kind: 'MERGED', effectiveOn: '2015-01-01', code: 'N/1', item: { name: '涉水审批', subItem: null } }];
    expect(shown({ status: 'MERGED', successors })).toContain('本事项已并入其他事项。 合并： 涉水审批');
    expect(attributes(page({ status: 'MERGED', successors }), 'href')).toContain('/guides/N%2F1.html');
  });

  it('while it is being handed over: who still acts (P14)', () => {
    const delegation = { form: 'ENTRUST', toBodyName: '小店区水务局', decidedFor: '2015-03-01', handedOverOn: null };
    expect(shown({ delegation })).toContain('本事项正在下放。 委托小店区水务局行使，2015年3月1日起交接，交接完成前仍由原机关办理。');
    expect(shown({ status: 'DELEGATED', delegation: { ...delegation, handedOverOn: '2015-03-02' } })).toContain('本事项已下放。 委托小店区水务局行使，自2015年3月2日起。');
  });
});

it('shows measures during and after the act (P16) and published remarks with their answers (P18)', () => {
  const measures = [{ number: 1, kind: 'SPOT_CHECK', text: '实地检查取水口', basis: '水法第六十条', frequency: { value: 2, unit: 'TIMES_PER_YEAR' }, responsibleOffice: { id: 'O2', name: '水资源科' } }];
  const remark = { id: 'R1', kind: 'COMPLAINT', text: '窗口中午没有人', submittedOn: '2015-01-05', answeredOn: '2015-01-08', answer: '已安排值班', agency: { code: '140100013', name: '太原市水务局' } };
  const text = shown({ measures, remarks: { totalCount: 12, nodes: [remark] } });
  expect(text).toContain('【实地检查、专项检查】实地检查取水口，次/年：2 依据：水法第六十条 责任科室：水资源科');
  expect(text).toContain('投诉 2015年1月5日 窗口中午没有人 太原市水务局答复（2015年1月8日）：已安排值班 共 12 条，此处列最近 1 条。');
});

it('shows what there is and says what is missing while a service does not answer', () => {
  const text = shown({ guide: null, link: null, measures: null, remarks: null }, new Set(['service-center']));
  expect(text).toContain('以下内容暂时无法读取，请稍后刷新：办事指南及其状态。');
  expect(text).toContain('实施依据 【法律】');
  expect(text).not.toContain('尚未公布办事指南');
});

it('has headings in order and lets nothing that somebody wrote become markup', () => {
  const office = { id: HOSTILE, name: HOSTILE, phone: HOSTILE, agency: { code: HOSTILE, name: HOSTILE } };
  const guide = aGuide({
    conditions: [HOSTILE],
    steps: [{ order: 1, name: HOSTILE, office, officer: office, limit: { value: 1, unit: HOSTILE, note: HOSTILE }, jointOffices: [office], next: [{ to: 2, when: HOSTILE }], standard: HOSTILE, result: HOSTILE }],
    materials: [{ name: HOSTILE, requirement: HOSTILE, kind: HOSTILE, originals: 1, copies: 1, medium: HOSTILE, source: HOSTILE, howToFill: HOSTILE, acceptance: HOSTILE, basis: HOSTILE }],
    fees: [{ name: HOSTILE, standard: HOSTILE, legalBasis: HOSTILE, reducible: null }],
    results: [{ name: HOSTILE, kind: HOSTILE, validity: HOSTILE }],
    venues: [{ name: HOSTILE, address: HOSTILE, hours: HOSTILE }],
    questions: [{ question: HOSTILE, answer: HOSTILE }],
    intermediaries: [{ name: HOSTILE, basis: HOSTILE }],
    supervisionPhone: HOSTILE,
    enquiryPhone: 'javascript:alert(1)',
    quantityLimit: HOSTILE,
  });
  const remark = { id: HOSTILE, kind: HOSTILE, text: HOSTILE, submittedOn: '2015-01-05', answeredOn: null, answer: HOSTILE, agency: null };
  const attacked = page({ name: HOSTILE, subItem: HOSTILE, code: HOSTILE, remark: HOSTILE, conditions: HOSTILE, status: 'TIGHTENED', guide, link: { status: 'BROKEN', missing: [HOSTILE], findings: [{ path: HOSTILE, message: HOSTILE }] }, remarks: { totalCount: 1, nodes: [remark] } });
  expect(attacked).not.toMatch(/<script|<img|<!--/);
  expect(unbalanced(attacked)).toEqual([]);
  for (const href of attributes(attacked, 'href')) expect(href).toMatch(/^(\/|#|tel:\d+$)/);
  const levels = headings(attacked);
  levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
});
