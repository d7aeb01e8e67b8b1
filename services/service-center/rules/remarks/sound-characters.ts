import { accept, refuse, type Outcome } from '../../../shared/outcome';

/** Control characters but the line's end and the tab, and those that turn a line around or hide in it. */
const UNSOUND = /(?![\n\t])[\p{Cc}\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|\p{Cs}/u;

export const hasControlCharacter = (text: string): boolean => UNSOUND.test(text);

/** A text shows what it says: nothing in it hides, turns around or breaks off what others read. */
export function checkCharacters(text: string, path: string): Outcome<true> {
  return hasControlCharacter(text) ? refuse('CONTROL_CHARACTERS', null, '内容不能含有控制字符', [{ path, value: null }]) : accept(true);
}
