import type { CaseEvent } from '../clock/case-event';
import type { GuideDocument } from '../guide-document';

/** An office as far as it matters whose it is. */
export interface KnownHandler {
  agencyCode: string;
}

/**
 * Who may handle what: a step by the offices that the guide names for it, which for joint handling are other agencies'
 * too; everything else by an office of the handling agency. An office that is not said is not judged.
 */
export function isWrongOffice(
  event: CaseEvent & { officeId: string | null },
  guide: Pick<GuideDocument, 'steps'> | null,
  agencyCode: string,
  offices: ReadonlyMap<string, KnownHandler>,
): boolean {
  if (event.officeId === null) return false;
  const order = event.kind === 'STEP_STARTED' || event.kind === 'STEP_COMPLETED' ? event.step : null;
  const step = order === null ? undefined : guide?.steps.find((each) => each.order === order);
  const named = [step?.officeId ?? null, ...(step?.jointOfficeIds ?? [])].filter((id) => id !== null);
  if (named.length > 0) return !named.includes(event.officeId);
  return offices.get(event.officeId)?.agencyCode !== agencyCode;
}
