import { describedTerms } from '../described-terms';

/** A term of the catalog's vocabulary; what is not in it stays as it came. */
export const catalogTerm = (vocabulary: string, code: string): string => describedTerms('catalog', vocabulary).get(code) ?? code;

/** A term of the service center's vocabulary. */
export const serviceTerm = (vocabulary: string, code: string): string => describedTerms('service-center', vocabulary).get(code) ?? code;

export interface Limit {
  value: number;
  unit: string;
  note?: string | null;
}

const UNITS: Readonly<Record<string, string>> = { WORKING_DAY: '个工作日', CALENDAR_DAY: '日', MONTH: '个月', HOUR: '小时' };

/** `20个工作日`; a limit of none is settled on the spot. */
export const limitText = ({ value, unit, note }: Limit): string => (value === 0 ? '当场办结' : `${value}${UNITS[unit] ?? ` ${unit}`}`) + (note ? `（${note}）` : '');

/** `2014-09-10` as people write it. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const PLACES = ['', '十', '百', '千'];

/** A number of a heading: 一, 十二, 一百零三; from 1 to 9,999. */
export function chineseNumber(number: number): string {
  const digits = String(number).split('').map(Number);
  const text = digits.map((digit, index) => (digit === 0 ? '零' : DIGITS[digit]! + PLACES[digits.length - 1 - index]!)).join('');
  return text.replaceAll(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

export const count = (number: number): string => number.toLocaleString('zh-CN');
