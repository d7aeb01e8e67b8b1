import { readFileSync } from 'node:fs';
import { inProject } from '../../../services/shared/project-root';
import type { PowerCategory } from '../../../services/catalog/rules/vocabulary';

/** What measure-lists.ts found in the lists that thirteen departments of a city published. Lengths are tenths and the longest, in characters. */
export interface ListFacts {
  items: number;
  categoryShares: Record<PowerCategory, number>;
  levelShares: Record<string, number>;
  subItemShare: number;
  /** Share of items with 0, 1, 2 … citations, the last for all with more. */
  citationShares: number[];
  articleShare: number;
  instruments: number;
  mostCitedTenth: number;
  /** Items of each body. */
  agencySizes: number[];
  officesPerAgency: number;
  lengths: Record<'name' | 'basisText' | 'duty' | 'responsibilities' | 'accountability' | 'instrumentTitle', number[]>;
}

export const LIST_FACTS = JSON.parse(readFileSync(inProject('test', 'bench', 'scale', 'list-facts.json'), 'utf8')) as ListFacts;

/** A length drawn as those measured are spread: evenly within a tenth; the longest of all stands for itself alone. */
export function lengthBy(random: () => number, tenths: readonly number[]): number {
  const place = random() * 10;
  const tenth = Math.floor(place);
  const from = tenths[tenth - 1] ?? (tenths[0]! * 2) / 3;
  const to = tenth === 9 ? from * 1.5 : tenths[tenth]!;
  return Math.round(from + (to - from) * (place - tenth));
}
