/** ISO 7064 MOD 37,36 over digits and capitals: finds every single slip and every swap of neighbours. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SERIAL_DIGITS = 5;
const AGENCY_LENGTH = 9;
const REGION_LENGTH = 6;
/** The most receipts the hub numbers for one agency on one day. */
export const MOST_OF_A_DAY = 10 ** SERIAL_DIGITS - 1;
const LONGEST_OWN = 40;
const OWN = /^[0-9A-Za-z][0-9A-Za-z._/-]*$/;

export function checkCharacter(text: string): string {
  let remainder = ALPHABET.length;
  for (const character of text) {
    const sum = (remainder + ALPHABET.indexOf(character)) % ALPHABET.length;
    remainder = ((sum === 0 ? ALPHABET.length : sum) * 2) % (ALPHABET.length + 1);
  }
  return ALPHABET[(ALPHABET.length + 1 - remainder) % ALPHABET.length]!;
}

/** The hub's receipt number (收件编号): agency code, day, serial of the day, check character. */
export function hubCaseNumber(agencyCode: string, day: string, serial: number): string {
  const text = `${agencyCode}${day.replaceAll('-', '')}${String(serial).padStart(SERIAL_DIGITS, '0')}`;
  return text + checkCharacter(text);
}

/**
 * A counter's own number, qualified by its agency, so that two counters never mean each other's cases; the hub's own
 * numbers and qualified ones stay as they are. Null: not a number.
 */
export function qualifiedNumber(agencyCode: string, given: string): string | null {
  if (given.length > LONGEST_OWN || !OWN.test(given)) return null;
  if (given.startsWith(`${agencyCode}-`) || isHubNumberOf(agencyCode, given)) return given;
  return `${agencyCode}-${given}`;
}

function isHubNumberOf(agencyCode: string, given: string): boolean {
  if (!given.startsWith(agencyCode) || given.length !== agencyCode.length + 8 + SERIAL_DIGITS + 1) return false;
  return checkCharacter(given.slice(0, -1)) === given.at(-1);
}

/** A case's number begins with its agency's code, and that with its region's: who may touch a case shows without looking. */
export const placeOfCase = (number: string): { agencyCode: string; regionCode: string } => ({
  agencyCode: number.slice(0, AGENCY_LENGTH),
  regionCode: number.slice(0, REGION_LENGTH),
});
