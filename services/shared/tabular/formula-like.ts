/** What a spreadsheet program may take for a formula when the cell is typed over or opened from CSV, full-width signs included. */
export const FORMULA_LIKE = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Text, never a formula: what begins like one begins with an apostrophe instead. */
export const neverFormula = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text);
