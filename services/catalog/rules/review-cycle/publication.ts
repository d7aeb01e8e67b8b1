import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { ON_THE_LIST } from '../on-the-list';
import type { ItemStatus } from '../vocabulary';

/** An item of the region as it stands when a cycle's list is published. */
export interface ItemAtPublication {
  code: string;
  agencyCode: string;
  status: ItemStatus;
  conditions: string | null;
  fingerprint: string;
  /** First day of this state. */
  since: string;
  /** A decision of its own (P14, P6) brought this state. */
  adjusted: boolean;
}

/** An item the cycle approved, with what it will say. */
export interface ApprovedItem {
  code: string;
  fingerprint: string;
  /** The item as the region knows it; null for a new one. */
  known: ItemAtPublication | null;
}

/** What publication does to the region's items. */
export interface Publication {
  /** Items that get a new version, with the state it has. */
  write: { code: string; status: ItemStatus; conditions: string | null }[];
  /** Items on the list that no department reported: they end with the publication. */
  cancel: string[];
  /** Approved items that a decision taken since has ended; they stay ended. */
  leftOut: string[];
}

/**
 * What the approved list makes of the region's items. Each approved item is listed; one that is on the list already
 * keeps its state (strict control and suspension are lifted by their own decisions). What the list had and nobody
 * reported ends, provided its department did report (P11). What was decided of an item since the cycle was opened
 * stands: the later decision is the better informed.
 */
export function publicationOf(
  approved: readonly ApprovedItem[],
  items: readonly ItemAtPublication[],
  { openedOn, reported }: { openedOn: string; reported: ReadonlySet<string> },
): Outcome<Publication> {
  const decidedSince = ({ adjusted, since }: ItemAtPublication): boolean => adjusted && since >= openedOn;
  const kept = new Set(approved.map(({ code }) => code));
  const unreported = items.filter((item) => ON_THE_LIST.includes(item.status) && !kept.has(item.code) && !decidedSince(item));
  const silent = [...new Set(unreported.map(({ agencyCode }) => agencyCode))].filter((code) => !reported.has(code));
  if (silent.length > 0)
    return refuse('DEPARTMENTS_MISSING', 'P11', `${silent.length} 个在清单上有事项的机构未参加本次清单编制`, silent.map((value) => ({ path: 'agencyCode', value })));

  const leftOut = approved.filter(({ known }) => known !== null && hasEnded(known) && (livesOn(known) || decidedSince(known)));
  const dropped = new Set(leftOut);
  const changed = approved.filter((item) => !dropped.has(item) && !(item.known && ON_THE_LIST.includes(item.known.status) && item.known.fingerprint === item.fingerprint));
  return accept({
    write: changed.map(({ code, known }) => ({ code, ...stateAfter(known) })),
    cancel: unreported.map(({ code }) => code),
    leftOut: leftOut.map(({ code }) => code),
  });
}

const hasEnded = ({ status }: ItemAtPublication): boolean => !ON_THE_LIST.includes(status);

/** P7: what lives on in other items does not come back beside them. */
const livesOn = ({ status }: ItemAtPublication): boolean => status === 'MERGED' || status === 'DELEGATED';

const stateAfter = (known: ItemAtPublication | null): { status: ItemStatus; conditions: string | null } =>
  known && !hasEnded(known) ? { status: known.status, conditions: known.conditions } : { status: 'LISTED', conditions: null };
