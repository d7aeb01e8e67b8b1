import fc from 'fast-check';
import { parseCitations } from '../../../../../services/catalog/importers/citations';

/** The pieces basis cells are made of, whole and broken. */
const PIECES = [
  '《', '》', '〈', '〉', '<', '>', '（', '）', '(', ')', '【', '】', '[', ']', '“', '”', '：', ':', '；', '。', '，', '、', '\n', ' ', '\u3000', '\r',
  '第', '条', '款', '项', '之一', '一', '十', '百', '12', 'l9', '附件', '至', '和', '第三条', '第二款', '第（三）项', '第9、19条', '第十条至第十二条',
  '中华人民共和国水法', '城市绿化条例', '实施办法', '关于印发', '的通知', '的规定', '依照', '同法', '国务院令第100号', '新政发〔2015〕8号',
  '2018年3月1日修正', '公布', '【法律】', '法规：', '无', '取水单位应当登记', '🏛',
] as const;
const cell = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('parseCitations on whatever a cell holds', () => {
  it('never throws, and every citation has a title and normalised clauses', () => {
    fc.assert(
      fc.property(fc.oneof(cell, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        for (const citation of parseCitations(text)) {
          expect(citation.title).not.toBe('');
          expect(citation.title).not.toMatch(/[\n〈〉]/);
          if (citation.article !== null) expect(citation.article).toMatch(/^第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十百]+)?$|^第[\d.]+条$/);
          if (citation.documentNumber !== null) expect(citation.documentNumber).not.toMatch(/\s/);
          if (citation.quoted !== null) expect(citation.quoted).toBe(citation.quoted.trim());
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('lists an instrument and article once', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const keys = parseCitations(text).map(({ title, documentNumber, article }) => `${title}|${documentNumber}|${article}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(fc.property(cell, (text) => expect(parseCitations(text)).toEqual(parseCitations(text))));
  });

  const fill = (piece: string): string => piece.repeat(Math.ceil(50_000 / piece.length)).slice(0, 50_000);
  const clause = '【法律】《中华人民共和国水法》（2002年8月29日主席令第74号公布）\n    第四十八条：取水单位应当依照《取水许可办法》第三条登记；违反本法第七条规定的，责令改正。\n';
  it.each([
    ['an ordinary long cell', fill(clause)],
    ['opening marks', fill('《')],
    ['closing marks', fill('》')],
    ['unclosed parentheses', `《水法》${fill('（2015年')}`],
    ['blanks', `《水法》第一条：取水${fill('\r')}登记`],
    ['no-break spaces', `《水法》${fill('\u00a0')}第一条`],
    ['line breaks', fill('\n 第')],
    ['numerals', fill('一')],
    ['articles', fill('第一条、')],
    ['numbers', fill('国发〔2015〕1号')],
    ['form labels', fill('法律法规名称：')],
  ])('reads 50,000 characters of %s in time that grows with their number, not its square', (_name, text) => {
    const quickest = (cell: string): number =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const before = process.cpuUsage(); // the clock would count whatever else runs on this machine
          parseCitations(cell);
          return process.cpuUsage(before).user / 1000;
        }),
      );
    // Five times the text: linear reading takes five times as long, quadratic reading twenty-five times.
    const [fifth, whole] = [quickest(text.slice(0, 10_000)), quickest(text)];
    expect(whole).toBeLessThan(15 * Math.max(fifth, 1) + 30);
  });
});
