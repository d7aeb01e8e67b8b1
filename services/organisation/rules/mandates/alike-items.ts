import { isOnTheList } from '../on-the-list';
import { subjectOf, titleOf, type AlikeItem, type CrossCheckFacts, type ItemFacts } from './cross-check-facts';

/** From here on two titles are nearly the same: a word or two of twenty differ. */
const ALIKE = 0.9;

const plain = (item: ItemFacts): string => titleOf(item).normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2));
  return pairs.size === 0 ? new Set([text]) : pairs;
}

interface Title {
  item: ItemFacts;
  subject: string;
  pairs: Set<string>;
}

/**
 * Items of one category that two bodies of a region hold under the same or nearly the same title, by item. Two titles so
 * alike share one of the first's rarest pairs, so only those that do are compared.
 */
export function alikeItems({ agencies, items }: CrossCheckFacts): Map<string, AlikeItem[]> {
  const titles = [...items.values()].filter(isOnTheList).map((item): Title => ({
    item,
    subject: subjectOf(agencies, item.agencyCode),
    pairs: pairsOf(plain(item)),
  }));
  const byPair = new Map<string, Title[]>();
  for (const title of titles)
    for (const pair of title.pairs) {
      const key = title.item.category + pair;
      const holders = byPair.get(key);
      if (holders) holders.push(title);
      else byPair.set(key, [title]);
    }
  const holdersOf = (title: Title, pair: string): readonly Title[] => byPair.get(title.item.category + pair) ?? [];
  const found = new Map<string, AlikeItem[]>();
  for (const title of titles) {
    const rarest = [...title.pairs].toSorted((a, b) => holdersOf(title, a).length - holdersOf(title, b).length);
    const others = new Set(rarest.slice(0, title.pairs.size - Math.ceil((ALIKE / (2 - ALIKE)) * title.pairs.size) + 1).flatMap((pair) => holdersOf(title, pair)));
    const alike = [...others]
      .filter(({ item, subject }) => subject !== title.subject && item.regionCode === title.item.regionCode)
      .map(({ item, pairs }) => ({ item, score: dice(title.pairs, pairs) }))
      .filter(({ score }) => score >= ALIKE);
    if (alike.length > 0) found.set(title.item.code, alike.toSorted((a, b) => b.score - a.score || (a.item.code < b.item.code ? -1 : 1)));
  }
  return found;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}
