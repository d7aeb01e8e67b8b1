import type { IdentifierScheme } from './vocabulary';

/** GB 32100: digits and capital letters without I O S V Z; a character's value is its place. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714: digits and all capital letters. */
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const CREDIT_CODE = /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{8}[0-9X][0-9A-HJ-NPQRTUWXY]$/;
const ORGANISATION_CODE = /^[0-9A-Z]{8}[0-9X]$/;

const weighted = (text: string, alphabet: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0);

/** GB 11714: 11 − Σ mod 11, written X for 10 and 0 for 11. */
export function organisationCheckDigit(code: string): string {
  const check = 11 - (weighted(code, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** GB 32100: (31 − Σ mod 31) mod 31. */
export const creditCheckDigit = (code: string): string =>
  CREDIT_ALPHABET.charAt((31 - (weighted(code, CREDIT_ALPHABET, CREDIT_WEIGHTS) % 31)) % 31);

function organisationCodeFault(code: string): string | null {
  if (!ORGANISATION_CODE.test(code)) return '组织机构代码应为 8 位数字或大写字母加 1 位校验码';
  const expected = organisationCheckDigit(code);
  return code.charAt(8) === expected ? null : `组织机构代码校验码错误，应为 ${expected}`;
}

function creditCodeFault(code: string): string | null {
  if (!CREDIT_CODE.test(code)) return '统一社会信用代码应为 18 位，第 3 至 8 位为数字，不用字母 I、O、S、V、Z';
  const inner = organisationCodeFault(code.slice(8, 17));
  if (inner !== null) return `统一社会信用代码第 9 至 17 位：${inner}`;
  const expected = creditCheckDigit(code);
  return code.charAt(17) === expected ? null : `统一社会信用代码校验码错误，应为 ${expected}`;
}

/** As people write them: spaces, the hyphen before the check digit, small letters. */
export const normaliseIdentifier = (value: string): string => value.replace(/[\s-]/g, '').toUpperCase();

/** Why a normalised identifier is not valid in its scheme, in Chinese; null when it is (design 2 §7). */
export const identifierFault = (scheme: IdentifierScheme, value: string): string | null =>
  scheme === 'USCC' ? creditCodeFault(value) : organisationCodeFault(value);

/** Rule cited when a check digit is wrong. */
export const IDENTIFIER_STANDARDS: Record<IdentifierScheme, string> = { USCC: 'GB 32100', ORG_CODE: 'GB 11714' };
