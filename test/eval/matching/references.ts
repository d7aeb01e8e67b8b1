import { foldText } from '../../../services/organisation/rules/matching/content-words';
import type { Rank } from './metrics';
import type { Department } from './labelled-rows';

/** A plain method to compare with: scores every duty of a department for a name; 0 is no proposal. */
type Reference = (duties: readonly string[]) => (name: string) => number[];

/** Phrases of the name found in the duty, in percent, from 50 on: what the existing system does. */
const keywords: Reference = (duties) => (name) => {
  const phrases = name.split(/[^\p{L}\p{N}]+|的|对|和|与|或者?|及|未|不|在|行为/u).filter((phrase) => phrase.length > 1);
  return duties.map((duty) => {
    const score = phrases.length === 0 ? 0 : (100 * phrases.filter((phrase) => duty.includes(phrase)).length) / phrases.length;
    return score >= 50 ? score : 0;
  });
};

function bigramsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 1; i < text.length; i++) {
    const bigram = text.slice(i - 1, i + 1);
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}

function frequencies(texts: readonly Map<string, number>[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) for (const bigram of text.keys()) found.set(bigram, (found.get(bigram) ?? 0) + 1);
  return found;
}

const tfidf: Reference = (duties) => {
  const texts = duties.map(bigramsOf);
  const found = frequencies(texts);
  const idf = (bigram: string): number => Math.log((1 + texts.length) / (1 + (found.get(bigram) ?? 0))) + 1;
  const norm = (text: Map<string, number>): number => Math.hypot(...[...text].map(([bigram, count]) => count * idf(bigram)));
  const norms = texts.map(norm);
  return (name) => {
    const query = bigramsOf(name);
    const length = norm(query);
    return texts.map((text, i) => {
      let product = 0;
      for (const [bigram, count] of query) product += count * (text.get(bigram) ?? 0) * idf(bigram) ** 2;
      return product === 0 ? 0 : product / (length * norms[i]!);
    });
  };
};

const bm25: Reference = (duties) => {
  const [k, b] = [1.2, 0.75];
  const texts = duties.map(bigramsOf);
  const found = frequencies(texts);
  const average = duties.reduce((sum, { length }) => sum + length, 0) / duties.length;
  const idf = (bigram: string): number => Math.log(1 + (texts.length - (found.get(bigram) ?? 0) + 0.5) / ((found.get(bigram) ?? 0) + 0.5));
  return (name) => {
    const query = [...bigramsOf(name).keys()].map((bigram) => ({ bigram, weight: idf(bigram) }));
    return texts.map((text, i) => {
      const saturation = k * (1 - b + (b * duties[i]!.length) / average);
      return query.reduce((score, { bigram, weight }) => {
        const count = text.get(bigram) ?? 0;
        return score + (weight * count * (k + 1)) / (count + saturation);
      }, 0);
    });
  };
};

export const REFERENCES = { keywords, tfidf, bm25 };

/** Where the right duty stands under a reference, for every labelled row; equals stand in the order of their ids. */
export function ranksUnder(reference: Reference, { duties, items, rows }: Department): Rank[] {
  const ordered = duties.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const scoresOf = reference(ordered.map(({ text }) => foldText(text)));
  const names = new Map(items.map(({ id, name, subItem }) => [id, foldText(`${name}${subItem ?? ''}`)]));
  return rows.map(({ itemId, dutyId }) => {
    const scores = scoresOf(names.get(itemId)!);
    const right = ordered.findIndex(({ id }) => id === dutyId);
    const own = scores[right]!;
    return own === 0 ? null : 1 + scores.filter((score, i) => score > own || (score === own && i < right)).length;
  });
}
