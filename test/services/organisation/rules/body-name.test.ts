import {
  bodyKey,
  isBeyondRegion,
  normaliseBodyName,
  registerName,
  withoutPlaque,
  type NamedRegion,
} from '../../../../services/organisation/rules/body-name';

const karamay: NamedRegion = { name: '克拉玛依市', kind: 'PREFECTURE', ancestors: ['新疆维吾尔自治区'] };
const xiaodian: NamedRegion = { name: '小店区', kind: 'DISTRICT', ancestors: ['太原市', '山西省'] };
const qingxu: NamedRegion = { name: '清徐县', kind: 'COUNTY', ancestors: ['太原市', '山西省'] };
const shanxi: NamedRegion = { name: '山西省', kind: 'PROVINCE', ancestors: [] };

describe('names that mean one body', () => {
  it.each([
    [karamay, ['市交通运输局', '克拉玛依市交通运输局', '交通运输局', '新疆维吾尔自治区克拉玛依市交通运输局', ' 市交通\n运输局 ']],
    [karamay, ['地州市农业农村局', '地州市级农业农村局', '克拉玛依市农业农村局', '市级农业农村局']],
    [karamay, ['市场监督管理局', '市市场监督管理局', '克拉玛依市市场监督管理局', '地州市市场监督管理局']],
    [karamay, ['市人民政府', '市政府', '克拉玛依市人民政府', '人民政府']],
    [karamay, ['市委宣传部', '中共克拉玛依市委宣传部', '克拉玛依市委宣传部']],
    [karamay, ['市级机关事务管理局', '克拉玛依市市级机关事务管理局']],
    [karamay, ['市政公用行业管理办公室', '克拉玛依市市政公用行业管理办公室']],
    [karamay, ['市政务服务局', '政务服务局']],
    [karamay, ['发展和改革委员会(粮食和物资储备局)', '克拉玛依市发展和改革委员会（粮食和物资储备局）']],
    [xiaodian, ['小店区人民政府', '太原市小店区人民政府', '区人民政府', '山西省太原市小店区政府', '区政府']],
    [xiaodian, ['区教育局', '县市区教育局', '县（市、区）级教育局', '县级教育局']],
    [qingxu, ['县水务局', '清徐县水务局', '水务局']],
    [shanxi, ['省水利厅', '山西省水利厅', '省级水利厅', '水利厅']],
  ])('in %p', (region, names) => {
    expect(new Set(names.map((name) => bodyKey(name, region))).size).toBe(1);
  });
});

describe('names that mean different bodies', () => {
  it.each([
    [karamay, '市交通运输局', '市交通运输综合行政执法局'],
    [karamay, '市农业农村局', '县市区农业农村局'],
    [karamay, '市农业农村局', '自治区农业农村厅'],
    [karamay, '市公安局（交警支队）', '市公安局（网安支队）'],
    [xiaodian, '区教育局', '市教育局'],
  ])('in %p: %s, %s', (region, one, other) => {
    expect(withoutPlaque(bodyKey(one, region))).not.toBe(withoutPlaque(bodyKey(other, region)));
  });
});

it('a second plaque is told from the name of a part', () => {
  expect(withoutPlaque('发展和改革委员会（粮食和物资储备局）')).toBe('发展和改革委员会');
  expect(withoutPlaque('生态环境局（高新分局）')).toBe('生态环境局（高新分局）');
  expect(withoutPlaque('（粮食局）')).toBe('（粮食局）');
});

it('white space goes, brackets become Chinese, full-width letters narrow', () => {
  expect(normaliseBodyName(' 农业科 (农产品质量\n安全监管科) Ａ１ ')).toBe('农业科（农产品质量安全监管科）A1');
});

describe('the register’s name of a body first met on a list', () => {
  it.each([
    ['市交通运输局', '克拉玛依市交通运输局'],
    ['地州市级农业农村局', '克拉玛依市农业农村局'],
    ['克拉玛依市财政局', '克拉玛依市财政局'],
    ['新疆维吾尔自治区克拉玛依市财政局', '新疆维吾尔自治区克拉玛依市财政局'],
    ['市委宣传部（新闻出版局、版权局）', '克拉玛依市委宣传部（新闻出版局、版权局）'],
    ['中共克拉玛依市委宣传部', '中共克拉玛依市委宣传部'],
    ['交通运输局', '交通运输局'],
    ['市场监督管理局', '市场监督管理局'],
    ['县市区农业农村局', '县市区农业农村局'],
  ])('of %s is %s', (listed, name) => expect(registerName(listed, karamay)).toBe(name));
});

it('bodies of other levels, or several at once, are recognised', () => {
  for (const name of ['自治区农业农村厅', '新疆维吾尔自治区住房和城乡建设厅', '县市区农业农村局', '各区消防救援大队'])
    expect(isBeyondRegion(name, karamay)).toBe(true);
  for (const name of ['市交通运输局', '交通运输局', '市场监督管理局', '区域发展办公室', '地州市农业农村局'])
    expect(isBeyondRegion(name, karamay)).toBe(false);
  expect(isBeyondRegion('市教育局', xiaodian)).toBe(true);
  expect(isBeyondRegion('区教育局', xiaodian)).toBe(false);
});
