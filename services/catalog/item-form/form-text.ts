import { FORMULA_LIKE } from '../../shared/tabular/formula-like';

/**
 * Text as it stands in a cell of the form, and back, exactly. Nearly all of it stands as it is. What a workbook does not
 * keep (control characters, blanks before the first word) is written as a JSON string, and so is what would be read as one; what
 * a spreadsheet program could take for a formula begins with an apostrophe, and so does what begins with one before that.
 */
export function toCell(text: string): string {
  const kept = text === '' || UNKEPT.test(text) || jsonString(text) !== null ? JSON.stringify(text) : text;
  return isMarked(kept) ? `'${kept}` : kept;
}

export function fromCell(cell: string): string {
  const text = cell.startsWith("'") && isMarked(cell.slice(1)) ? cell.slice(1) : cell;
  return jsonString(text) ?? text;
}

/** Line feeds and tabs are kept. Marks without width count as blanks: alone they look like an empty cell. */
// oxlint-disable-next-line no-control-regex
const UNKEPT = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|^[\s\u200B-\u200D\u2060\u00AD]/;

const isMarked = (text: string): boolean => FORMULA_LIKE.test(text.replace(/^'+/, ''));

function jsonString(text: string): string | null {
  if (!/^"[^]*"$/.test(text)) return null;
  return parsed(text, (value): value is string => typeof value === 'string');
}

/** Names one a line; as a JSON array where a name has lines of its own, and where it would be read otherwise. */
export function toLines(names: readonly string[]): string {
  const lines = names.join('\n');
  return names.length > 0 && names.every((name) => name !== '' && !name.includes('\n')) && jsonArray(lines) === null ? lines : JSON.stringify(names);
}

export const fromLines = (text: string): string[] => jsonArray(text) ?? text.split('\n').filter((line) => line !== '');

/** The texts of a JSON array, null for any other text. */
export const jsonArray = (text: string): string[] | null => arrayOf(text, (each): each is string => typeof each === 'string');

/** The same where some of them may be null. */
export const jsonFields = (text: string): (string | null)[] | null => arrayOf(text, (each): each is string | null => each === null || typeof each === 'string');

function arrayOf<T>(text: string, is: (each: unknown) => each is T): T[] | null {
  if (!/^\[[^]*\]$/.test(text)) return null;
  return parsed(text, (value): value is T[] => Array.isArray(value) && value.every(is));
}

function parsed<T>(text: string, is: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return is(value) ? value : null;
  } catch {
    return null;
  }
}
