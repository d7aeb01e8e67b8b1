import { codeKey, familyKey, hubCode, naturalKey, readHubCode } from './item-identity';
import type { ListedPower } from './listed-power';
import type { PowerCategory } from './vocabulary';

/** A power of a list with the agency its body was recognised as. */
export interface PlacedPower extends ListedPower {
  agencyCode: string;
  officeIds: string[];
}

/** An item the region's list already knows. */
export interface KnownItem {
  code: string;
  publishedCode: string | null;
  naturalKey: string;
}

/** Who a row of a list is. `known` is null for an item seen for the first time. */
export interface Identity {
  power: PlacedPower;
  code: string;
  codeScheme: 'PUBLISHED' | 'HUB';
  publishedCode: string | null;
  naturalKey: string;
  known: KnownItem | null;
}

/** What identification starts from. */
export interface IdentityBook {
  known: readonly KnownItem[];
  /** Codes among those asked about that another region or agency already uses. */
  taken: ReadonlySet<string>;
  typeCodes: Readonly<Partial<Record<PowerCategory, string>>>;
}

/**
 * Recognises every row of a list: by its published code where that names one row, else by what it says. New items keep
 * a published code that is free and get the next hub code otherwise; the same list imported again gives the same codes.
 */
export function identifyItems(powers: readonly PlacedPower[], { known, taken, typeCodes }: IdentityBook): Identity[] {
  const byKey = new Map(known.map((item) => [item.naturalKey, item]));
  const used = new Set([...taken, ...known.map((item) => item.code)]);
  const serials = new HubSerials(used);
  const codeUses = countBy(powers.map((power) => codedKey(power)));
  const occurrences = new Map<string, number>();

  return powers.map((power) => {
    const published = power.publishedCode === null ? null : codeKey(power.publishedCode);
    const coded = codedKey(power);
    const described = nextOccurrence(power, occurrences);
    const key = coded !== null && codeUses.get(coded) === 1 ? coded : described;
    const item = byKey.get(key) ?? byKey.get(described) ?? null;
    if (item) return { power, code: item.code, codeScheme: schemeOf(item), publishedCode: published, naturalKey: key, known: item };
    if (published !== null && key === coded && !used.has(published)) {
      used.add(published);
      return { power, code: published, codeScheme: 'PUBLISHED', publishedCode: published, naturalKey: key, known: null };
    }
    const code = serials.next(power, typeCodes[power.category] ?? '10');
    return { power, code, codeScheme: 'HUB', publishedCode: published, naturalKey: key, known: null };
  });
}

const codedKey = (power: PlacedPower): string | null =>
  power.publishedCode === null ? null : `code|${power.agencyCode}|${codeKey(power.publishedCode)}`;

const schemeOf = (item: KnownItem): Identity['codeScheme'] => (item.code === item.publishedCode ? 'PUBLISHED' : 'HUB');

function nextOccurrence(power: PlacedPower, seen: Map<string, number>): string {
  const first = naturalKey(power.agencyCode, power, 1);
  const count = (seen.get(first) ?? 0) + 1;
  seen.set(first, count);
  return naturalKey(power.agencyCode, power, count);
}

function countBy<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Hands out hub codes: a serial per item, sub-items numbered under it, never one that is in use. */
class HubSerials {
  private readonly highest = new Map<string, number>();
  private readonly families = new Map<string, { serial: number; sub: number }>();

  constructor(private readonly used: Set<string>) {
    for (const code of used) {
      const parts = readHubCode(code);
      if (parts) this.highest.set(parts.stem, Math.max(this.highest.get(parts.stem) ?? 0, parts.serial));
    }
  }

  next(power: PlacedPower, typeCode: string): string {
    const stem = `${power.agencyCode}${typeCode}`;
    const family = [familyKey(power.agencyCode, power), [...power.levels].toSorted().join('+')].join('|');
    const held = power.subItem === null ? undefined : this.families.get(family);
    if (held && held.sub < 99) {
      held.sub += 1;
      return this.take(hubCode(power.agencyCode, typeCode, held.serial, held.sub));
    }
    const serial = (this.highest.get(stem) ?? 0) + 1;
    this.highest.set(stem, serial);
    const sub = power.subItem === null ? 0 : 1;
    this.families.set(family, { serial, sub });
    return this.take(hubCode(power.agencyCode, typeCode, serial, sub));
  }

  private take(code: string): string {
    this.used.add(code);
    return code;
  }
}

/** Sub-items point to the item of the same name and level, when that stands on the list itself. */
export function parentCodes(identities: readonly Identity[]): Map<string, string> {
  const keyOf = ({ power }: Identity): string => [familyKey(power.agencyCode, power), [...power.levels].toSorted().join('+')].join('|');
  const items = new Map(identities.filter(({ power }) => power.subItem === null).map((identity) => [keyOf(identity), identity.code]));
  const parents = new Map<string, string>();
  for (const identity of identities) {
    const parent = identity.power.subItem === null ? undefined : items.get(keyOf(identity));
    if (parent !== undefined) parents.set(identity.code, parent);
  }
  return parents;
}
