import { existsSync, readFileSync } from 'node:fs';
import { readMandateFile, type ParsedMandate, type ParsedMandateFile } from '../../../../services/organisation/importers/read-mandate-file';
import { inProject } from '../../../../services/shared/project-root';

const readJson = (value: unknown): ParsedMandateFile => {
  const read = readMandateFile({ fileName: 'mandates.json', bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });
  if (!read.ok) throw new Error(read.message);
  return read.file;
};

const REAL = inProject('..', 'shared', 'data', 'mandates.json');
const real = existsSync(REAL) ? describe : describe.skip;

real('the real documents', () => {
  const file = existsSync(REAL) ? readJson(readFileSync(REAL, 'utf8')) : ({ mandates: [] as ParsedMandate[], notTaken: [] } as unknown as ParsedMandateFile);
  const of = (agencyName: string): ParsedMandate => file.mandates.find((mandate) => mandate.agencyName === agencyName)!;

  it('are read, all seven, with the bodies they are of', () => {
    expect(file.mandates.map(({ agencyName }) => agencyName)).toEqual([
      '市政府办公室',
      '四平市民政局',
      '国家食品药品监督管理局',
      '长春市人民政府办公厅',
      '漯河市人民政府办公室',
      '郴州市食品药品监督管理局',
      '北京市民防局',
    ]);
    expect(of('长春市人民政府办公厅')).toMatchObject({ documentNumber: '长府办发〔2009〕47号', issuedOn: '2009-09-10', regionName: '吉林省长春市' });
  });

  it('have the staffing that three of them state', () => {
    const staffing = file.mandates.map(({ staffing: { lines } }) => lines.map(({ kind, quota, ofWhich }) => [kind, quota, ...ofWhich.map((part) => part.quota)]));
    expect(staffing).toEqual([[['ADMINISTRATIVE', 79]], [], [['ADMINISTRATIVE', 197, 2, 2, 20]], [], [], [], [['ADMINISTRATIVE', 61]]]);
  });

  it('have their leaders with rank, duties with numbers, offices and adjustments', () => {
    expect(of('市政府办公室').posts).toHaveLength(10);
    expect(of('市政府办公室').posts[2]).toEqual({ post: '市政府应急管理办公室主任兼市政府办公室副主任', rank: '副处级', quota: 1, actual: null });
    expect(of('市政府办公室').posts[8]).toMatchObject({ post: '正科级领导职数', rank: '正科级', quota: 19 });
    expect(of('国家食品药品监督管理局').posts.map(({ post, quota }) => [post, quota])).toEqual([['局长', 1], ['副局长', 4]]);
    expect(file.mandates.map(({ duties, offices, changes }) => [duties.length, offices.length, changes.length])).toEqual([
      [0, 9, 0],
      [0, 4, 0],
      [0, 7, 0],
      [6, 0, 3],
      [6, 5, 0],
      [0, 0, 4],
      [3, 0, 0],
    ]);
    expect(of('漯河市人民政府办公室').duties.map(({ number }) => number)).toEqual(['（十一）', '（十二）', '（十三）', '（十四）', '（十五）', '（十六）']);
    expect(of('漯河市人民政府办公室').duties.map(({ kind }) => kind)).toEqual(['INTERNAL', 'INTERNAL', 'POWER', 'POWER', 'POWER', 'POWER']);
    expect(of('郴州市食品药品监督管理局').changes.map(({ kind }) => kind)).toEqual(['CANCELLED', 'DELEGATED', 'DELEGATED', 'TAKEN_OVER']);
    expect(of('长春市人民政府办公厅').changes.map(({ kind }) => kind)).toEqual(['HANDED_OVER', 'HANDED_OVER', 'HANDED_OVER']);
    expect(of('四平市民政局').offices[2]).toMatchObject({ number: '（五）', name: '基层工作科（社区建设科）' });
  });

  it('account for every entry, and say what they could not take', () => {
    expect(file.rowsRead).toBe(file.rowsTaken);
    expect(file.notTaken.map(({ row, path, code }) => [row, path, code])).toEqual([
      [3, 'issued', 'BAD_DATE'],
      [5, 'office_count', 'NOT_IN_THE_FILE'],
      [7, 'staffing.raw', 'NOT_UNDERSTOOD'],
      [7, 'office_count', 'NOT_IN_THE_FILE'],
    ]);
  });
});

describe('a JSON document', () => {
  it('may leave everything but its agency out', () => {
    const { mandates, notTaken } = readJson([{ agency: '甲局', duties: null, offices: undefined, staffing: null }, { agency: '乙局' }]);
    expect(mandates.map(({ agencyName, duties }) => [agencyName, duties])).toEqual([['甲局', []], ['乙局', []]]);
    expect(notTaken).toEqual([]);
  });
  it('is an array of one when it stands alone', () => {
    expect(readJson({ agency: '甲局' }).mandates).toHaveLength(1);
  });
  it('is refused entry by entry, each with its place', () => {
    const file = readJson([
      { agency: '甲局', duties: ['（一）负责甲。', 5, ' '], offices: [{ name: '法规科' }, { no: '（二）' }], leaders: [{ post: '局长', count: -1 }], duty_changes: ['优化职责'], other: ['附则'] },
      { title: '没有机构' },
      7,
    ]);
    expect(file.mandates).toHaveLength(1);
    expect([file.rowsRead, file.rowsTaken]).toEqual([10, 2]);
    expect(file.notTaken.map(({ row, path, code }) => [row, path, code])).toEqual([
      [1, 'duty_changes.0', 'NOT_UNDERSTOOD'],
      [1, 'duties.1', 'MALFORMED'],
      [1, 'duties.2', 'MALFORMED'],
      [1, 'offices.1', 'MALFORMED'],
      [1, 'leaders.0', 'MALFORMED'],
      [1, 'other.0', 'NOT_UNDERSTOOD'],
      [2, null, 'MALFORMED'],
      [3, null, 'MALFORMED'],
    ]);
  });
  it('is believed neither in words nor in figures when they differ', () => {
    const staffing = { administrative: 78, breakdown: null, raw: '机关行政编制79名。' };
    const file = readJson([{ agency: '甲局', staffing }]);
    expect(file.mandates[0]!.staffing.lines).toEqual([]);
    expect(file.notTaken).toMatchObject([{ path: 'staffing', code: 'CONTRADICTION', text: '机关行政编制79名。' }]);
  });
  it('is believed in figures where it has no words', () => {
    const file = readJson([{ agency: '甲局', staffing: { administrative: 20, breakdown: [{ label: '援派机动编制', count: 2 }], raw: null } }]);
    expect(file.mandates[0]!.staffing.lines).toMatchObject([{ kind: 'ADMINISTRATIVE', quota: 20, ofWhich: [{ label: '援派机动编制', quota: 2 }] }]);
  });
  it('finds posts in the sentence on staffing', () => {
    const file = readJson([{ agency: '甲局', staffing: { raw: '机关行政编制30名。其中：局长1名、副局长3名；科级领导职数8名（4正4副）。' } }]);
    expect(file.mandates[0]!.posts.map(({ post, rank, quota }) => [post, rank, quota])).toEqual([
      ['局长', null, 1],
      ['副局长', null, 3],
      ['科级领导职数', '正科级', 4],
      ['科级领导职数', '副科级', 4],
    ]);
  });
  it('that is cut off is refused as a value', () => {
    expect(readMandateFile({ fileName: 'C:\\x\\三定.json', bytes: Buffer.from('\uFEFF [{"agency":') })).toMatchObject({ ok: false, code: 'DAMAGED', message: '文件“三定.json”：不是完整的 JSON' });
  });
});
