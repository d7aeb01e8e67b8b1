import { expectedElements, GUIDE_ELEMENTS, type GuideElement } from './guide-elements';
import type { KnownAgency, Link } from './link-status';
import type { LinkStatus, PowerCategory } from './vocabulary';

/** An item on the list and its link. */
export interface LinkedItem {
  code: string;
  category: PowerCategory;
  /** The implementing body; its name is null when it is not registered. */
  agency: Omit<KnownAgency, 'name'> & { name: string | null };
  link: Link;
}

/** How many items there are, and how many of them are linked how: expected is the sum of the others. */
export interface LinkCounts {
  expected: number;
  complete: number;
  incomplete: number;
  missing: number;
  broken: number;
}

export interface LinkCoverage extends LinkCounts {
  byAgency: (LinkCounts & { agency: LinkedItem['agency'] })[];
  byElement: { element: GuideElement; expected: number; missing: number }[];
}

const COUNTED_AS: Readonly<Record<LinkStatus, keyof LinkCounts>> = {
  COMPLETE: 'complete',
  INCOMPLETE: 'incomplete',
  MISSING: 'missing',
  BROKEN: 'broken',
};

function countLinks(items: readonly LinkedItem[]): LinkCounts {
  const counts: LinkCounts = { expected: items.length, complete: 0, incomplete: 0, missing: 0, broken: 0 };
  for (const { link } of items) counts[COUNTED_AS[link.status]] += 1;
  return counts;
}

/**
 * P3: every item on the list is expected to lead to a counter. The counts are of the links themselves, one by one, so
 * that they agree with what each item says of itself.
 */
export function coverageOf(items: readonly LinkedItem[]): LinkCoverage {
  const byAgency = new Map<string, LinkedItem[]>();
  for (const item of items) {
    const those = byAgency.get(item.agency.code);
    if (those === undefined) byAgency.set(item.agency.code, [item]);
    else those.push(item);
  }
  const expected = new Map<GuideElement, number>();
  const missing = new Map<GuideElement, number>();
  const count = (counts: Map<GuideElement, number>, elements: readonly GuideElement[]): void => {
    for (const element of elements) counts.set(element, (counts.get(element) ?? 0) + 1);
  };
  for (const { category, link } of items) {
    count(expected, expectedElements(category));
    count(missing, link.missing);
  }
  return {
    ...countLinks(items),
    byAgency: [...byAgency.values()]
      .map((those) => ({ agency: those[0]!.agency, ...countLinks(those) }))
      .toSorted((a, b) => (a.agency.code < b.agency.code ? -1 : 1)),
    byElement: (Object.keys(GUIDE_ELEMENTS) as GuideElement[])
      .filter((element) => expected.has(element))
      .map((element) => ({ element, expected: expected.get(element)!, missing: missing.get(element) ?? 0 })),
  };
}
