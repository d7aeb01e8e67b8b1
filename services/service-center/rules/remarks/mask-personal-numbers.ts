/** What stands where a number was. */
const MASK = '******';

/** Runs of digits as people write them: in groups, with spaces or hyphens, the last of an identity number a letter. */
const RUN = /(?<![0-9A-Za-z])\+?\d(?:[ -]?\d){9,40}(?:[ -]?[Xx])?(?![0-9A-Za-z])/g;
const EMAIL = /[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;

const ID_NUMBER = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
const OLD_ID_NUMBER = /^[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;
/** Cards issued here: of UnionPay, Visa, Mastercard; item codes of the list are no such numbers. */
const CARD = /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14})$/;

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const isPersonal = (number: string): boolean =>
  ID_NUMBER.test(number) || OLD_ID_NUMBER.test(number) || MOBILE.test(number) || (CARD.test(number) && passesLuhn(number));

/** The same text with digits, hyphens and `＠` of full width as they are usually typed, character by character. */
const typed = (text: string): string =>
  text.replaceAll(/[\uFF10-\uFF19\uFF0D\uFF20\uFF21-\uFF3A\uFF41-\uFF5A\u3000]/g, (wide) => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));

function* numbersIn(text: string): Generator<{ from: number; to: number }> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (isPersonal(run.replaceAll(/[ -]/g, ''))) yield { from: index, to: index + run.length };
    // Several numbers in a row, one of them personal.
    else for (const part of run.matchAll(/[^ -]+/g)) if (isPersonal(part[0])) yield { from: index + part.index, to: index + part.index + part[0].length };
  }
  for (const { 0: address, index } of text.matchAll(EMAIL)) yield { from: index, to: index + address.length };
}

/**
 * Identity numbers, bank cards, mobile numbers and e-mail addresses of a text are masked before it is stored (个人信息保护法 6,
 * 28): a remark is published, and whoever wants to be reached has a place for that.
 */
export function maskPersonalNumbers(text: string): string {
  let [told, end] = ['', 0];
  for (const { from, to } of [...numbersIn(typed(text))].toSorted((a, b) => a.from - b.from)) {
    if (from < end) continue;
    told += text.slice(end, from) + MASK;
    end = to;
  }
  return told + text.slice(end);
}
