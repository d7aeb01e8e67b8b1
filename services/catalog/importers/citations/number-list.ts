import { parseChineseNumber } from './chinese-number';

/** What joins two numbers of a list: 第九、十九条; 第九条和第十九条. */
export const LINK = '(?:、|，|和|与|及|以及|或者|或)';
/** What joins the ends of a range: 第十至十二条; 第12-15条. */
export const RANGE = '(?:至|到|-|－|—|–|~|～)';

/** A range (第十条至第十二条) is spelled out when it names at most this many; a longer one keeps its two ends. */
const LARGEST_RANGE = 20;
const SEPARATOR = new RegExp(`(${RANGE})|${LINK}`);

/** `9、19` → [9, 19]; `（一）至（三）` → [1, 2, 3]; `（三）（四）` → [3, 4]. */
export function spellNumbers(written: string): number[] {
  const single = parseChineseNumber(written);
  if (single !== null) return [single];
  const parts = written.replace(/[（）第\s]/g, (unit) => (unit === '（' ? '、' : '')).split(SEPARATOR);
  const numbers: number[] = [];
  let range = false;
  for (const part of parts) {
    if (part === undefined || part === '') continue;
    const number = parseChineseNumber(part);
    const last = numbers.at(-1);
    if (number === null) range = true;
    else if (range && last !== undefined && number > last) numbers.push(...numbersAfter(last, number));
    else numbers.push(number);
    if (number !== null) range = false;
  }
  return numbers;
}

/** The numbers after `lower` up to `upper`; only `upper` when the range is too long to be meant one by one. */
export function numbersAfter(lower: number, upper: number): number[] {
  if (upper - lower >= LARGEST_RANGE) return [upper];
  return Array.from({ length: upper - lower }, (_, index) => lower + 1 + index);
}
