import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

type Row = Record<string, string>;
interface Limit { value: number; unit: 'WORKING_DAY' | 'CALENDAR_DAY' | 'HOUR' | 'MONTH' }
interface Guide {
  itemCode: string;
  steps: { order: number; officeId: string; officerId?: string; limit: Limit | null }[];
  materials: { name: string }[];
  statutoryLimit: Limit | null;
  promisedLimit: Limit | null;
  responsibleOfficeId: string | null;
  officerId: string | null;
  enquiryPhone: string | null;
  supervisionPhone: string | null;
}

const seed = join(__dirname, '../../prisma');
const read = (path: string): string => readFileSync(join(seed, path), 'utf8');
const table = (path: string): Row[] => parse(read(path), { columns: true });

const regions = table('organisation/seed/regions.csv');
const agencies = table('organisation/seed/agencies.csv');
const offices = table('organisation/seed/offices.csv');
const officers = table('organisation/seed/officers.csv');
const listFiles = readdirSync(join(seed, 'catalog/seed/140100')).filter((name) => name.endsWith('.csv')).toSorted();
const guides = JSON.parse(read('service-center/seed/140100.guides.json')) as Guide[];

/** A list file may carry a title row above its header, as published lists do. */
function items(file: string): Row[] {
  const rows: string[][] = parse(read(`catalog/seed/140100/${file}`));
  const at = rows.findIndex((row) => row[0] === '序号');
  const header = rows[at] ?? [];
  return rows.slice(at + 1).map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}
const listed = listFiles.flatMap(items);
const cell = (row: Row, name: string): string => row[name] ?? '';
const byKey = (rows: Row[], key: string): Map<string, Row> => new Map(rows.map((row) => [cell(row, key), row]));
const regionOf = byKey(regions, 'code');
const agencyOf = byKey(agencies, 'code');
const agencyNamed = byKey(agencies, 'name');
const officeOf = byKey(offices, 'id');
const officerOf = byKey(officers, 'id');
const itemOf = byKey(listed, '事项编码');

