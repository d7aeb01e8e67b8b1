import { toCount } from '../../../../../services/organisation/rules/mandates/count-text';
import { readStaffing } from '../../../../../services/organisation/rules/mandates/staffing-text';

/** A line as one reads it: kind, label, quota, `+` beside, parts, actual. */
const read = (sentence: string) => {
  const { staffing, rest } = readStaffing(sentence);
  const lines = staffing.lines.map(({ kind, label, quota, beside, ofWhich, actual }) => {
    const parts = ofWhich.map((part) => `${part.label}${part.quota}`).join('+');
    return `${beside ? '+' : ''}${kind}${label === null ? '' : `[${label}]`} ${quota}${parts ? ` (${parts})` : ''}${actual === null ? '' : ` 实有${actual}`}`;
  });
  return { total: staffing.total, lines, rest };
};

describe('a staffing sentence', () => {
  it.each<[string, string, string[]]>([
    [
      'counts what is in “含” inside the quota',
      '国家食品药品监督管理局机关行政编制为197名(含两委人员编制2名、援派机动编制2名、离退休干部工作人员编制20名)。',
      ['ADMINISTRATIVE 197 (两委人员编制2+援派机动编制2+离退休干部工作人员编制20)'],
    ],
    ['counts a further count of no kind beside it', '市政府办公室机关行政编制79名、金融办人员编制3名。', ['ADMINISTRATIVE 79', '+OTHER[金融办人员编制] 3']],
    ['counts “另核” beside it', '机关行政编制25名，另核定工勤编制3名。', ['ADMINISTRATIVE 25', '+WORKER 3']],
    ['counts what is “不含” beside it', '行政编制30名（不含援派机动编制2名）。', ['ADMINISTRATIVE 30', '+OTHER[援派机动编制] 2']],
    ['counts what stands apart in a bracket beside it', '行政编制30名；离退休工作人员编制2名（单列）。', ['ADMINISTRATIVE 30', '+OTHER[离退休工作人员编制] 2']],
    ['keeps kinds apart', '核定行政编制二十名、事业编制一百二十名，机关工勤编制两名。', ['ADMINISTRATIVE 20', 'INSTITUTION 120', 'WORKER 2']],
    ['counts a second line of a kind beside the first', '行政编制20名、行政编制3名。', ['ADMINISTRATIVE 20', '+ADMINISTRATIVE 3']],
    ['knows police staffing', '市公安局政法专项编制1280名，工勤人员60名。', ['LAW_ENFORCEMENT 1280', 'WORKER[工勤人员] 60']],
    ['keeps a label that says more than the kind', '全额拨款事业编制45名。', ['INSTITUTION[全额拨款事业编制] 45']],
    ['reads 其中 after the sentence', '行政编制50名。其中：纪检监察编制2名、援派机动编制1名。', ['ADMINISTRATIVE 50 (纪检监察编制2+援派机动编制1)']],
    ['reads who is there', '行政编制50名，实有47人；事业编制10名（实有9名）。', ['ADMINISTRATIVE 50 实有47', 'INSTITUTION 10 实有9']],
    ['reads counts before the kind', '核定40名行政编制。', ['ADMINISTRATIVE 40']],
    ['reads full-width figures and spaces', '机关行政编制 ６１ 名。', ['ADMINISTRATIVE 61']],
    ['takes a count of no kind as it is', '人员编制50名（含离退休工作人员2名）。', ['OTHER[人员编制] 50 (离退休工作人员2)']],
  ])('%s', (_what, sentence, lines) => {
    expect(read(sentence)).toEqual({ total: null, lines, rest: [] });
  });

  it('takes a first count that is broken down by kinds as the total', () => {
    expect(read('核定编制总数120名，其中行政编制90名（含援派机动编制2名）、事业编制30名。另核工勤编制5名。')).toEqual({
      total: 120,
      lines: ['ADMINISTRATIVE 90 (援派机动编制2)', 'INSTITUTION 30', '+WORKER 5'],
      rest: [],
    });
  });

  it('leaves what it cannot tell, as printed', () => {
    expect(read('市民防局设8个内设机构,机关行政编制61名。')).toEqual({ total: null, lines: ['ADMINISTRATIVE 61'], rest: ['市民防局设8个内设机构'] });
    expect(read('行政编制79名。其中：主任1名、副主任3名；正科级领导职数19名。')).toEqual({
      total: null,
      lines: ['ADMINISTRATIVE 79'],
      rest: ['主任1名', '副主任3名', '正科级领导职数19名'],
    });
    expect(read('行政编制79名（按规定使用）。')).toEqual({ total: null, lines: ['ADMINISTRATIVE 79'], rest: ['(按规定使用)'] });
    expect(read('编制若干。')).toEqual({ total: null, lines: [], rest: ['编制若干'] });
  });

  it('is read in linear time, whatever it says', () => {
    for (const text of ['编制'.repeat(50_000), '('.repeat(100_000), '一'.repeat(100_000), '其中'.repeat(50_000), '、'.repeat(100_000)]) {
      expect(readStaffing(text).staffing.lines).toEqual([]);
    }
  });
});

describe('a count', () => {
  it.each([['12', 12], ['１２', 12], ['十', 10], ['十二', 12], ['二十', 20], ['一百零五', 105], ['一百二十', 120], ['两', 2], ['一千二百八十', 1280], ['二〇', 20], ['0', 0]])('%s is %d', (written, count) => {
    expect(toCount(written)).toBe(count);
  });
  it.each(['', '若干', '十几', '1.5', '-1', '1234567'])('%s is none', (written) => {
    expect(toCount(written)).toBeNull();
  });
});
