import { bare } from './guide-words';
import type { ReadGuide, RejectedRow } from './read-guide';

/** An item that a file may mean. */
export interface NamedItem {
  code: string;
  name: string;
  subItem: string | null;
  agencyCode: string;
}

/** An office or officer that a file may mean. */
export interface NamedPerson {
  id: string;
  agencyCode: string;
  name: string;
}

/** What the names of a file are looked up in. */
export interface Registers {
  items: readonly NamedItem[];
  offices: readonly (NamedPerson & { agencyName: string })[];
  officers: readonly NamedPerson[];
}

/** A guide whose item and people were found in the registers, as it is handed to the reader of guides. */
export interface PlacedGuide {
  item: { code: string; agencyCode: string | null };
  guide: unknown;
  notes: string[];
}

/** What an item may be called in a file: its name, its name with the sub-item, the sub-item. */
const namesOf = ({ name, subItem }: NamedItem): string[] => (subItem === null ? [bare(name)] : [bare(`${name}${subItem}`), bare(subItem)]);

/** Finds things by name. */
function byName<Thing>(things: readonly Thing[], names: (thing: Thing) => readonly string[]): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const thing of things) for (const name of names(thing)) found.set(name, [...(found.get(name) ?? []), thing]);
  return found;
}

/**
 * Finds what a file names: the item by its code or else by its name, offices and officers of its implementing body by
 * name, joint offices among those of others. What is not in the register is left unsaid and told; an item that is not
 * found, or not the only one of its name, rejects the guide. With `facts`, a code no list has is taken as it is.
 */
export function createPlacing({ items, offices, officers }: Registers, effectiveOn: string, facts: boolean) {
  const codes = new Map(items.map((item) => [item.code, item]));
  const itemsByName = byName(items, namesOf);
  const officesByName = byName(offices, ({ name, agencyName }) => [bare(name), bare(`${agencyName}${name}`)]);
  const officersByName = byName(officers, ({ name }) => [bare(name)]);

  function findItem({ place, itemCode, itemName }: ReadGuide): PlacedGuide['item'] | RejectedRow {
    const known = itemCode === null ? undefined : codes.get(itemCode);
    if (known !== undefined) return known;
    if (facts && itemCode !== null) return { code: itemCode, agencyCode: null };
    const named = itemName === null ? [] : (itemsByName.get(bare(itemName)) ?? []);
    if (named.length === 1) return named[0]!;
    const said = [itemCode, itemName].filter((word) => word !== null).join(' ');
    return named.length === 0
      ? { row: place.row, code: 'UNKNOWN_ITEM', reason: `清单上没有事项“${said}”` }
      : { row: place.row, code: 'AMBIGUOUS_ITEM', reason: `清单上有 ${named.length} 个事项叫“${said}”，请写明事项编码：${named.map(({ code }) => code).slice(0, 5).join('、')}` };
  }

  return function place(read: ReadGuide): PlacedGuide | RejectedRow {
    const item = findItem(read);
    if ('reason' in item) return item;
    if (read.whole !== undefined) return { item, guide: { effectiveOn, ...read.whole, itemCode: item.code }, notes: read.notes };
    const notes = [...read.notes];
    const find = (things: Map<string, NamedPerson[]>, name: string | null, term: string, own = true): string | null => {
      if (name === null || bare(name) === '') return null;
      const found = (things.get(bare(name)) ?? []).filter(({ agencyCode }) => item.agencyCode !== null && (agencyCode === item.agencyCode) === own);
      if (found.length === 1) return found[0]!.id;
      notes.push(`${term}“${name.slice(0, 60)}”${found.length === 0 ? '未登记' : '不止一个'}，未填`);
      return null;
    };
    const steps = read.steps.map(({ officeName, officerName, jointOfficeNames, ...step }) => ({
      ...step,
      officeId: find(officesByName, officeName, `第 ${step.order} 环节承办机构`),
      officerId: find(officersByName, officerName, `第 ${step.order} 环节承办人`),
      jointOfficeIds: jointOfficeNames.flatMap((name) => find(officesByName, name, `第 ${step.order} 环节联办机构`, false) ?? []),
    }));
    const guide = {
      ...read.document,
      steps,
      responsibleOfficeId: find(officesByName, read.officeName, '承办机构'),
      officerId: find(officersByName, read.officerName, '承办人'),
      itemCode: item.code,
      effectiveOn: read.effectiveOn ?? effectiveOn,
    };
    return { item, guide, notes };
  };
}
