import { accept, refuse, type Outcome } from '../../../shared/outcome';

const LINK = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；、）]*|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|top|xyz|info|cc)(?:\/[^\s\p{Script=Han}，。；、）]*)?/giu;
/** Fewer words around links, or fewer different letters, say nothing. */
const LEAST_WORDS = 5;
const LEAST_DIFFERENT = 3;

/** A remark says something of its own: it is neither links alone nor the same letters over and over. */
export function checkSubstance(text: string, path: string): Outcome<true> {
  const words = lettersOf(text.replaceAll(LINK, ' '));
  if (words.length < LEAST_WORDS && lettersOf(text).length > words.length)
    return refuse('ONLY_LINKS', null, '内容不能只有链接，请写明意见', [{ path, value: null }]);
  if (new Set(words).size < LEAST_DIFFERENT) return refuse('REPEATED_CHARACTERS', null, '内容不能只是重复的字符，请写明意见', [{ path, value: null }]);
  return accept(true);
}

const lettersOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
