import { insertRows } from '../../../shared/insert-rows';
import { dayInChina } from '../../../shared/day';
import type { JournalDraft, Json } from '../../../shared/journal';
import type { OrganisationTx } from '../../context';
import { deadlineOf } from '../../rules/mandates/deadlines';
import type { Finding } from '../../rules/mandates/finding';
import { regionOfAgency } from '../../rules/hub-codes';

const COLUMNS = {
  id: 'text',
  region_code: 'text',
  agency_code: 'text',
  kind: 'text',
  severity: 'text',
  finding: 'jsonb',
  state: 'text',
  raised_at: 'timestamptz',
  raised_on: 'date',
  deadline: 'date',
} as const;

/** Puts findings on record as open; those that are known must not be among them. One statement. */
export async function insertFindings(tx: OrganisationTx, findings: readonly Finding[], now: Date): Promise<void> {
  const raisedOn = dayInChina(now);
  await insertRows(tx, 'organisation.mandate_finding', COLUMNS, findings.map((finding) => ({
    id: finding.id,
    region_code: regionOfAgency(finding.agencyCode),
    agency_code: finding.agencyCode,
    kind: finding.kind,
    severity: finding.severity,
    finding,
    state: 'OPEN',
    raised_at: now.toISOString(),
    raised_on: raisedOn,
    deadline: deadlineOf(raisedOn),
  })));
}

/** Which of these are on record already; one statement. */
export async function knownFindings(tx: OrganisationTx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(`SELECT id FROM organisation.mandate_finding WHERE id = ANY($1::text[])`, ids);
  return new Set(rows.map(({ id }) => id));
}

/** `FindingRaised`: what was found, with both texts. */
export const findingRaised = (finding: Finding): JournalDraft => ({
  action: 'FindingRaised',
  subject: { kind: 'MandateFinding', id: finding.id },
  summary: finding.explanation,
  before: null,
  after: finding as unknown as Json,
});
