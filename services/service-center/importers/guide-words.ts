import type { GuideDocumentInput } from '../rules/guide-document';
import { CHANNELS, HANDLING_KINDS, SERVICE_OBJECTS } from '../rules/vocabulary';

type Material = NonNullable<GuideDocumentInput['materials']>[number];
type Limit = NonNullable<GuideDocumentInput['promisedLimit']>;

/** One line: without line breaks and marks nobody sees, spaces only between Latin words. */
export const line = (text: string): string =>
  text
    .replaceAll(/[\u200B-\u200D\u2060\u00AD\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?![!-~])|(?<![!-~]) /g, '')
    .trim();

/** Ways of saying that there is nothing to say. */
export const isNone = (text: string): boolean => /^(?:无|暂无|没有|不涉及|[-—–/\\]+)[。.]?$/.test(line(text));

/** How names are compared: without spaces and punctuation, full and half width alike. */
export const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');

const UNITS: readonly (readonly [RegExp, Limit['unit']])[] = [
  [/工作日/, 'WORKING_DAY'],
  [/小时/, 'HOUR'],
  [/月/, 'MONTH'],
  [/[日天]/, 'CALENDAR_DAY'],
];
/** Longer texts are no limits; the bound also keeps hostile cells cheap. */
const LONGEST_LIMIT = 300;
const AMOUNT = /(\d{1,4})\s*[(（]?\s*(个?工作日|个?小时|个?月|个?自然日|日|天)\s*[)）]?/g;

/**
 * A limit as it is written: `3个工作日(现场审核时间除外)`, `45 (工作日)`. What stands beside the number is its note. Null
 * where there is no number, or several: which of them holds depends on the case, and a guide says one.
 */
export function readLimit(text: string): Limit | null {
  const plain = line(text.slice(0, LONGEST_LIMIT)).normalize('NFKC');
  const found = [...plain.matchAll(AMOUNT)].filter(([, value]) => Number(value) > 0);
  const [first] = found;
  if (first === undefined || found.some((other) => other[1] !== first[1] || unitOf(other[2]!) !== unitOf(first[2]!))) return null;
  const note = plain.replace(first[0], '').replaceAll(/^[(（,，;；\s]+|[)）\s]+$/g, '');
  return { value: Number(first[1]), unit: unitOf(first[2]!), note: note === '' ? null : plain };
}

const unitOf = (word: string): Limit['unit'] => UNITS.find(([pattern]) => pattern.test(word))![1];

const coded = <Terms extends Readonly<Record<string, string>>>(terms: Terms, text: string): (keyof Terms & string)[] =>
  (Object.entries(terms) as [keyof Terms & string, string][]).filter(([, term]) => text.includes(term) || text.includes(term.slice(0, 2))).map(([code]) => code);

export const readHandlingKind = (text: string): keyof typeof HANDLING_KINDS | null => coded(HANDLING_KINDS, text)[0] ?? null;
export const readChannels = (text: string): (keyof typeof CHANNELS)[] => coded(CHANNELS, text);
export const readServiceObjects = (text: string): (keyof typeof SERVICE_OBJECTS)[] => coded(SERVICE_OBJECTS, text);

export function readMedium(text: string): NonNullable<Material['medium']> | null {
  const [paper, electronic] = [/纸/.test(text), /电子/.test(text)];
  return paper && electronic ? 'BOTH' : paper ? 'PAPER' : electronic ? 'ELECTRONIC' : null;
}

/** A material is required unless the file says otherwise. */
export const readRequirement = (text: string): Material['requirement'] =>
  /容缺|后补/.test(text) ? 'LATER' : /^(?:非必|不必|可选|否)|视情|非必要/.test(text) ? 'OPTIONAL' : 'REQUIRED';

/** The kind as the file says it, else as the name tells it. */
export function readMaterialKind(said: string, name: string): Material['kind'] {
  const text = said === '' ? name : said;
  if (/申请表|申请书|登记表|审批表|表格|文书$|承诺书/.test(text)) return 'FORM';
  return /证照|证书|证明|执照|许可证|身份证|户口[本簿]|批文/.test(text) ? 'CERTIFICATE' : 'OTHER';
}

export const readMaterialSource = (text: string): Material['source'] =>
  text === '' ? null : /申请人|自备/.test(text) ? 'APPLICANT' : /政府|部门|核发/.test(text) ? 'DEPARTMENT' : 'OTHER';

/** `原件;复印件1份` is one original and one copy; a number by itself is what its column says. */
export function readCopies(text: string): { originals: number | null; copies: number | null } {
  const count = (pattern: RegExp): number | null => {
    const found = pattern.exec(line(text).normalize('NFKC'));
    return found === null ? null : found[1] === undefined ? 1 : Number(found[1]);
  };
  return { originals: count(/原件(?:\D{0,3}?(\d{1,3})份?)?/), copies: count(/复印件(?:\D{0,3}?(\d{1,3})份?)?/) };
}

export function readCount(text: string): number | null {
  const found = /\d{1,3}/.exec(text.normalize('NFKC'));
  return found === null ? null : Number(found[0]);
}

/** Several things in one cell: each on a line of its own, numbered or not. */
export const readList = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((part) => line(part).replace(/^(?:\d{1,2}|[一二三四五六七八九十]+)[、.．)）]\s*/, ''))
    .filter((part) => part !== '');

/** `不收费`, `无` and `否` say that it is free; anything else is the standard. */
export function readFee(text: string, basis: string): NonNullable<GuideDocumentInput['fees']>[number] {
  const legalBasis = basis === '' || isNone(basis) ? null : line(basis);
  return /^(?:不收费|免费|否|无|零收费)[。.]?$/.test(line(text))
    ? { name: '不收费', standard: '不收费', legalBasis, reducible: null }
    : { name: '收费', standard: line(text), legalBasis, reducible: null };
}
