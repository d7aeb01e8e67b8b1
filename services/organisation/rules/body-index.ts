import { bodyKey, withoutPlaque, type NamedRegion } from './body-name';
import type { AgencyRecord, BodyAliasRecord } from './records';

type NamedAgency = Pick<AgencyRecord, 'code' | 'name' | 'shortName' | 'abolishedOn'>;

/** How surely a name on a list was recognised. */
export interface Recognised {
  code: string;
  /** Not by a present name or a remembered one: worth remembering. */
  inferred: boolean;
}

const AMBIGUOUS = '';

/** The names by which the bodies of one region are found. */
export interface BodyIndex {
  find(name: string): Recognised | null;
  add(agency: NamedAgency): void;
}

/**
 * Strongest first: what a person confirmed, a present name or short name, a remembered name, the name but for a second
 * plaque in brackets (when only one body fits), the name of an abolished body.
 */
export function createBodyIndex(
  region: NamedRegion,
  agencies: readonly NamedAgency[],
  aliases: readonly Pick<BodyAliasRecord, 'key' | 'agencyCode' | 'confirmed'>[],
): BodyIndex {
  const present = new Map<string, string>();
  const plain = new Map<string, string>();
  const abolished = new Map<string, string>();
  const remembered = (confirmed: boolean): Map<string, string> =>
    new Map(aliases.filter((alias) => alias.confirmed === confirmed).map((alias) => [alias.key, alias.agencyCode]));
  const [confirmed, learned] = [remembered(true), remembered(false)];

  function add({ code, name, shortName, abolishedOn }: NamedAgency): void {
    const keys = [name, shortName].filter((each) => each !== null).map((each) => bodyKey(each, region));
    for (const key of keys) {
      const names = abolishedOn === null ? present : abolished;
      if (!names.has(key)) names.set(key, code);
      const other = plain.get(withoutPlaque(key));
      if (abolishedOn === null) plain.set(withoutPlaque(key), other === undefined || other === code ? code : AMBIGUOUS);
    }
  }

  function find(name: string): Recognised | null {
    const key = bodyKey(name, region);
    const known = confirmed.get(key) ?? present.get(key) ?? learned.get(key);
    if (known !== undefined) return { code: known, inferred: false };
    const guess = plain.get(withoutPlaque(key)) || abolished.get(key);
    return guess ? { code: guess, inferred: true } : null;
  }

  agencies.forEach(add);
  return { find, add };
}
