import { readDutyChange } from '../../../../../services/organisation/rules/mandates/duty-change-text';
import { splitNumbered } from '../../../../../services/organisation/rules/mandates/duty-numbers';
import { suggestDutyKind } from '../../../../../services/organisation/rules/mandates/suggest-duty-kind';

const split = (text: string) => splitNumbered(text).map(({ number, text: words }) => [number, words]);

describe('numbered duties', () => {
  it.each<[string, string, [string | null, string][]]>([
    ['keeps one duty and its number', '(一)负责取水许可。', [['（一）', '负责取水许可。']]],
    ['cuts several of one cell', '（一）负责甲；（二）负责乙。\n（三）负责丙。', [['（一）', '负责甲；'], ['（二）', '负责乙。'], ['（三）', '负责丙。']]],
    ['keeps numbers of another style inside', '（一）负责：1.甲；2.乙。（二）负责丙。', [['（一）', '负责：1.甲；2.乙。'], ['（二）', '负责丙。']]],
    ['cuts by figures', '1、甲。\n2、乙。', [['1、', '甲。'], ['2、', '乙。']]],
    ['cuts by Chinese figures', '一、甲。\n二、乙。', [['一、', '甲。'], ['二、', '乙。']]],
    ['goes on where a document was cut', '(十九)甲。(二十)乙。(二十一)丙。', [['（十九）', '甲。'], ['（二十）', '乙。'], ['（二十一）', '丙。']]],
    ['puts what stands before the first number first', '主要职责是：（一）甲。（二）乙。', [[null, '主要职责是：'], ['（一）', '甲。'], ['（二）', '乙。']]],
    ['counts no number that does not follow', '（一）依照第五条。（五）不是序号。（二）乙。', [['（一）', '依照第五条。（五）不是序号。'], ['（二）', '乙。']]],
    ['counts no number inside a sentence', '（一）按照第（二）项办理，面积1.5亩。', [['（一）', '按照第（二）项办理，面积1.5亩。']]],
    ['keeps an unnumbered one', '负责取水许可。', [[null, '负责取水许可。']]],
    ['has nothing to say of nothing', '  ', []],
  ])('%s', (_what, text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});

describe('the kind a duty seems to be', () => {
  it.each([
    ['负责取水许可和水资源费征收。', 'POWER'],
    ['拟订水利发展规划和政策。', 'POLICY'],
    ['负责机关的行政事务、后勤保障工作。', 'INTERNAL'],
    ['负责机关党群工作。', 'INTERNAL'],
    ['拟订管理制度并监督检查。', 'POWER'],
    ['负责河道整治。', 'POWER'],
  ] as const)('%s is %s', (text, kind) => {
    expect(suggestDutyKind(text).kind).toBe(kind);
  });
  it('names the words that suggest it, and none when nothing does', () => {
    expect(suggestDutyKind('拟订水利规划，起草规划。').words).toEqual(['拟订', '规划', '起草']);
    expect(suggestDutyKind('负责河道整治。').words).toEqual([]);
  });
});

describe('an adjustment of duties', () => {
  it.each([
    ['将开发区建设组织协调职责划归市工业和信息化局', 'HANDED_OVER'],
    ['取消:国务院、省人民政府、市人民政府已公布取消的行政审批事项', 'CANCELLED'],
    ['下放:将市级餐饮服务许可下放北湖区食品药品监督管理部门', 'DELEGATED'],
    ['整合:将市卫生局承担的食品安全综合协调职责,划入市食品药品监督管理局', 'TAKEN_OVER'],
    ['加强水资源统一管理的职责', 'STRENGTHENED'],
    ['不再承担水产品流通管理职责', 'CANCELLED'],
  ])('%s is %s', (text, kind) => {
    expect(readDutyChange(text)).toEqual({ kind, text });
  });
  it('is not guessed', () => {
    expect(readDutyChange('优化机构设置')).toBeNull();
  });
});
