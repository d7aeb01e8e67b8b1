import { accept, type Outcome } from '../../../shared/outcome';
import { checkAbuse } from './abusive-words';
import { maskPersonalNumbers } from './mask-personal-numbers';
import { checkCharacters } from './sound-characters';
import { ANSWER_BOUNDS, checkLength, REASON_BOUNDS, REMARK_BOUNDS, type TextBounds } from './text-length';
import { checkSubstance } from './text-substance';

type Check = (text: string, path: string) => Outcome<true>;

/** A text as it is stored: trimmed, its lines ended alike, personal numbers masked; or the first check that says no. */
function checked(given: string, path: string, bounds: TextBounds, checks: readonly Check[]): Outcome<string> {
  const text = given.replaceAll(/\r\n?/g, '\n').trim();
  for (const check of [(each: string) => checkLength(each, bounds, path), ...checks]) {
    const outcome = check(text, path);
    if (!outcome.ok) return outcome;
  }
  return accept(maskPersonalNumbers(text));
}

/** What somebody says of an item or a case (P18). */
export const checkRemarkText = (text: string): Outcome<string> => checked(text, 'text', REMARK_BOUNDS, [checkCharacters, checkSubstance, checkAbuse]);

/** What the agency answers: for everybody to read, too. */
export const checkAnswer = (text: string): Outcome<string> => checked(text, 'answer', ANSWER_BOUNDS, [checkCharacters, checkSubstance]);

/** Why a remark is not shown, or is shown again. */
export const checkReason = (text: string): Outcome<string> => checked(text, 'reason', REASON_BOUNDS, [checkCharacters]);
