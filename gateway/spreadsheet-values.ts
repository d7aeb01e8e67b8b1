/** A spreadsheet program holds no more UTF-16 units in a cell. */
export const LONGEST_CELL = 32_767;

/** The text as a cell holds it: what is too long ends with `mark`, never within a character. */
export function fittingCell(text: string, mark: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const end = LONGEST_CELL - mark.length;
  const splitsPair = /[\uD800-\uDBFF]/.test(text[end - 1]!);
  return text.slice(0, splitsPair ? end - 1 : end) + mark;
}

const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** A day (`YYYY-MM-DD`) as spreadsheet programs count them. */
export const daySerial = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - DAY_ZERO) / DAY_MS;
