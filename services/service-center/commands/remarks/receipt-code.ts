import { createHmac } from 'node:crypto';

/** Letters and digits that nobody mistakes for each other: thirty-two of them, five bits each. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUP = 4;
const LENGTH = 12;

/**
 * The query code of a remark's receipt: 60 bits that follow from the id and the day's secret, so that a receipt can be
 * given again to who sends the same again, while only its hash is kept. When the secret is removed, nobody can.
 */
export function receiptCode(daySalt: string, remarkId: string): string {
  const bytes = createHmac('sha256', daySalt).update(`receipt\n${remarkId}`).digest();
  const code = Array.from({ length: LENGTH }, (_, i) => ALPHABET[bytes[i]! % ALPHABET.length]).join('');
  return code.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}
