import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ParsedList } from '../../../../services/catalog/importers/parsed-list';
import { readListFile } from '../../../../services/catalog/importers/read-list-file';
import type { PowerCategory } from '../../../../services/catalog/rules/vocabulary';
import { openTabular } from '../../../../services/shared/tabular';

const NATIONAL: PowerCategory[] = ['LICENSE', 'PENALTY', 'COERCION', 'LEVY', 'PAYMENT', 'INSPECTION', 'CONFIRMATION', 'REWARD', 'ADJUDICATION', 'OTHER'];
// The published lists of a real city lie beside the project, not in it; a clone without them has nothing to read here.
const FOLDER = path.resolve(__dirname, '../../../../../shared/data/lists');
const here = existsSync(FOLDER);

/**
 * What each list holds, counted by eye. Agriculture: four items whose category is blank take it from their sheet's
 * name, and two hidden rows of the autonomous region's line (one item) are not the city's.
 */
const EXPECTED: Record<string, { powers: number; rejected?: string[]; passedOver: string[] }> = {
  农业农村局: { powers: 310, rejected: ['行政征收（ 1 项） 2 HIDDEN_ROW'], passedOver: ['9 HEADER', '1 OTHER_LEVEL'] },
  消防: { powers: 75, passedOver: ['2 TITLE', '1 HEADER'] },
  交通运输局: { powers: 360, passedOver: ['1 TITLE', '1 HEADER'] },
  人力资源: { powers: 108, passedOver: ['1 TITLE', '1 HEADER'] },
  住房和城乡建设局: { powers: 327, passedOver: ['1 TITLE', '1 HEADER'] },
  发展和改革: { powers: 57, passedOver: ['1 TITLE', '1 HEADER'] },
  商务局: { powers: 21, passedOver: ['1 TITLE', '1 HEADER'] },
  宣传部: { powers: 1, passedOver: ['1 TITLE', '1 HEADER'] },
  市场监督: { powers: 442, passedOver: ['1 TITLE', '1 HEADER'] },
  文化体育: { powers: 301, passedOver: ['1 TITLE', '1 HEADER', '32 OTHER_LEVEL'] },
  机关事务: { powers: 10, passedOver: ['1 TITLE', '1 DEPARTMENT', '1 HEADER'] },
  生态环境局: { powers: 217, passedOver: ['1 TITLE', '1 HEADER'] },
  财政局: { powers: 19, passedOver: ['2 NOTE', '1 TITLE', '1 HEADER'] },
};

describe('the published lists of a city, 13 files', () => {
  if (!here) {
    it('do not lie beside this clone, being no part of the project, so there is nothing to read', () => expect(here).toBe(false));
    return;
  }
  const files = readdirSync(FOLDER);
  const bytesOf = (file: string): Buffer => readFileSync(path.join(FOLDER, file));
  const lists = new Map<string, ParsedList>();
  const read = (file: string): ParsedList => lists.get(file) ?? readAnew(file);
  const readAnew = (file: string): ParsedList => {
    const result = readListFile({ fileName: file, bytes: bytesOf(file), categories: NATIONAL }, () => []);
    if (!result.ok) throw new Error(result.message);
    lists.set(file, result.list);
    return result.list;
  };

  test.each(Object.entries(EXPECTED))('%s', (department, { powers, rejected = [], passedOver }) => {
    const { sheets } = read(files.find((file) => file.includes(department))!);
    const kinds = new Map<string, number>();
    for (const { kind } of sheets.flatMap((sheet) => sheet.passedOver)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(sheets.flatMap((sheet) => sheet.powers)).toHaveLength(powers);
    expect(sheets.flatMap((sheet) => sheet.rejected.map(({ row, code }) => `${sheet.name} ${row} ${code}`))).toEqual(rejected);
    expect([...kinds].map(([kind, count]) => `${count} ${kind}`).toSorted()).toEqual(passedOver.toSorted());
  });

  it('accounts for every row with content exactly once', () => {
    for (const file of files) {
      const raw = openTabular(file, bytesOf(file));
      if (!raw.ok) throw new Error(raw.message);
      const list = read(file);
      for (const sheet of raw.sheets.filter(({ rows }) => rows.length > 0)) {
        const parsed = list.sheets.find(({ name }) => name === sheet.name)!;
        const told = [...new Set(parsed.powers.map(({ row }) => row)), ...parsed.rejected.map(({ row }) => row), ...parsed.passedOver.map(({ row }) => row)];
        expect(told.toSorted((a, b) => a - b)).toEqual(sheet.rows.map(({ number }) => number));
        expect(parsed.rowsRead).toBe(parsed.powers.length + parsed.rejected.length);
      }
    }
  });

  it('leaves no stray white space, number or sign in names, bodies and offices', () => {
    const powers = files.flatMap((file) => read(file).sheets).flatMap((sheet) => sheet.powers);
    const untidy = powers.filter(({ name, subItem, body, offices }) => [name, subItem ?? '无', body, ...offices].some((text) => text === '' || /\s|^\d+[.、]|[。；、]$/.test(text)));
    expect(untidy).toEqual([]);
    expect(powers.filter(({ basisText }) => basisText === null)).toEqual([]);
  });

  it('reads particulars that a careless reader loses', () => {
    const all = new Map(files.map((file) => [file, read(file).sheets.flatMap((sheet) => sheet.powers)]));
    const of = (department: string, row: number): unknown => {
      const [, powers] = [...all].find(([file]) => file.includes(department))!;
      return powers.find((power) => power.row === row);
    };
    expect(of('人力资源', 14)).toMatchObject({ name: '中外合作职业技能培训机构设立、分立、合并、变更及终止审批', subItem: '中外合作职业技能培训机构终止审批' });
    expect(of('消防', 6)).toMatchObject({ publishedCode: '650200207CF51300', body: '克拉玛依市消防救援支队', offices: ['克拉玛依市消防救援支队', '各区消防救援大队'] });
    expect(of('发展和改革', 3)).toMatchObject({ offices: ['节能和能源管理科', '社会发展和投融资服务科', '产业发展科', '重大项目办公室'] });
    expect(of('宣传部', 3)).toMatchObject({ body: '市委宣传部（新闻出版局、版权局）', levels: ['MUNICIPAL'], authoritySplit: expect.stringMatching(/^负责行政区域内企业申请/) });
    expect(of('文化体育', 281)).toMatchObject({ levels: ['MUNICIPAL', 'COUNTY'], body: '克拉玛依市文化体育广播电视和旅游局' });
    expect(of('农业农村局', 7)).toMatchObject({ category: 'LICENSE', levels: ['MUNICIPAL'], authoritySplit: expect.stringContaining('畜禽定点屠宰厂') });
    expect(of('机关事务', 4)).toMatchObject({ levels: ['MUNICIPAL'], authoritySplit: '负责市本级公共机构节能监督检查工作' });
  });

});
