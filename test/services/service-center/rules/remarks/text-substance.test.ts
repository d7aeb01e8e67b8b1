import { checkSubstance } from '../../../../../services/service-center/rules/remarks/text-substance';

describe('a remark says something', () => {
  it.each(['https://example.com/a/b?c=d', '看 https://example.com https://example.org', 'www.example.com 点我', 'example.cn/abc'])('is not links alone: %s', (text) => {
    expect(checkSubstance(text, 'text')).toMatchObject({ refusal: { code: 'ONLY_LINKS', details: [{ path: 'text' }] } });
  });
  it.each(['啊啊啊啊啊啊', '哈哈哈，哈哈哈！', '。。。。。。', '1111111', 'ababababab', '很好很好很好'])('is not the same over and over: %s', (text) => {
    expect(checkSubstance(text, 'text')).toMatchObject({ refusal: { code: 'REPEATED_CHARACTERS' } });
  });
  it.each(['办理太慢了，见https://example.com/a，请核实', '谢谢你们了', '网站example.gov.cn上的材料清单和窗口说的不一样'])('may name a link, may be short: %s', (text) => {
    expect(checkSubstance(text, 'text').ok).toBe(true);
  });
});
