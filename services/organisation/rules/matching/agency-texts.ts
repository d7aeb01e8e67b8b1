import { contentPairs, contentRuns, foldText, pairsOf } from './content-words';
import type { DutyText, ItemText } from './matching-input';

/** A text with its content and the weight of it. */
interface Weighed {
  pairs: ReadonlySet<string>;
  mass: number;
}

export interface PreparedDuty extends Weighed {
  id: string;
  folded: string;
  /** 0..1: how much of its subject the agency's other duties share. The one broad duty speaks of what all speak of. */
  central: number;
  /** The strongest likeness any item of the agency has to it. */
  bestLikeness: number;
}

export interface PreparedItem extends Weighed {
  item: ItemText;
  /** Its names and its code as a duty may quote them. */
  names: readonly string[];
  code: string;
  runs: readonly string[];
  offices: ReadonlySet<string>;
}

/** An office of the agency, by what its name says. */
export interface PreparedOffice {
  pairs: ReadonlySet<string>;
  mass: number;
  /** 0..1: the share of the agency's items that are not its own. An office that answers for all tells nothing. */
  telling: number;
}

export interface AgencyTexts {
  duties: readonly PreparedDuty[];
  items: ReadonlyMap<string, PreparedItem>;
  offices: ReadonlyMap<string, PreparedOffice>;
  /** How telling a pair of characters is among this agency's texts. */
  weightOf(pair: string): number;
  massOf(pairs: Iterable<string>): number;
  /** Weight of what an item's name shares with each duty, in the duties' order. */
  sharedMasses(item: PreparedItem): Float64Array;
}

/** 0..1: Dice likeness of two contents by the weight they share. */
export const likeness = (shared: number, a: Weighed, b: Weighed): number => (shared === 0 ? 0 : (2 * shared) / (a.mass + b.mass));

const withSubItem = ({ name, subItem }: ItemText): string => `${name}|${subItem ?? ''}`;

/** Reads an agency's texts once: everything that ranking compares. Duties are kept in the order of their ids. */
export function prepareTexts(duties: readonly DutyText[], items: readonly ItemText[]): AgencyTexts {
  const ofDuties = duties.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(({ id, text }) => ({ id, folded: foldText(text), pairs: contentPairs(text) }));
  const ofItems = items.map((item) => {
    const runs = contentRuns(withSubItem(item));
    return { item, names: [item.name, item.subItem ?? ''].map(foldText), code: foldText(item.code ?? ''), runs, pairs: pairsOf(runs), offices: new Set(item.offices) };
  });
  const holdersOf = postings(ofDuties);
  const texts = countOf([...ofDuties, ...ofItems].map(({ pairs }) => pairs));
  const total = ofDuties.length + ofItems.length;
  const weightOf = (pair: string): number => Math.log(1 + total / (texts.get(pair) ?? 0.5));
  const massOf = (pairs: Iterable<string>): number => {
    let mass = 0;
    for (const pair of pairs) mass += weightOf(pair);
    return mass;
  };

  /** The share of other duties that speak of the same, averaged over its content by weight. */
  const centralityOf = (pairs: ReadonlySet<string>, mass: number): number => {
    if (mass === 0 || ofDuties.length < 2) return 0;
    let central = 0;
    for (const pair of pairs) central += (weightOf(pair) * (holdersOf.get(pair)!.length - 1)) / (ofDuties.length - 1);
    return central / mass;
  };
  const preparedDuties = ofDuties.map((duty): PreparedDuty => {
    const mass = massOf(duty.pairs);
    return { ...duty, mass, central: centralityOf(duty.pairs, mass), bestLikeness: 0 };
  });
  const preparedItems = ofItems.map((item): PreparedItem => ({ ...item, mass: massOf(item.pairs) }));

  const sharedMasses = (item: PreparedItem): Float64Array => {
    const shared = new Float64Array(preparedDuties.length);
    for (const pair of item.pairs) for (const duty of holdersOf.get(pair) ?? []) shared[duty]! += weightOf(pair);
    return shared;
  };
  for (const item of preparedItems) {
    sharedMasses(item).forEach((shared, i) => {
      const duty = preparedDuties[i]!;
      duty.bestLikeness = Math.max(duty.bestLikeness, likeness(shared, item, duty));
    });
  }
  const offices = new Map<string, PreparedOffice>();
  for (const [office, count] of countOf(items.map((item) => new Set(item.offices)))) {
    const pairs = contentPairs(office);
    offices.set(office, { pairs, mass: massOf(pairs), telling: 1 - count / items.length });
  }
  return { offices, duties: preparedDuties, items: new Map(preparedItems.map((each) => [each.item.id, each])), weightOf, massOf, sharedMasses };
}

function postings(texts: readonly { pairs: ReadonlySet<string> }[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  texts.forEach(({ pairs }, index) => {
    for (const pair of pairs) {
      const known = holders.get(pair);
      if (known) known.push(index);
      else holders.set(pair, [index]);
    }
  });
  return holders;
}

/** In how many of the sets each member is. */
function countOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1);
  return counts;
}
