import type { Duty, MandateRecord } from './mandate-document';
import type { FoundDuty } from './finding';
import type { MatchVerdict } from './vocabulary';

/** An item as the catalog last said, on the day of the check. */
export interface ItemFacts {
  code: string;
  name: string;
  subItem: string | null;
  category: string;
  status: string;
  regionCode: string;
  agencyCode: string;
  levels: string[];
  officeIds: string[];
  /** First day of this state. */
  validFrom: string;
  /** The last state that is known, which may begin after the day. */
  last: { status: string; agencyCode: string; from: string };
}

export interface AgencyFacts {
  code: string;
  name: string;
  entrustedBy: string | null;
  abolishedOn: string | null;
}

export interface OfficeFacts {
  id: string;
  agencyCode: string;
  name: string;
  closedOn: string | null;
}

/** What a person decided about a duty, by its words, and an item. */
export interface DutyDecision {
  agencyCode: string;
  dutyKey: string;
  itemCode: string;
  verdict: MatchVerdict;
}

/** All that is known of a region, or of one agency's part of it, on a day. */
export interface CrossCheckFacts {
  day: string;
  agencies: ReadonlyMap<string, AgencyFacts>;
  /** In force on the day, or proposed. */
  mandates: readonly MandateRecord[];
  /** The region's items and all others that duties name, in the state of the day. */
  items: ReadonlyMap<string, ItemFacts>;
  /** Offices of the region's agencies and all others that items name. */
  offices: ReadonlyMap<string, OfficeFacts>;
  decisions: readonly DutyDecision[];
}

/** A duty at its place in a mandate. */
export interface PlacedDuty extends Duty {
  mandate: MandateRecord;
  place: number;
}

/** Another body's item that is the same or nearly the same. */
export interface AlikeItem {
  item: ItemFacts;
  /** Share of common letter pairs (Dice), 1 for the same title. */
  score: number;
}

/** One agency's part of the facts: what every check looks at. */
export interface AgencyView {
  facts: CrossCheckFacts;
  agency: AgencyFacts;
  /** The mandate in force on the day. */
  mandate: MandateRecord | null;
  duties: readonly PlacedDuty[];
  /** Duties of mandates that are approved and take effect later. */
  upcoming: readonly PlacedDuty[];
  /** Duties of mandates that await approval. */
  proposed: readonly PlacedDuty[];
  /** Its items that are on the list, with those of institutions it entrusts: these powers are its own (P4). */
  items: readonly ItemFacts[];
  offices: readonly OfficeFacts[];
  /** Codes of the bodies that exercise its powers: itself and the institutions it entrusts. */
  bodies: ReadonlySet<string>;
  /** Confirmed pairs whose item is on the list: items by the duty's key. */
  confirmed: ReadonlyMap<string, ReadonlySet<string>>;
  decisions: readonly DutyDecision[];
  /** Items of other bodies that are the same or nearly, by the item's code. */
  alike: ReadonlyMap<string, readonly AlikeItem[]>;
}

/** What makes two writings of a duty one: width, white space, numbering and closing marks do not matter. */
export const dutyKey = (text: string): string =>
  text.normalize('NFKC').replace(/^\s*(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])/, '').replace(/[\s,，、。;；:：.]/g, '');

/** `取水许可（取水许可延续）`. */
export const titleOf = ({ name, subItem }: Pick<ItemFacts, 'name' | 'subItem'>): string => (subItem === null ? name : `${name}（${subItem}）`);

/** The item as a finding quotes it. */
export const quoteItem = (item: Pick<ItemFacts, 'code' | 'name' | 'subItem'>): string => `${titleOf(item)}［${item.code}］`;

export const quoteDuty = ({ mandate, ...duty }: PlacedDuty): FoundDuty => ({ mandateId: mandate.id, ...duty });

/** `职责“（三）…”`: short, since the finding quotes the duty whole beside it. */
export const nameDuty = ({ number, text }: Pick<Duty, 'number' | 'text'>): string => `职责“${number}${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`;

/** Whose powers a body exercises: its own, or those of who entrusts it if that one is of the same region (P4). */
export function subjectOf(agencies: CrossCheckFacts['agencies'], code: string): string {
  const by = agencies.get(code)?.entrustedBy ?? null;
  return by !== null && agencies.has(by) ? by : code;
}

export const isInForce = ({ state, effectiveOn, effectiveTo }: MandateRecord, day: string): boolean =>
  state === 'APPROVED' && effectiveOn <= day && (effectiveTo === null || effectiveTo > day);

/** Items the duty rests on: those it states and those a person confirmed. */
export const itemCodesOf = (duty: PlacedDuty, { confirmed }: Pick<AgencyView, 'confirmed'>): string[] => [
  ...new Set([...duty.itemCodes, ...(confirmed.get(dutyKey(duty.text)) ?? [])]),
];
