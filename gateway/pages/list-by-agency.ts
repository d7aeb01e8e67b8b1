import { describedTerms } from '../described-terms';
import type { ListedItem } from './read-list';

export interface CategoryOfAgency {
  code: string;
  title: string;
  /** In the order of codes, sub-items after their item. */
  items: ListedItem[];
}

export interface AgencyOnList {
  code: string;
  name: string;
  categories: CategoryOfAgency[];
  total: number;
}

/** Categories in the order of P1, whatever is not among them last. */
export function inOrderOfP1(categories: Iterable<string>): { code: string; title: string }[] {
  const terms = describedTerms('catalog', 'PowerCategory');
  const order = [...terms.keys()];
  const place = (category: string): number => (terms.has(category) ? order.indexOf(category) : order.length);
  return [...new Set(categories)].toSorted((a, b) => place(a) - place(b)).map((code) => ({ code, title: terms.get(code) ?? code }));
}

/** The list as it is printed: by implementing body and by category, in the order of the bodies' codes and of P1. */
export function listByAgency(items: readonly ListedItem[]): AgencyOnList[] {
  const agencies = grouped(items, ({ implementingAgency, implementingBodyName }) => implementingAgency?.code ?? implementingBodyName);
  return [...agencies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, own]) => {
      const byCategory = grouped(own, ({ category }) => category);
      const [{ implementingAgency, implementingBodyName }] = own as [ListedItem];
      return {
        code,
        name: implementingAgency?.name ?? implementingBodyName,
        categories: inOrderOfP1(byCategory.keys()).map((category) => ({ ...category, items: subItemsAfterTheirItem(byCategory.get(category.code)!) })),
        total: own.length,
      };
    });
}

function grouped<Key>(items: readonly ListedItem[], keyOf: (item: ListedItem) => Key): Map<Key, ListedItem[]> {
  const groups = new Map<Key, ListedItem[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Codes put most sub-items after their item by themselves; published codes need not. */
function subItemsAfterTheirItem(items: readonly ListedItem[]): ListedItem[] {
  const here = new Set(items.map(({ code }) => code));
  const below = grouped(items, ({ parent }) => (parent && here.has(parent.code) ? parent.code : null));
  const withBelow = (item: ListedItem): ListedItem[] => [item, ...(below.get(item.code) ?? []).flatMap(withBelow)];
  const sorted = (below.get(null) ?? []).flatMap(withBelow);
  return sorted.length === items.length ? sorted : [...items]; // one that is said to be below itself: as they came, none left out
}
