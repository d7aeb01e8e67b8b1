/** A phrase of a sentence and the bracket that follows it, both as one reads them (`(` `)` `,` `;` half-width). */
export interface Phrase {
  text: string;
  /** What stands in the bracket; null when there is none. */
  bracket: string | null;
  /** The mark after it: `、` and `,` go on, `;`, `。` and line ends close what was begun, `:` opens. */
  mark: string;
}

/** Widths made one, white space gone. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/\r\n?|\n/g, '。')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/。+/g, '。');

const MARKS = new Set(['、', ',', ';', '。', ':']);

/** Cuts folded text at its marks, never inside brackets; an unclosed bracket reaches to the end. */
export function splitPhrases(folded: string): Phrase[] {
  const phrases: Phrase[] = [];
  let text = '';
  let bracket: string | null = null;
  let depth = 0;
  const close = (mark: string): void => {
    if (text !== '' || bracket !== null) phrases.push({ text, bracket, mark });
    [text, bracket] = ['', null];
  };
  for (const char of folded) {
    if (char === '(') {
      if (depth > 0) bracket = (bracket ?? '') + char;
      else if (bracket !== null) close(''); // a second bracket stands by itself
      depth += 1;
      bracket ??= '';
    } else if (char === ')' && depth > 0) {
      depth -= 1;
      if (depth > 0) bracket = (bracket ?? '') + char;
    } else if (depth > 0) bracket = (bracket ?? '') + char;
    else if (MARKS.has(char)) close(char);
    else if (bracket !== null) {
      // `副局长(副处级)1名`: the bracket belongs in the middle of the phrase.
      text += `(${bracket})${char}`;
      bracket = null;
    } else text += char;
  }
  close('。');
  return phrases;
}

/** A phrase as it was printed, for reports. */
export const printed = ({ text, bracket }: Phrase): string => (bracket === null ? text : `${text}(${bracket})`);
