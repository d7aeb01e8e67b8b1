import { checkCharacter } from '../cases/case-number';

const SERIAL_DIGITS = 5;
const SHAPE = /^[0-9A-Z]{6}\d{13}[0-9A-Z]$/;
/** The most remarks the hub numbers for a region on one day. */
export const MOST_REMARKS_OF_A_DAY = 10 ** SERIAL_DIGITS - 1;

/** Number of a remark's receipt (受理编号): region code, day, serial of the day, check character. */
export function remarkId(regionCode: string, day: string, serial: number): string {
  const text = `${regionCode}${day.replaceAll('-', '')}${String(serial).padStart(SERIAL_DIGITS, '0')}`;
  return text + checkCharacter(text);
}

/** Whether a text can be one: a slip is told from an unknown remark without looking. */
export const isRemarkId = (text: string): boolean => SHAPE.test(text) && checkCharacter(text.slice(0, -1)) === text.at(-1);
