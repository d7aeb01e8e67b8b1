const INVISIBLE = /[\u200B-\u200D\u2060\u00AD\uFEFF]/g;

/** Running text of a cell: its line breaks stay, stray spaces and empty lines go; null when nothing is left. */
export function cleanText(text: string | null | undefined): string | null {
  const lines = (text ?? '')
    .replace(INVISIBLE, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim());
  const kept = lines.filter((line) => line !== '').join('\n');
  return kept === '' || isNone(kept) ? null : kept;
}

/** One line: no line breaks, and spaces between Latin words only. */
export function cleanLine(text: string | null | undefined): string | null {
  const line = (text ?? '')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?![!-~])|(?<![!-~]) /g, '')
    .trim();
  return line === '' || isNone(line) ? null : line;
}

/** Ways of writing "none" in a cell that must not stay empty. */
const isNone = (text: string): boolean => /^(?:无|暂无|不涉及|[-—–－―─]+|[/／\\]+|N\/A)[。.]?$/i.test(text);
