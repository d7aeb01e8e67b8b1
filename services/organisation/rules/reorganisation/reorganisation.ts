import type { ListedName } from './listed-items';
import type { ChangeKind, ChangeSubject } from './change-kinds';

/** The document that decided a change (决定文件). */
export interface ChangeDocument {
  title: string;
  /** Document number (文号), e.g. `并编字〔2026〕3号`. */
  number: string;
  /** Day it was issued. */
  date: string;
}

/** Whom a change makes, or hands over to. */
export interface StatedSuccessor {
  /** Code or id; null: the hub gives one. */
  id: string | null;
  name: string | null;
}

/** A change as it is stated; days are `YYYY-MM-DD`. */
export interface Reorganisation {
  subject: ChangeSubject;
  kind: ChangeKind;
  /** First day on which it holds. */
  effectiveOn: string;
  document: ChangeDocument;
  /** The bodies before, by code or id. */
  from: readonly string[];
  /** The bodies after. */
  to: readonly StatedSuccessor[];
}

/** What the register knows of a body that a change names. */
export interface KnownBody {
  id: string;
  name: string;
  /** The region an agency belongs to, the agency an office belongs to. */
  holder: string;
  foundedOn: string | null;
  /** First day it no longer exists. */
  endedOn: string | null;
  /** P4: an entrusted institution exercises another's powers and can take over none. */
  mayHoldItems: boolean;
}

/** What the checks know beside the change itself. */
export interface ReorganisationFacts {
  /** The region or the agency within which the change is made. */
  holder: string;
  today: string;
  /** The bodies named, those that exist. */
  bodies: ReadonlyMap<string, KnownBody>;
  /** Whether a body that the change founds could take over items, in the order of `to`. */
  freshMayHoldItems: readonly boolean[];
  /** Items on the list on the day or later that name a body which ends. */
  items: readonly ListedName[];
}

/** The bodies that cease to exist by a change: those before that are not among those after. */
export function endingBodies({ from, to }: Pick<Reorganisation, 'from' | 'to'>): string[] {
  const after = new Set(to.map(({ id }) => id));
  return from.filter((id) => !after.has(id));
}
