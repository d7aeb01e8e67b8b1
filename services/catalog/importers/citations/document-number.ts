import { remembered } from '../remembered';
import { NUMERAL } from './chinese-number';

/** A document number found in the words around a title, e.g. `国务院令第412号`, `新政发〔2015〕58号`. */
export interface DocumentNumber {
  start: number;
  end: number;
  /** As printed, without blanks, years in 〔〕. */
  text: string;
}

const YEAR = '[〔（【]? *(?:19|20)[0-9]{2} *[〕）】]? *年?';
/** The 号 may be missing before 公布: 主席令第92公布. */
const SERIAL = `${NUMERAL} *(?:号|(?=公布|发布|颁布))`;

/** The part of a number that tells what it is; the issuer stands before it. */
const CORE = new RegExp(
  [
    // 国务院令第412号 · 财政部令2017年第94号 · 商务部令〔2012〕第11号 · 政府令（第199号）
    `令 *，? *(?:${YEAR})? *（? *(?:〔(?= *第))? *(?:第? *${NUMERAL} *届 *)?第? *${SERIAL}(?: *令(?!第))?`,
    // 国家发展和改革委员会第42号令 · 国务院584号令 · 第687号中华人民共和国国务院令
    `(?:(?:19|20)[0-9]{2} *年? *)?第? *${NUMERAL} *号(?:中华人民共和国)?(?:国务院|主席)? *令`,
    // 人大常委会公告第8号 · 国家税务总局公告2013年第39号
    `公告 *，? *(?:${YEAR})? *（? *第? *${SERIAL}`,
    // 国家计量局〔1987〕量局法字第373号
    `[〔（【] *(?:19|20)[0-9]{2} *[〕）】][\\u4e00-\\u9fa5]{1,8}字? *第 *${SERIAL}`,
    // 新政发〔2015〕58号 · 工商外企字〔2004〕第97号
    `[〔（【] *(?:19|20)[0-9]{2} *[〕）】] *第? *${SERIAL}`,
    // 商务部、公安部2006年第18号
    `(?:19|20)[0-9]{2} *年第 *${SERIAL}`,
    // （第122号，2012年4月10日公安部部长办公会议通过）
    `(?<=（ {0,3})(?:(?:19|20)[0-9]{2} *年 *)?第 *${SERIAL}(?= *[，）])`,
    // GB/T 19001-2016
    '(?:GB|GB/T|GBJ|GBZ|HJ|JGJ|CJJ|JTG|DB[0-9]{2}(?:/T)?) *[0-9]{2,6}(?:\\.[0-9]+)? *[-—] *(?:19|20)[0-9]{2}',
  ].join('|'),
  'g',
);

const LONGEST_ISSUER = 80;
/** What an issuer's name does not contain: the verbs and nouns that end the clause before it. */
const NOT_ISSUER =
  /^.*(?:通过|公布|发布|颁布|颁发|印发|施行|实施|会议|修订|修正|修改|批准|签署|根据|依据|依照|按照|通知|决定|意见|办法|规定|条例|以|的|日)/;

/** Every document number in `text`, in order. */
export function findDocumentNumbers(text: string): DocumentNumber[] {
  if (!/[号0-9]/.test(text)) return [];
  const numbers: DocumentNumber[] = [];
  for (const match of text.matchAll(CORE)) {
    const from = Math.max(numbers.at(-1)?.end ?? 0, match.index - LONGEST_ISSUER);
    const issuer = readIssuer(text.slice(from, match.index));
    const core = match[0];
    const shortest = /^[〔（【]|^[0-9]{4} *年第.*号$/.test(core) ? 2 : /^[令公]/.test(core) ? 1 : 0;
    const alone = text[match.index - 1] === '（' && core.endsWith('号');
    if (issuer.length < shortest && !alone) continue;
    const end = match.index + core.length + (closesParenthesis(text, match) ? 1 : 0);
    const closed = /[号令]$|^[A-Z]/.test(core) ? core : `${core}号`;
    numbers.push({ start: match.index - issuer.length, end, text: tidy(issuer + closed) });
  }
  return numbers;
}

function readIssuer(before: string): string {
  const run = takeIssuerRun(before);
  const issuer = run.replace(NOT_ISSUER, '').replace(/^[年月经由原](?=[\u4e00-\u9fa5])/, '').replace(/^[、\s]+/, '');
  // Two words with a blank between them are two issuers only when both are offices.
  const words = issuer.split(' ');
  const keep = words.findLastIndex((word, index) => index < words.length - 1 && !/(?:部|委|局|厅|办|会|院|署|行|府|国)$/.test(word));
  return words.slice(keep + 1).join(' ');
}

/** The characters before a number that an issuer's name can hold; a double blank is layout. */
function takeIssuerRun(before: string): string {
  let start = before.length;
  while (start > 0 && /[\u4e00-\u9fa5、· ]/.test(before.charAt(start - 1)) && !(before[start - 1] === ' ' && before[start - 2] === ' ')) start--;
  return before.slice(start).trim();
}

function closesParenthesis(text: string, match: RegExpExecArray): boolean {
  return /^(?:令|公告)/.test(match[0]) && /[（〔] *第? *[^（）〔〕]*$/.test(match[0]) && /[）〕]/.test(text.charAt(match.index + match[0].length));
}

/** One printed form: no blanks, a year's brackets as 〔〕, no brackets around the serial, the letter l where 1 was meant. */
function tidy(printed: string): string {
  return printed
    .replace(/[\s，]/g, '')
    .replace(/[【（〔]((?:19|20)[0-9]{2})[】）〕]/g, '〔$1〕')
    .replace(/[（〔](?=第)/g, '')
    .replace(/（/g, '')
    .replace(/[lIO0-9]+(?=号)/g, (digits) => digits.replace(/[lI]/g, '1').replace(/O/g, '0'));
}

const AMENDING = /修正|修订|修改|废止/;
const NEXT_DATE = /^ *(?:19|20)[0-9]{2} *年/;
const CLAUSE_END = /[，。；\n]|(?=(?:根据|依据) ?(?:[0-9]{4}年|《))|(?=(?:19|20)[0-9]{2} *年)/;
const CLAUSE_BEGIN = /[，。；\n]|(?<=发布|公布|施行|通过|颁布) *(?=[0-9]{4} *年)/;

/**
 * The instrument's own number among those beside its title: the first that no amendment claims.
 * `国务院令第613号公布，2019年国务院令第709号修正` → 613; where the list gives only the amendment's number the own one is unknown.
 */
export const findOwnNumber = remembered((description: string): string | null => {
  return findDocumentNumbers(description).find((number) => !belongsToAmendment(description, number))?.text ?? null;
});

function belongsToAmendment(description: string, number: DocumentNumber): boolean {
  const after = description.slice(number.end, number.end + 60);
  if (/^[） ]*(?:予以)?(?:公布|发布|颁布|颁发)/.test(after)) return false;
  // A clause of the description ends at a mark, or where the next date or 根据 begins.
  const rest = NEXT_DATE.test(after) ? '' : (after.split(CLAUSE_END)[0] ?? '');
  const before = description.slice(Math.max(0, number.start - 80), number.start).split(CLAUSE_BEGIN).at(-1) ?? '';
  return AMENDING.test(rest) || /根据|依据|经.{0,24}修[正订改]/.test(before) || AMENDING.test(before);
}
