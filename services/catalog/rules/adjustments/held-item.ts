import type { Citation } from '../listed-power';
import type { ExerciseLevel, ItemStatus, PowerCategory } from '../vocabulary';
import type { AdjustmentPart } from './adjustment-kinds';

/** What the list says about an item, without its place in time and its state. */
export interface StatedFacts {
  code: string;
  publishedCode: string | null;
  name: string;
  subItem: string | null;
  parentCode: string | null;
  category: PowerCategory;
  agencyCode: string;
  bodyName: string;
  officeIds: string[];
  officeNames: string[];
  levels: ExerciseLevel[];
  authoritySplit: string | null;
  citations: Citation[];
  basisText: string | null;
  duty: string | null;
  responsibilities: string | null;
  accountability: string | null;
  supervisionPhone: string | null;
  remark: string | null;
}

/** How a power goes down: in the delegator's name (委托) or for good, in the receiver's own (授权). */
export const DELEGATION_FORMS = { ENTRUST: '委托', AUTHORISE: '授权' } as const;
export type DelegationForm = keyof typeof DELEGATION_FORMS;

/** A delegation an item is under. */
export interface HeldDelegation {
  id: string;
  adjustmentId: string;
  form: DelegationForm;
  toAgencyCode: string;
  toBodyName: string;
  /** Levels the receiving body exercises it at. */
  levels: ExerciseLevel[];
  /** First day the handover may be. */
  decidedFor: string;
  /** Null while it is pending: the releasing body keeps acting. */
  handedOverOn: string | null;
}

/** An item as the list holds it now: the last word on it, whatever day that begins. */
export interface HeldItem {
  versionId: string;
  validFrom: string;
  status: ItemStatus;
  /** Conditions of strict control (严管). */
  conditions: string | null;
  regionCode: string;
  /** What recognises it in the next import. */
  naturalKey: string;
  fingerprint: string;
  facts: StatedFacts;
  delegation: HeldDelegation | null;
  /** It was taken over from above by entrustment (受委托). */
  entrustedFromAbove: boolean;
  /** Codes of the items it lives on in. */
  successors: readonly string[];
}

/** What differs between the version a decider saw and the one that holds. */
export interface FieldChange {
  field: string;
  /** As it is now. */
  now: string | null;
}

/** An item that a decision names, by its code. */
export interface NamedItem {
  /** Where the input names it, e.g. `items.1`. */
  path: string;
  code: string;
  part: AdjustmentPart;
  /** The version the decider saw, if the decision says. */
  basedOn: string | null;
  held: HeldItem | null;
  /** Against the version seen; empty when that is the one that holds. */
  changedSince: readonly FieldChange[];
}

/** `取水许可（延续）` */
export const titleOf = ({ name, subItem }: Pick<StatedFacts, 'name' | 'subItem'>): string =>
  subItem === null ? name : `${name}（${subItem}）`;

/** Which fields of two statements of an item differ, with the value they have now. */
export function changedFields(seen: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): FieldChange[] {
  const text = (value: unknown): string | null =>
    value == null ? null : typeof value === 'string' ? value : JSON.stringify(value);
  return Object.keys(now)
    .filter((field) => text(seen[field]) !== text(now[field]))
    .map((field) => ({ field, now: text(now[field]) }));
}