/** What is wrong on purpose; each README names and explains the same codes. */
const deliberate = {
  unknownOffice: ['14010001810000100'],
  wrongSubject: ['14010000802000100'],
  abolishedBody: ['14010003401000100'],
  onlyNormativeBasis: ['14010001511000100', '14010002708000100', '14010003107000100'],
  onlyLocalRuleBasis: ['14010002901000300'],
  noBasis: ['14010002910000100'],
  broken: {
    '14010001301000300': 'CLOSED_OFFICE',
    '14010001401000302': 'OFFICE_OF_ANOTHER_BODY',
    '14010001601009900': 'UNKNOWN_ITEM',
    '14010002401000100': 'UNKNOWN_OFFICE',
    '14010003401000100': 'ABOLISHED_AGENCY',
  },
  incomplete: {
    '14010001601000200': ['supervisionPhone'],
    '14010001901000300': ['materials', 'fees'],
    '14010002901000200': ['promisedLimit'],
    '14010003001000100': ['officerId', 'venues'],
    '14010002101000102': ['steps', 'responsibleOfficeId'],
    '14010002105000200': ['statutoryLimit'],
    '14010000701000100': ['conditions', 'results'],
  },
};

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weighted = (text: string, weights: number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * ALPHABET.indexOf(text.charAt(i)), 0);
function organisationCheck(code: string): string {
  const check = 11 - (weighted(code, [3, 7, 9, 10, 5, 8, 4, 2]) % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
const creditCheck = (code: string): string =>
  ALPHABET.charAt((31 - (weighted(code, [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]) % 31)) % 31);

/** Only for comparing: 5 working days to 7 calendar days, 20 to a month, 8 hours to a day. */
const workingDays = ({ value, unit }: Limit): number =>
  value * { WORKING_DAY: 1, CALENDAR_DAY: 5 / 7, HOUR: 1 / 8, MONTH: 20 }[unit];
const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
const codes = (rows: Row[]): string[] => rows.map((row) => cell(row, '事项编码'));

function fault(guide: Guide): string | null {
  const item = itemOf.get(guide.itemCode);
  if (!item) return 'UNKNOWN_ITEM';
  const body = agencyNamed.get(cell(item, '行使主体'));
  if (body?.abolished_on) return 'ABOLISHED_AGENCY';
  for (const id of [guide.responsibleOfficeId, ...guide.steps.map((step) => step.officeId)]) {
    if (id === null) continue;
    const office = officeOf.get(id);
    if (!office) return 'UNKNOWN_OFFICE';
    if (office.closed_on) return 'CLOSED_OFFICE';
    if (office.agency_code !== body?.code) return 'OFFICE_OF_ANOTHER_BODY';
  }
  return null;
}

describe('organisation seed', () => {
  test('regions form a tree; the ten counties and two pilots of the plan are there', () => {
    expect(regions.filter((row) => row.parent && !regionOf.has(row.parent))).toEqual([]);
    const under = regions.filter((row) => row.parent === '140100');
    expect(under.filter((row) => row.kind !== 'DEVELOPMENT_ZONE')).toHaveLength(10);
    expect(regions.filter((row) => row.pilot === 'true').map((row) => row.name)).toEqual(['尖草坪区', '清徐县']);
    for (const row of regions) {
      const scheme = cell(row, 'code').startsWith('1401') ? 'TAIYUAN_2014' : cell(row, 'code').startsWith('6502') ? 'NATIONAL_2015' : '';
      expect([row.scheme, row.sample]).toEqual([scheme, String(scheme !== '')]);
      expect(row.gbt2260).toBe(String(row.kind !== 'DEVELOPMENT_ZONE'));
    }
  });

  test('agencies, offices and officers refer to each other', () => {
    for (const rows of [agencies, offices, officers]) expect(new Set(rows.map((row) => row.code ?? row.id)).size).toBe(rows.length);
    expect(agencies.filter((row) => !regionOf.has(cell(row, 'region')) || !cell(row, 'code').startsWith(cell(row, 'region')))).toEqual([]);
    expect(agencies.filter((row) => [row.parent_code, row.entrusted_by].some((code) => code && !agencyOf.has(code)))).toEqual([]);
    expect(offices.filter((row) => !agencyOf.has(cell(row, 'agency_code')) || !cell(row, 'id').startsWith(cell(row, 'agency_code')))).toEqual([]);
    expect(officers.filter((row) => officeOf.get(cell(row, 'office_id'))?.agency_code !== row.agency_code)).toEqual([]);
    expect(new Set(agencies.map((row) => row.kind)).size).toBe(9);
    expect(agencies.filter((row) => row.kind === 'COUNTY_GOVERNMENT')).toHaveLength(10);
    expect(agencies.filter((row) => row.kind === 'ENTRUSTED_INSTITUTION' && row.entrusted_by).length).toBeGreaterThanOrEqual(2);
  });

  test('identifiers carry correct check digits and are unique', () => {
    expect(creditCheck('12441500196720244T')).toBe('T');
    expect(creditCheck('11440300MB2C93166R')).not.toBe('R');
    const identifiers = agencies.flatMap((row) => cell(row, 'identifiers').split(';').filter(Boolean));
    for (const identifier of identifiers) {
      const [, scheme, value = ''] = /^(USCC|ORG_CODE):([0-9A-Z]+)@\d{4}-\d{2}-\d{2}$/.exec(identifier) ?? [];
      if (scheme === 'USCC') expect(value).toBe(value.slice(0, 17) + creditCheck(value));
      const inner = scheme === 'USCC' ? value.slice(8, 17) : value;
      expect(inner).toBe(inner.slice(0, 8) + organisationCheck(inner));
    }
    expect(new Set(identifiers).size).toBe(identifiers.length);
    expect(identifiers.length).toBeGreaterThan(80);
  });

  test('every phone is well formed and in the fictitious 0351-0 range', () => {
    const phones = [...agencies, ...offices, ...officers].map((row) => row.phone);
    const published = listed.map((row) => row['监督电话']);
    const shown = guides.flatMap((guide) => [guide.enquiryPhone, guide.supervisionPhone]).filter((phone) => phone !== null);
    for (const phone of [...phones, ...published, ...shown]) expect(phone).toMatch(/^0351-0\d{6}$/);
  });
});

describe('power lists', () => {
  test('at least 44 items over all ten categories of TAIYUAN_2014, with sub-items', () => {
    const categories = ['行政许可', '非行政许可审批', '行政处罚', '行政征收', '行政强制', '行政确认', '行政裁决', '行政给付', '行政奖励', '其他行政权力'];
    expect(new Set(listed.map((row) => row['权力类型']))).toEqual(new Set(categories));
    expect(listed.length).toBeGreaterThanOrEqual(44);
    expect(listed.filter((row) => row['子项名称']).length).toBeGreaterThanOrEqual(10);
    expect(itemOf.size).toBe(listed.length);
  });

  test('a code is agency, type, serial, sub-item, and a sub-item follows its parent', () => {
    const types: Row = { 行政许可: '01', 行政处罚: '02', 行政强制: '03', 行政征收: '04', 行政给付: '05', 行政确认: '07', 行政奖励: '08', 行政裁决: '09', 其他行政权力: '10', 非行政许可审批: '11' };
    for (const file of listFiles) {
      for (const row of items(file)) {
        const code = cell(row, '事项编码');
        expect(code).toMatch(new RegExp(`^${file.slice(0, 9)}${types[cell(row, '权力类型')]}\\d{4}\\d{2}$`));
        expect(code.endsWith('00')).toBe(row['子项名称'] === '');
        expect(itemOf.get(`${code.slice(0, 15)}00`)?.['事项名称']).toBe(row['事项名称']);
      }
    }
  });

  test('bodies and offices resolve, except the ones that are wrong on purpose', () => {
    expect(listed.filter((row) => !agencyNamed.has(cell(row, '行使主体')))).toEqual([]);
    const body = (row: Row): Row | undefined => agencyNamed.get(cell(row, '行使主体'));
    const knows = (row: Row, name: string): boolean =>
      offices.some((office) => office.agency_code === body(row)?.code && office.name === name && !office.closed_on);
    expect(codes(listed.filter((row) => !cell(row, '承办机构').split('、').every((name) => knows(row, name))))).toEqual(deliberate.unknownOffice);
    expect(codes(listed.filter((row) => body(row)?.kind === 'ENTRUSTED_INSTITUTION'))).toEqual(deliberate.wrongSubject);
    expect(codes(listed.filter((row) => body(row)?.abolished_on))).toEqual(deliberate.abolishedBody);
  });

  test('each basis is tagged, titled and numbered; the weak ones are the documented ones', () => {
    const one = /^(\d\.)?【(法律|行政法规|国务院决定|部门规章|地方政府规章|规范性文件)】《[^《》]+》（[^（）]+）(第[^；]*)?$/;
    const tags = (row: Row): string => (cell(row, '实施依据').match(/【.+?】/g) ?? []).join('');
    for (const row of listed) for (const text of cell(row, '实施依据').split(/[；\n]/).filter(Boolean)) expect(text).toMatch(one);
    expect(codes(listed.filter((row) => tags(row) === ''))).toEqual(deliberate.noBasis);
    expect(codes(listed.filter((row) => tags(row) === '【规范性文件】'))).toEqual(deliberate.onlyNormativeBasis);
    expect(codes(listed.filter((row) => tags(row) === '【地方政府规章】'))).toEqual(deliberate.onlyLocalRuleBasis);
  });
});

describe('guides', () => {
  const sound = guides.filter((guide) => !(guide.itemCode in deliberate.broken) && !(guide.itemCode in deliberate.incomplete));

  test('links are broken exactly where documented', () => {
    const faults = guides.map((guide) => [guide.itemCode, fault(guide)] as const).filter(([, found]) => found !== null);
    expect(Object.fromEntries(faults)).toEqual(deliberate.broken);
    expect(new Set(guides.map((guide) => guide.itemCode)).size).toBe(guides.length);
  });

  test('officers sit in the implementing body', () => {
    for (const guide of guides) {
      const ids = [guide.officerId, ...guide.steps.map((step) => step.officerId ?? null)].filter((id) => id !== null);
      for (const id of ids) expect(officerOf.get(id)?.agency_code).toBe(guide.itemCode.slice(0, 9));
    }
  });

  test('incomplete guides lack exactly the documented elements', () => {
    const elements = ['conditions', 'steps', 'materials', 'statutoryLimit', 'promisedLimit', 'fees', 'results', 'venues', 'responsibleOfficeId', 'officerId', 'enquiryPhone', 'supervisionPhone'] as const;
    // Penalty and coercion need no materials, limits or fees (field facts, section 1).
    const exempt = new Set<string>(['materials', 'statutoryLimit', 'promisedLimit', 'fees']);
    for (const guide of guides) {
      const action = ['02', '03'].includes(guide.itemCode.slice(9, 11));
      const missing = elements.filter((name) => isEmpty((guide as unknown as Record<string, unknown>)[name]) && !(action && exempt.has(name)));
      const expected: Record<string, string[]> = deliberate.incomplete;
      expect([guide.itemCode, [...missing].toSorted()]).toEqual([guide.itemCode, [...(expected[guide.itemCode] ?? [])].toSorted()]);
    }
    expect(sound.length).toBeGreaterThanOrEqual(18);
  });

  test('the promise stays within the statute and the steps within the promise', () => {
    for (const guide of guides) {
      const { promisedLimit, statutoryLimit, steps } = guide;
      expect(steps.map((step) => step.order)).toEqual(steps.map((_, i) => i + 1));
      if (!promisedLimit) continue;
      if (statutoryLimit) expect(workingDays(promisedLimit)).toBeLessThanOrEqual(workingDays(statutoryLimit));
      const sum = steps.reduce((total, step) => total + (step.limit ? workingDays(step.limit) : 0), 0);
      expect(sum).toBeLessThanOrEqual(workingDays(promisedLimit));
    }
  });

  test('READMEs name every deliberate deviation', () => {
    const { broken, incomplete, ...wrong } = deliberate;
    for (const code of Object.values(wrong).flat()) expect(read('catalog/seed/README.md')).toContain(code);
    for (const code of [...Object.keys(broken), ...Object.keys(incomplete)]) expect(read('service-center/seed/README.md')).toContain(code);
  });
});
