/** Text as it is searched: width-folded, lower case, white space gone, so that `取 水` and `ＡＢ` are found as people type them. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** One number per character and per neighbouring pair. Pairs may collide: the index only narrows, the text decides. */
const single = (character: string): number => character.codePointAt(0)!;
const pair = (left: string, right: string): number => ((single(left) * 33_083) ^ single(right)) | 0;

/**
 * Characters and bigrams of the searchable texts, for an array index: any substring of one, two or more characters is
 * found without scanning. Texts are apart, so that no match spans two of them.
 */
export function indexGrams(texts: readonly string[]): number[] {
  const grams = new Set<number>();
  for (const text of texts) {
    const characters = [...text];
    characters.forEach((character, i) => {
      grams.add(single(character));
      if (i > 0) grams.add(pair(characters[i - 1]!, character));
    });
  }
  return [...grams];
}

/** Grams that every text containing `term` (folded) has: the single character, or all neighbouring pairs. */
export function termGrams(term: string): number[] {
  const characters = [...term];
  if (characters.length === 1) return [single(characters[0]!)];
  return [...new Set(characters.slice(1).map((character, i) => pair(characters[i]!, character)))];
}
