/** Characters that do not begin a line. */
const CLOSING = /^[，。、；：！？）》〉】”’…—％%,.;:!?)\]}]$/u;
/** From here on characters are as wide as they are high. */
const FULL_WIDTH = 0x2e80;

const widthOfMark = (mark: string): number => {
  const code = mark.codePointAt(0)!;
  if (code >= FULL_WIDTH || (code >= 0x2014 && code <= 0x2026)) return 1;
  return /[A-Z@%&mwMW]/.test(mark) ? 0.75 : /[ilj.,;:'!|]/.test(mark) ? 0.32 : 0.58;
};

/** How wide a text is, in ems: Chinese is as wide as high, the rest about half of that; a little too wide rather than too narrow. */
export const textWidth = (text: string): number => [...text].reduce((width, mark) => width + widthOfMark(mark), 0);

/** Words of other scripts stay whole, Chinese may break after any character but not before a closing mark. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const piece of text.replaceAll(/\s+/g, ' ').trim().match(/[A-Za-z0-9./:_-]+|[\s\S]/gu) ?? []) {
    if (CLOSING.test(piece) && found.length > 0) found.push(found.pop()! + piece);
    else found.push(piece);
  }
  return found;
}

/** Breaks a text into lines no wider than so many ems; a word that is wider by itself is cut. */
export function textLines(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const piece of pieces(text)) {
    if (textWidth(line + piece) <= ems) line += piece;
    else if (textWidth(piece) <= ems) {
      end();
      line = piece;
    } else
      for (const mark of piece) {
        if (textWidth(line + mark) > ems) end();
        line += mark;
      }
  }
  end();
  return lines;
}
