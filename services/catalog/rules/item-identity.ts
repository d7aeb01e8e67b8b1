import type { Citation, ListedPower } from './listed-power';

/** Hub codes: 9 digits agency + 2 type + 4 serial + 2 sub-item (domain §1), for items whose list gives no code. */
export const hubCode = (agencyCode: string, typeCode: string, serial: number, sub: number): string =>
  `${agencyCode}${typeCode}${String(serial).padStart(4, '0')}${String(sub).padStart(2, '0')}`;

/** Agency, type, serial and sub-item of a code of the hub's own form, null for any other. */
export function readHubCode(code: string): { stem: string; serial: number; sub: number } | null {
  const match = /^(\w{6}\d{3,4}\d{2})(\d{4})(\d{2})$/.exec(code);
  return match ? { stem: match[1]!, serial: Number(match[2]), sub: Number(match[3]) } : null;
}

/** A published code as a key: white space inside it is a matter of printing (`001110 09000`). */
export const codeKey = (published: string): string => published.normalize('NFKC').replaceAll(/\s+/g, '');

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s《》〈〉“”"'，,。;；:：()（）、]/g, '');

/** What names an item within its agency: the item, its sub-items and all their printings share it. */
export const familyKey = (agencyCode: string, power: Pick<ListedPower, 'category' | 'name'>): string =>
  [agencyCode, power.category, plain(power.name)].join('|');

/**
 * What recognises an item in the next import of the same list when it has no code: agency, category, name, sub-item
 * and level (the same name on the municipal and the county sheet is two items). `occurrence` tells apart rows that a
 * list repeats word for word.
 */
export const naturalKey = (agencyCode: string, power: ListedPower, occurrence: number): string =>
  [familyKey(agencyCode, power), plain(power.subItem ?? ''), [...power.levels].toSorted().join('+'), occurrence].join('|');

/**
 * What makes two citations name one instrument: its title without 《》, white space and the state's name. Decisions and
 * notices are issued under one title again and again (国务院关于取消和调整一批行政审批项目等事项的决定): there the number
 * 国发〔2014〕27号 belongs to the identity. Never the number alone: several laws of one session share theirs.
 */
export function instrumentKey({ title, documentNumber }: Pick<Citation, 'title' | 'documentNumber'>): string {
  const key = plain(title).replace(/^中华人民共和国(?=.)/, '');
  const number = /\S{1,12}〔\d{4}〕\d+号/.exec(documentNumber ?? '')?.[0];
  return number !== undefined && /(?:决定|通知|意见|公告|批复)$/.test(key) ? `${key}|${number}` : key;
}
