import type { JournalDraft } from '../../../shared/journal';
import type { OrganisationTx } from '../../context';
import type { MandateRecord } from '../../rules/mandates/mandate-document';
import { findingClosed } from './end-finding';

/**
 * What was found about a mandate is done with when another takes its place; the next run looks at that one. Findings about
 * items that merely quote one of its duties go on: their ids name no mandate. One statement.
 */
export async function closeFindingsOfMandate(tx: OrganisationTx, replaced: MandateRecord, by: MandateRecord, now: Date): Promise<JournalDraft[]> {
  const closure = `三定第${replaced.version}版已由第${by.version}版替代，自${by.effectiveOn}起`;
  const closed = await tx.$queryRawUnsafe<{ id: string; state: string }[]>(
    `UPDATE organisation.mandate_finding f SET state = 'CLOSED', closure = $3, closed_at = $4::timestamptz
     FROM (SELECT id, state FROM organisation.mandate_finding WHERE agency_code = $1 AND split_part(id, ':', 3) = $2 AND state <> 'CLOSED' FOR UPDATE) was
     WHERE f.id = was.id RETURNING f.id, was.state`,
    replaced.agencyCode,
    replaced.id,
    closure,
    now.toISOString(),
  );
  return closed.map(({ id, state }) => findingClosed(id, state, closure));
}
