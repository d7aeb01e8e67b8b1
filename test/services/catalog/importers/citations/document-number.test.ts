import { findDocumentNumbers, findOwnNumber } from '../../../../../services/catalog/importers/citations/document-number';

describe('findDocumentNumbers', () => {
  it('takes neither a session nor a meeting nor a date for a number', () => {
    expect(findDocumentNumbers('2005年8月10日国务院令第101次常务会议通过，第十二届全国人大第四次会议，自2011年5月25日起施行')).toEqual([]);
  });

  it('finds several, each with its issuer', () => {
    const text = '2011年12月20日国务院令第613号公布，2019年3月2日国务院令第709号修正，晋政发〔2012〕3号转发';
    expect(findDocumentNumbers(text).map((number) => number.text)).toEqual(['国务院令第613号', '国务院令第709号', '晋政发〔2012〕3号']);
  });

  it('says where it stands', () => {
    const text = '（水利部令 第26号）';
    const [number] = findDocumentNumbers(text);
    expect(text.slice(number?.start, number?.end)).toBe('水利部令 第26号');
  });
});

describe('findOwnNumber', () => {
  it.each([
    ['（2000年7月8日主席令第34号颁布，2015年11月4日予以修改）', '主席令第34号'],
    ['（2012年4月18日国务院令第200次常务会议通过，国务院令第619号公布）', '国务院令第619号'],
    ['（2007年10月28日修订，主席令第七十七号，根据2018年10月26日《关于修改〈甲法〉的决定》修正）', '主席令第七十七号'],
    ['（建设部令第160号发布，住房和城乡建设部令第24号、32号、45号修订）', '建设部令第160号'],
    ['（根据住房和城乡建设部令第52号修正）', null],
    ['（2019年国务院令第709号修订）', null],
    ['（依据2019年3月2日《国务院关于修改部分行政法规的决定》国务院令第709号修订）', null],
    ['', null],
  ])('%s → %s', (description, number) => {
    expect(findOwnNumber(description)).toBe(number);
  });
});
