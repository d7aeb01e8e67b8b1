const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Characters an article, paragraph or document number is written with; `l`, `I` and `O` are what scanned lists print for 1 and 0. */
export const NUMERAL = '[0-9lIO〇零一二三四五六七八九十百千]{1,9}';

/** Something that looks like 第…条; whether it is cited is for the reader of clauses to say. */
export const ARTICLE_LIKE = '第 ?[0-9〇零一二三四五六七八九十百千]{1,7} ?条';

/** `24`, `二十四`, `一百一十`, `一九`, `l98` → the number; null for what is none. */
export function parseChineseNumber(written: string): number | null {
  const text = written.replace(/\s/g, '').replace(/[lI]/g, '1').replace(/O/g, '0').replace(/〇/g, '零');
  if (/^[0-9]+$/.test(text)) return Number(text) || null;
  if (/^[零一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((c) => DIGITS.indexOf(c)).join('')) || null;
  let total = 0;
  let digit = 0;
  for (const c of text) {
    const unit = UNITS[c];
    if (unit !== undefined) {
      total += (digit || 1) * unit;
      digit = 0;
    } else if (DIGITS.includes(c)) digit = DIGITS.indexOf(c);
    else return null;
  }
  return total + digit || null;
}

/** 24 → `二十四`, 110 → `一百一十`, 103 → `一百零三`, 12 → `十二`. */
export function toChineseNumber(value: number): string {
  let text = '';
  for (const [unit, size] of [['千', 1000], ['百', 100], ['十', 10], ['', 1]] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit > 0) text += DIGITS.charAt(digit) + unit;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '').replace(/^一十/, '十');
}
