import { categoryInHeading, toCategory } from '../../../../services/catalog/importers/category-words';
import { fieldOf, fieldUnder, plainLabel } from '../../../../services/catalog/importers/column-labels';
import { levelsInHeading, readLevels } from '../../../../services/catalog/importers/level-words';
import { bodyInDepartmentRow, bodyInTitle, readBodies, readOffices } from '../../../../services/catalog/importers/organisation-names';

describe('category words (P1)', () => {
  test.each([
    ['行政许可', 'LICENSE'],
    ['行政审批类', 'LICENSE'],
    ['行政许可\n（含初审）', 'LICENSE'],
    ['非行政许可类审批', 'NON_LICENSE_APPROVAL'],
    [' 行 政 处 罚 ', 'PENALTY'],
    ['02', 'PENALTY'],
    ['行政检查-日常', 'INSPECTION'],
    ['行政强制/行政强制措施', 'COERCION'],
    ['其他权利', 'OTHER'],
    ['其它类', 'OTHER'],
    ['行政征用', 'OTHER'],
    ['公共服务', null],
    ['行政处罚、行政强制', null],
    ['行政权力', null],
    ['审核', null],
  ])('%j → %s', (cell, category) => expect(toCategory(cell)).toBe(category));

  test.each([
    ['行政处罚（254项）', 'PENALTY'],
    ['行政征收（ 1 项）', 'LEVY'],
    ['一、其他行政权力（共3项）', 'OTHER'],
    ['附件2-3 某县行政确认事项目录', 'CONFIRMATION'],
    ['3.许可', 'LICENSE'],
    ['行政许可和行政处罚事项清单', null],
    ['某局权责清单', null],
    ['Sheet1', null],
  ])('heading %j → %s', (heading, category) => expect(categoryInHeading(heading)).toBe(category));
});

describe('level words', () => {
  test.each([
    ['市级', 'MUNICIPAL'],
    [' 地州市级', 'MUNICIPAL'],
    ['县（市、区）级', 'COUNTY'],
    ['县市区级', 'COUNTY'],
    ['市、县', 'MUNICIPAL COUNTY'],
    ['区、县级市', 'COUNTY'],
    ['市级,区县级', 'MUNICIPAL COUNTY'],
    ['3/4', 'MUNICIPAL COUNTY'],
    ['自治区级', 'PROVINCIAL'],
    ['国家级/局（署、会），省级/直属，市级', 'NATIONAL PROVINCIAL MUNICIPAL'],
    ['乡镇（街道）', 'TOWNSHIP'],
    ['分级管理', 'GRADED'],
    ['本级保留', ''],
    ['会同有关部门负责全市工作', ''],
  ])('%j → %s', (cell, levels) => expect(readLevels(cell).levels.join(' ')).toBe(levels));

  it('keeps what a cell says beyond the level', () => {
    expect(readLevels('地州市级；负责初审')).toEqual({ levels: ['MUNICIPAL'], rest: '负责初审' });
    expect(readLevels('负责市本级检查，指导县级检查')).toEqual({ levels: ['MUNICIPAL'], rest: '负责市本级检查，指导县级检查' });
  });

  it('reads a heading only where it speaks of levels, not where it names a place', () => {
    expect(levelsInHeading('市级权限')).toEqual(['MUNICIPAL']);
    expect(levelsInHeading('克拉玛依市水务局权责清单')).toEqual([]);
  });
});

describe('column labels', () => {
  test.each([
    ['序 号', 'serial'],
    ['职权\n编码', 'code'],
    ['权力事项名称', 'name'],
    ['项目', 'name'],
    ['子项\n名称', 'subItem'],
    ['事项名称（子项）', 'subItem'],
    ['职权类型', 'category'],
    ['处罚种类', 'known'],
    ['实施主体性质', 'known'],
    ['责任主体', 'body'],
    ['承办处（科）室', 'office'],
    ['实施层级\n及权限', 'level'],
    ['权限划分', 'authoritySplit'],
    ['责任事项内容', 'responsibilities'],
    ['责任事项的依据', 'known'],
    ['收费（征收）依据和标准', 'known'],
    ['设定和实施依据', 'basis'],
    ['追责情形及依据', 'accountability'],
    ['追责对象范围', 'known'],
    ['监督投诉电话', 'supervisionPhone'],
    ['联系电话', 'known'],
    ['统一社会信用代码', 'known'],
    ['对违法行为的处罚', null],
    ['某市水务局', null],
  ])('%j → %s', (label, field) => expect(fieldOf(plainLabel(label))).toBe(field));

  it('reads a label with the group above it', () => {
    expect(fieldUnder('责任事项', '依据')).toBe('known');
    expect(fieldUnder('实施依据', '条款内容')).toBe('basis');
    expect(fieldUnder('行政权力', '名称')).toBe('name');
    expect(fieldUnder('事项名称', '子项')).toBe('subItem');
    expect(fieldUnder('行使层级', '市级')).toBe('levelTick');
  });
});

describe('names of bodies and offices', () => {
  test.each([
    ['2024年市农业农村局权责清单', '市农业农村局'],
    ['附件2：某县水务局权责清单（2023年版）', '某县水务局'],
    ['某区教育局行政处罚权力清单', '某区教育局'],
    ['某市人民政府办公室权力和责任清单', '某市人民政府办公室'],
    ['某市综合行政执法局行政处罚事项目录', '某市综合行政执法局'],
    ['某市委宣传部（新闻出版局）2024年权责清单', '某市委宣传部（新闻出版局）'],
    ['某县政府部门权责清单-某县水利局（共21项）', '某县水利局'],
    ['某市人民政府部门行政职权情况一览表', null],
    ['某市2025年消防监督执法权责清单', null],
    ['行政处罚（254项）', null],
  ])('title %j → %s', (title, body) => expect(bodyInTitle(title)).toBe(body));

  it('reads a department row up to the next label', () => {
    expect(bodyInDepartmentRow('  部门名称：市机关事务管理局           ')).toBe('市机关事务管理局');
    expect(bodyInDepartmentRow('填报单位（盖章）：某县水利局    填报时间：2024年')).toBe('某县水利局');
    expect(bodyInDepartmentRow('某县水利局权责清单')).toBeNull();
  });

  test.each([
    ['市住建局\n市城管局', ['市住建局', '市城管局']],
    ['市公安局\n交通警察支队', ['市公安局交通警察支队']],
    ['克拉玛依市住房和\n城乡建设局', ['克拉玛依市住房和城乡建设局']],
    ['县（市、区）水务局', ['县（市、区）水务局']],
    ['省、市、县人民政府', ['省、市、县人民政府']],
    ['无', []],
  ])('bodies of %j', (cell, bodies) => expect(readBodies(cell).bodies).toEqual(bodies));

  test.each([
    ['社会保险基金监督科（财务科）、劳动关系科（劳动保障监察科）', ['社会保险基金监督科（财务科）', '劳动关系科（劳动保障监察科）']],
    ['甲科，乙科、丙办公室', ['甲科', '乙科', '丙办公室']],
    ['甲科/乙科；丙站', ['甲科', '乙科', '丙站']],
    ['甲科（A办、B办', ['甲科（A办、B办）']],
    ['食品生产、经营科', ['食品生产、经营科']],
    ['市支队\n各区大队', ['市支队', '各区大队']],
    ['畜牧兽医科\n（渔政管理科）', ['畜牧兽医科（渔政管理科）']],
    ['-', []],
  ])('offices of %j', (cell, offices) => expect(readOffices(cell)).toEqual(offices));
});
