/**
 * Lists mix half-width and full-width forms, three kinds of title brackets and six kinds of blank in one cell.
 * Folding maps every UTF-16 unit to one unit, so an offset found in the folded text is valid in the printed one.
 */
const FOLDED: Record<string, string> = {
  '(': '（', ')': '）', '{': '（', '}': '）', '﹙': '（', '﹚': '）',
  '[': '〔', ']': '〕', '［': '〔', '］': '〕', '﹝': '〔', '﹞': '〕', '〖': '【', '〗': '】',
  '<': '〈', '>': '〉', '＜': '〈', '＞': '〉', '«': '《', '»': '》', '≪': '《', '≫': '》',
  ':': '：', ';': '；', ',': '，', '﹕': '：', '﹔': '；', '﹐': '，', '｡': '。', '﹑': '、', '､': '、', '＂': '"', '○': '〇',
  '\r': ' ', '\t': ' ', '\u000b': ' ', '\u00a0': ' ', '\u3000': ' ', '\u200b': ' ', '\u200c': ' ', '\ufeff': ' ',
  '\u2028': '\n', '\u2029': '\n', '\f': '\n',
};

/** One UTF-16 unit at a time: every key above, full-width ASCII but for the marks that stay as they are, and the typographic blanks. */
const TO_FOLD = new RegExp(`[\\uff01-\\uff5e\\u2000-\\u200a${Object.keys(FOLDED).map(escapeUnit).join('')}](?<![（），：；！？～])`, 'g');

export function foldCell(printed: string): string {
  return printed.replace(TO_FOLD, foldUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function foldUnit(unit: string): string {
  const mapped = FOLDED[unit];
  if (mapped !== undefined) return mapped;
  const code = unit.charCodeAt(0);
  return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : ' ';
}
