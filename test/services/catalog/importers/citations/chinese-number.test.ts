import { parseChineseNumber, toChineseNumber } from '../../../../../services/catalog/importers/citations/chinese-number';

describe('Chinese numerals', () => {
  it.each([
    ['十', 10], ['十二', 12], ['二十', 20], ['六一', 61], ['一百一十', 110], ['一百零三', 103], ['一百十', 110], ['一千零一十', 1010],
    ['24', 24], ['l98', 198], ['1O', 10], ['二〇一五', 2015],
  ])('reads %s as %i', (written, value) => {
    expect(parseChineseNumber(written)).toBe(value);
  });

  it.each(['', '甲', '零', '第三'])('finds no number in %j', (written) => {
    expect(parseChineseNumber(written)).toBeNull();
  });

  it('writes every number so that it reads back', () => {
    for (let value = 1; value < 2000; value++) expect(parseChineseNumber(toChineseNumber(value))).toBe(value);
  });

  it.each([
    [10, '十'], [15, '十五'], [20, '二十'], [101, '一百零一'], [110, '一百一十'], [111, '一百一十一'], [1010, '一千零一十'],
  ])('writes %i as %s', (value, written) => {
    expect(toChineseNumber(value)).toBe(written);
  });
});
