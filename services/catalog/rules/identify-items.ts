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
 * Recognises every row of a list: by the code that the hub's own form states, by its published code where that names one
 * row, else by what it says. New items keep the form's code or a published code that is free, and get the next hub code
 * otherwise; the same list imported again gives the same codes.
 */
export function identifyItems(powers: readonly PlacedPower[], { known, taken, typeCodes }: IdentityBook): Identity[] {
  const claims = claimedByCode(powers, known);
  const byKey = new Map(known.filter((item) => !claims.items.has(item)).map((item) => [item.naturalKey, item]));
  const keysOfClaimed = new Set([...claims.items].map((item) => item.naturalKey));
  const used = new Set([...taken, ...known.map((item) => item.code)]);
  // Codes that rows state are nobody else's to be given.
  const serials = new HubSerials(used, powers.flatMap(({ form }) => form?.code ?? []));
  const codeUses = countBy(powers.map((power) => codedKey(power)));
  const occurrences = new Map<string, number>();
  const freeOccurrence = (power: PlacedPower): string => {
    let key = nextOccurrence(power, occurrences);
    while (keysOfClaimed.has(key)) key = nextOccurrence(power, occurrences);
    return key;
  };

  return powers.map((power) => {
    const published = power.publishedCode === null ? null : codeKey(power.publishedCode);
    const coded = codedKey(power);
    const codedOnce = coded !== null && codeUses.get(coded) === 1 ? coded : null;
    const claimed = claims.of.get(power);
    if (claimed) {
      const isSame = claimed.naturalKey === codedOnce || sayTheSame(claimed.naturalKey, power);
      const key = isSame ? claimed.naturalKey : codedOnce !== null && !byKey.has(codedOnce) && !keysOfClaimed.has(codedOnce) ? codedOnce : freeKey(power, byKey, freeOccurrence);
      return { power, code: claimed.code, codeScheme: schemeOf(claimed), publishedCode: published, naturalKey: key, known: claimed };
    }
    const described = freeOccurrence(power);
    const key = codedOnce !== null && !keysOfClaimed.has(codedOnce) ? codedOnce : described;
    const item = byKey.get(key) ?? byKey.get(described) ?? null;
    if (item) return { power, code: item.code, codeScheme: schemeOf(item), publishedCode: published, naturalKey: key, known: item };
    const stated = power.form?.code ?? null;
    if (stated !== null && !used.has(stated)) {
      used.add(stated);
      return { power, code: stated, codeScheme: stated === published ? 'PUBLISHED' : 'HUB', publishedCode: published, naturalKey: key, known: null };
    }
    if (published !== null && key === coded && !used.has(published)) {
      used.add(published);
      return { power, code: published, codeScheme: 'PUBLISHED', publishedCode: published, naturalKey: key, known: null };
    }
    const code = serials.next(power, typeCodes[power.category] ?? '10');
    return { power, code, codeScheme: 'HUB', publishedCode: published, naturalKey: key, known: null };
  });
}

interface Claims {
  of: ReadonlyMap<PlacedPower, KnownItem>;
  items: ReadonlySet<KnownItem>;
}

/** The items that rows of the hub's own form name by their codes: each row one, each item once. */
function claimedByCode(powers: readonly PlacedPower[], known: readonly KnownItem[]): Claims {
  const byCode = new Map(known.map((item) => [item.code, item]));
  const of = new Map<PlacedPower, KnownItem>();
  const items = new Set<KnownItem>();
  for (const power of powers) {
    const item = power.form?.code ? byCode.get(power.form.code) : undefined;
    if (item === undefined || items.has(item)) continue;
    of.set(power, item);
    items.add(item);
  }
  return { of, items };
}

/** Whether a key recognises these words, at whatever occurrence. */
const sayTheSame = (key: string, power: PlacedPower): boolean => key.replace(/\|\d+$/, '') === naturalKey(power.agencyCode, power, 1).replace(/\|\d+$/, '');

function freeKey(power: PlacedPower, byKey: ReadonlyMap<string, KnownItem>, freeOccurrence: (power: PlacedPower) => string): string {
  let key = freeOccurrence(power);
  while (byKey.has(key)) key = freeOccurrence(power);
  return key;
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

  constructor(
    private readonly used: Set<string>,
    stated: readonly string[],
  ) {
    for (const code of [...used, ...stated]) {
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

/**
 * Sub-items point to the item of the same name and level, when that stands on the list itself; a row of the hub's own
 * form to the item it names.
 */
export function parentCodes(identities: readonly Identity[]): Map<string, string> {
  const keyOf = ({ power }: Identity): string => [familyKey(power.agencyCode, power), [...power.levels].toSorted().join('+')].join('|');
  const items = new Map(identities.filter(({ power }) => power.subItem === null).map((identity) => [keyOf(identity), identity.code]));
  const parents = new Map<string, string>();
  const byStated = new Map(identities.flatMap(({ power: { form }, code }) => (form?.code ? [[form.code, code] as const] : [])));
  for (const identity of identities) {
    const { form } = identity.power;
    if (form?.parentCode) parents.set(identity.code, byStated.get(form.parentCode) ?? form.parentCode);
    if (form?.parentCode || form?.code) continue;
    const parent = identity.power.subItem === null ? undefined : items.get(keyOf(identity));
    if (parent !== undefined) parents.set(identity.code, parent);
  }
  return parents;
}
