import { readCopies, readFee, readLimit, readList, readMaterialKind, readMedium, readRequirement } from '../../../../services/service-center/importers/guide-words';

describe('a limit as it is written', () => {
  it.each([
    ['3个工作日(现场审核时间除外)', { value: 3, unit: 'WORKING_DAY', note: '3个工作日(现场审核时间除外)' }],
    ['45 (工作日)', { value: 45, unit: 'WORKING_DAY', note: null }],
    ['15工作日', { value: 15, unit: 'WORKING_DAY', note: null }],
    ['20个工作日（中华人民共和国《行政许可法》第四十二条规定）', { value: 20, unit: 'WORKING_DAY' }],
    ['６０日', { value: 60, unit: 'CALENDAR_DAY', note: null }],
    ['3个月', { value: 3, unit: 'MONTH', note: null }],
    ['24小时', { value: 24, unit: 'HOUR', note: null }],
  ])('%s', (text, limit) => expect(readLimit(text)).toMatchObject(limit));
  it.each(['报告书60日,报告表30日,登记表15日', '5个工作日或者5日', '即时办结', '0个工作日', ''])('“%s” says no single one', (text) => expect(readLimit(text)).toBeNull());
});

it('copies are counted by what they are of', () => {
  expect(readCopies('原件;复印件1份')).toEqual({ originals: 1, copies: 1 });
  expect(readCopies('复印件2份')).toEqual({ originals: null, copies: 2 });
  expect(readCopies('')).toEqual({ originals: null, copies: null });
});

it('words of a material are recognised', () => {
  expect(['申请书', '营业执照', '效果图'].map((name) => readMaterialKind('', name))).toEqual(['FORM', 'CERTIFICATE', 'OTHER']);
  expect(['必要', '非必要', '容缺后补', ''].map(readRequirement)).toEqual(['REQUIRED', 'OPTIONAL', 'LATER', 'REQUIRED']);
  expect(['纸质', '电子', '纸质和电子', ''].map(readMedium)).toEqual(['PAPER', 'ELECTRONIC', 'BOTH', null]);
});

it('free of charge is an entry, whatever it is called', () => {
  for (const free of ['不收费', '无', '否']) expect(readFee(free, '无')).toEqual({ name: '不收费', standard: '不收费', legalBasis: null, reducible: null });
  expect(readFee('每证10元', '某办法第三条')).toMatchObject({ name: '收费', standard: '每证10元', legalBasis: '某办法第三条' });
});

it('a cell of several lines is a list', () => expect(readList('1、有固定场所\n2．有人员\r\n\n其他条件')).toEqual(['有固定场所', '有人员', '其他条件']));
