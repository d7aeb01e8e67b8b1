import type { CellObject } from '@e965/xlsx';

/** A spreadsheet program holds no more in a cell, and the library refuses to write it. */
const LONGEST = 32_767;
const CUT = '……（余下见 JSON 报告）';

/** What a spreadsheet program may take for a formula when the cell is typed over or saved as CSV, full-width signs included. */
const FORMULA_LIKE = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Text, never a formula: what begins like one begins with an apostrophe instead. */
export function textCell(text: string | null): CellObject {
  if (text === null || text === '') return { t: 'z' };
  const safe = FORMULA_LIKE.test(text) ? `'${text}` : text;
  return { t: 's', v: safe.length > LONGEST ? safe.slice(0, LONGEST - CUT.length) + CUT : safe };
}

export const numberCell = (value: number | null, format?: string): CellObject => (value === null ? { t: 'z' } : { t: 'n', v: value, ...(format ? { z: format } : {}) });

const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** A day (`YYYY-MM-DD`) as spreadsheet programs count them, so that it filters and sorts as one. */
export const dayCell = (day: string | null): CellObject => (day === null ? { t: 'z' } : { t: 'n', v: (Date.parse(`${day}T00:00:00Z`) - DAY_ZERO) / DAY_MS, z: 'yyyy-mm-dd' });
