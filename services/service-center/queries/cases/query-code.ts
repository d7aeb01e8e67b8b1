import { createHash, timingSafeEqual } from 'node:crypto';

/** What is kept of it. The number salts it: equal codes of two cases look different. Case and hyphens do not matter. */
export const hashQueryCode = (number: string, code: string): string =>
  createHash('sha256')
    .update(`${number}\n${code.replaceAll('-', '').toUpperCase()}`)
    .digest('hex');

const NOBODY = '0'.repeat(64);

/** Whether the code is the one on the receipt. Takes as long for a case that is not there or has none. */
export function isQueryCode(number: string, code: string, hash: string | null): boolean {
  const same = timingSafeEqual(Buffer.from(hashQueryCode(number, code), 'hex'), Buffer.from(hash ?? NOBODY, 'hex'));
  return same && hash !== null;
}
