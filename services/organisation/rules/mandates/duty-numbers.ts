/** A duty as a document prints it: its number apart from its words. */
export interface NumberedText {
  /** As printed, brackets full-width; null when it has none. */
  number: string | null;
  text: string;
}

const CHINESE = '一二三四五六七八九十';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const toNumber = (written: string): number => {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['0', written];
  const digit = (each: string | undefined, empty: number): number => (each === '' || each === undefined ? empty : each === '0' ? 0 : CHINESE.indexOf(each) + 1);
  return digit(tens, 1) * 10 + digit(ones, 0);
};

/** The styles documents number with; each tells the number and how it is printed. */
const STYLES: readonly { pattern: RegExp; valueOf(found: RegExpMatchArray): number; print(found: RegExpMatchArray): string }[] = [
  { pattern: /[(（]([一二三四五六七八九十]{1,3}|\d{1,3})[)）][、.．]?/g, valueOf: (found) => toNumber(found[1]!), print: (found) => `（${found[1]}）` },
  { pattern: /([一二三四五六七八九十]{1,3})、/g, valueOf: (found) => toNumber(found[1]!), print: (found) => found[0] },
  { pattern: /(\d{1,3})(?:[、．]|\.(?!\d))/g, valueOf: (found) => Number(found[1]), print: (found) => found[0] },
  { pattern: /([①-⑳])/g, valueOf: (found) => CIRCLED.indexOf(found[1]!) + 1, print: (found) => found[0] },
];

/** A number begins a duty at the start, on a new line, or after the end of a sentence; 第（一）项 does not. */
const BEFORE = /(?:^|[\n。；;：:])\s*$/;

/**
 * Cuts a text into its numbered duties: `（一）…；（二）…`. The style of the first number rules, so that `1.` within `（一）`
 * stays; a number counts only if it follows the one before. Words before the first number come first, unnumbered.
 */
export function splitNumbered(text: string): NumberedText[] {
  const style = STYLES.map((each) => ({ each, at: starts(text, each.pattern)[0]?.index ?? Infinity })).toSorted((a, b) => a.at - b.at)[0]!;
  if (style.at === Infinity) return text.trim() === '' ? [] : [{ number: null, text: text.trim() }];
  const found: RegExpMatchArray[] = [];
  for (const each of starts(text, style.each.pattern)) {
    const last = found.at(-1);
    if (!last || style.each.valueOf(each) === style.each.valueOf(last) + 1) found.push(each);
  }
  const before = text.slice(0, found[0]!.index).trim();
  const numbered = found.map((each, i) => ({
    number: style.each.print(each),
    text: text.slice(each.index! + each[0].length, found[i + 1]?.index).trim(),
  }));
  return [...(before === '' ? [] : [{ number: null, text: before }]), ...numbered];
}

const starts = (text: string, pattern: RegExp): RegExpMatchArray[] =>
  [...text.matchAll(pattern)].filter(({ index }) => BEFORE.test(text.slice(Math.max(0, index - 12), index)));
