import { cleanLine, cleanText, isNone } from './clean-text';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** `1.` `2、` `（3）` `④` at the start of a part. `1.6升` and `2015年` are no numbering. */
const NUMBERING = new RegExp(`(?:[（(]\\s*(\\d{1,2})\\s*[）)]|(\\d{1,2})\\s*[.．、)）](?!\\d)|([${CIRCLED}]))\\s*`, 'g');
const LEADING_NUMBER = new RegExp(`^(?:${NUMBERING.source})`);
/** Endings of a whole sub-item: lines without numbers are several sub-items only if each ends like one. */
const WHOLE = /(?:审批|许可|核准|核发|备案|登记|认定|认可|变更|注销|延续|换发|补发|补办|年检|年审|审查|审核|验收|考核|检查|处罚|奖励|给付|征收|裁决|确认|强制|查封|扣押|设立|终止|分立|合并)(?:[（(][^）)]*[）)])?$/;

/** The sub-items that one cell names; none for an empty cell or 无. */
export function readSubItems(cell: string): string[] {
  const text = cleanText(cell);
  if (text === '' || isNone(text)) return [];
  const { head, parts } = splitNumbered(text, false);
  if (parts.length > 1 && head === '') return parts;
  const byLine = text.split('\n').map(toName);
  if (byLine.length > 1 && !LEADING_NUMBER.test(text) && byLine.every((line) => line.length >= 4 && WHOLE.test(line))) return byLine;
  const bySemicolon = text.split(/[；;]+/).map(toName).filter((part) => part !== '');
  if (bySemicolon.length > 1 && bySemicolon.every((part) => part.length > 1 && !/[（(][^）)]*$/.test(part))) return bySemicolon;
  return [toName(text)];
}

/** A name cell may list its sub-items below the name: `…资质审批⏎1.…⏎2.…`. An enumeration of acts is one name. */
export function readName(cell: string): { name: string; subItems: string[] } {
  const text = cleanText(cell);
  const { head, parts } = splitNumbered(text, true);
  const enumeratesActs = /(?:下列|以下|如下|行为|情形|之一|的)[^，。]{0,6}[:：]?$/.test(head);
  if (head !== '' && parts.length > 1 && !enumeratesActs) return { name: toName(head), subItems: parts };
  return { name: toName(text), subItems: [] };
}

/** A name on one line, without its number in the list and without the full stop. */
export function toName(text: string): string {
  return cleanLine(text)
    .replace(LEADING_NUMBER, '')
    .replace(/[；;。，,、]+$/, '');
}

/** Parts numbered 1, 2, 3 … in sequence, and what stands before the first. `ownLine`: each number begins a line. */
function splitNumbered(text: string, ownLine: boolean): { head: string; parts: string[] } {
  const starts: { at: number; end: number }[] = [];
  for (const match of text.matchAll(NUMBERING)) {
    const before = match.index === 0 ? '\n' : text[match.index - 1]!;
    if (!match[3] && !(ownLine ? /\n/ : /[\n；;。，,\s]/).test(before)) continue;
    const number = match[3] ? CIRCLED.indexOf(match[3]) + 1 : Number(match[1] ?? match[2]);
    if (number === starts.length + 1) starts.push({ at: match.index, end: match.index + match[0].length });
  }
  if (starts.length < 2) return { head: text, parts: [] };
  const parts = starts.map(({ end }, index) => toName(text.slice(end, starts[index + 1]?.at)));
  return { head: cleanLine(text.slice(0, starts[0]!.at)), parts: parts.filter((part) => part !== '') };
}
