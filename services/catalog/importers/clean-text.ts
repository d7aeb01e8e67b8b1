const INVISIBLE = /[\u200B-\u200D\u2060\u00AD\uFEFF]/g;

/** One line of text: no line breaks, and spaces only between Latin words (`ISO 9001`), never inside Chinese. */
export function cleanLine(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?![!-~])|(?<![!-~]) /g, '')
    .trim();
}

/** Running text: its line breaks stay, stray spaces and empty lines go. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Ways of writing "none" in a cell that must not stay empty. */
export function isNone(text: string): boolean {
  return text.length <= 40 && /^(?:无|暂无|没有|空|不涉及|[-—–－―─]+|[/／\\]+|N\/A)[。.]?$/i.test(cleanLine(text));
}

/** The text without white space and punctuation, to compare how two cells read. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** `（11项）`, `（共 16 项）`, `一、`, `（二）`, `3.` around a heading. */
export function withoutCountAndNumber(text: string): string {
  return cleanLine(text)
    .replace(/[（(【[]?共?计?[\d一二三四五六七八九十百]+[项条个类][）)】\]]?/g, '')
    .replace(/^(?:第?[一二三四五六七八九十]+[、.．部分章节]+|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])/, '')
    .trim();
}
