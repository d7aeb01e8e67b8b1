import { catalogTerm, chineseNumber, dayText, limitText, serviceTerm } from '../../../gateway/pages/terms';

it.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1000, '一千'],
  [1001, '一千零一'],
  [2024, '二千零二十四'],
])('%i is %s', (number, text) => expect(chineseNumber(number)).toBe(text));

it('tells limits and days as people do', () => {
  expect(limitText({ value: 20, unit: 'WORKING_DAY' })).toBe('20个工作日');
  expect(limitText({ value: 60, unit: 'CALENDAR_DAY', note: '环评法第二十二条' })).toBe('60日（环评法第二十二条）');
  expect(limitText({ value: 0, unit: 'WORKING_DAY' })).toBe('当场办结');
  expect(dayText('2014-09-10')).toBe('2014年9月10日');
});

it('knows the services’ vocabularies by their schemas, and shows a code it does not know as it is', () => {
  expect([catalogTerm('PowerCategory', 'LICENSE'), catalogTerm('ExerciseLevel', 'MUNICIPAL'), serviceTerm('GuideElement', 'SUPERVISION_PHONE')]).toEqual(['行政许可', '市级', '监督电话']);
  expect(catalogTerm('PowerCategory', 'NEW_ONE')).toBe('NEW_ONE');
});
