import type { JournalDraft } from '../../../shared/journal';
import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { findFinding, type FindingRecord } from '../../queries/mandates/findings';
import { within } from '../../queries/reader';
import { regionOfAgency } from '../../rules/hub-codes';
import type { FindingState } from '../../rules/mandates/vocabulary';
import type { OrganisationAction } from '../../rules/permissions';

export interface EndFinding {
  findingId: string;
  /** Chinese. */
  text: string;
}

export const findingClosed = (id: string, before: string, closure: string): JournalDraft => ({
  action: 'FindingClosed',
  subject: { kind: 'MandateFinding', id },
  summary: `办结：${closure}`,
  before: { state: before },
  after: { state: 'CLOSED', closure },
});

/** Whose a finding is, by its id (kind, agency, …): what the caller must be allowed, known before anything is read. */
function agencyOfFinding(id: string): { agencyCode: string; regionCode: string } {
  const agencyCode = id.split(':')[1] ?? '';
  return { agencyCode, regionCode: regionOfAgency(agencyCode) };
}

interface Ending {
  action: 'replyToFinding' | 'closeFinding';
  state: FindingState;
  /** Columns of text and time. */
  columns: readonly [string, string];
  entry: (id: string, before: string, text: string) => JournalDraft;
}

const ending = ({ action, state, columns: [text, at], entry }: Ending): Command<OrganisationTx, OrganisationAction, EndFinding, FindingRecord> => ({
  action,
  target: ({ findingId }) => agencyOfFinding(findingId),
  async handle(input, { tx, now }) {
    const said = input.text.trim();
    if (said === '') return refuse('TEXT_MISSING', null, '须写明处理情况或理由', [{ path: 'text', value: null }]);
    const at_ = [{ path: 'findingId', value: input.findingId }];
    const finding = await findFinding(within(tx), input.findingId);
    if (finding === null) return refuse('UNKNOWN_FINDING', null, `没有登记过这一问题：${input.findingId}`, at_);
    if (finding.state === 'CLOSED') return refuse('FINDING_CLOSED', null, `该问题已办结：${finding.closure ?? ''}`, at_);
    await tx.$executeRawUnsafe(
      `UPDATE organisation.mandate_finding SET state = $2, ${text} = $3, ${at} = $4::timestamptz WHERE id = $1`,
      input.findingId,
      state,
      said,
      now.toISOString(),
    );
    const changed = (await findFinding(within(tx), input.findingId))!; // just written
    return accept({ value: changed, entries: [entry(input.findingId, finding.state, said)] });
  },
});

/** The agency says what it did about a finding. */
export const replyToFinding = ending({
  action: 'replyToFinding',
  state: 'REPLIED',
  columns: ['reply', 'replied_at'],
  entry: (id, before, reply) => ({
    action: 'FindingReplied',
    subject: { kind: 'MandateFinding', id },
    summary: `回复：${reply}`,
    before: { state: before },
    after: { state: 'REPLIED', reply },
  }),
});

/** The staffing office closes a finding with its reason; a later run does not open it again. */
export const closeFinding = ending({ action: 'closeFinding', state: 'CLOSED', columns: ['closure', 'closed_at'], entry: findingClosed });
