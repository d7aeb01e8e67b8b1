const DIGITS: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A count of persons or posts as documents write it, in figures or in Chinese. */
export const COUNT = '[0-9]{1,6}|[〇零一二两三四五六七八九十百千]{1,9}';

/** `12`, `十二`, `一百二十`, `两` → the number; null for what is none. Full-width figures count as figures. */
export function toCount(written: string): number | null {
  const text = written.normalize('NFKC').replace(/\s/g, '');
  if (/^[0-9]{1,6}$/.test(text)) return Number(text);
  if (!/^[〇零一二两三四五六七八九十百千]{1,9}$/.test(text)) return null;
  if (!/[十百千]/.test(text)) return Number([...text].map((each) => DIGITS[each]).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const each of text) {
    const unit = UNITS[each];
    if (unit === undefined) digit = DIGITS[each]!;
    else {
      total += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}
