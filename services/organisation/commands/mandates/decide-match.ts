import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { findMandate } from '../../queries/mandates/mandates';
import { within } from '../../queries/reader';
import { dutyKey } from '../../rules/mandates/cross-check-facts';
import type { MatchVerdict } from '../../rules/mandates/vocabulary';
import type { OrganisationAction } from '../../rules/permissions';
import { agencyOfMandate } from './agency-of-mandate';

export interface DecideMatch {
  mandateId: string;
  /** Place of the duty in the mandate, from 0. */
  place: number;
  itemCode: string;
  verdict: MatchVerdict;
}

/** What a person decided about a duty and an item. */
export interface MatchRecord {
  agencyCode: string;
  dutyKey: string;
  dutyText: string;
  itemCode: string;
  verdict: MatchVerdict;
}

/**
 * A person confirms or rejects that an item rests on a duty; deciding again corrects. It is kept by the duty's words, so
 * that it survives every later run and every later version in which the duty stands.
 */
export const decideMatch: Command<OrganisationTx, OrganisationAction, DecideMatch, MatchRecord> = {
  action: 'decideMatch',
  target: ({ mandateId }) => agencyOfMandate(mandateId),
  async handle({ mandateId, place, itemCode, verdict }, { tx, now, actor }) {
    const mandate = await findMandate(within(tx), mandateId);
    if (mandate === null) return refuse('UNKNOWN_MANDATE', null, `三定不存在：${mandateId}`, [{ path: 'mandateId', value: mandateId }]);
    const duty = mandate.duties[place];
    if (!duty) return refuse('UNKNOWN_DUTY', null, `该三定没有第${place + 1}项职责`, [{ path: 'place', value: String(place) }]);
    const { agencyCode } = mandate;
    const [item] = await tx.$queryRawUnsafe<{ name: string; own: boolean }[]>(
      `SELECT i.name, (a.code = $2 OR a.entrusted_by = $2) AS own FROM organisation.listed_item i JOIN organisation.agency a ON a.code = i.agency_code
       WHERE i.code = $1 ORDER BY i.valid_from DESC LIMIT 1`,
      itemCode,
      agencyCode,
    );
    if (!item?.own) return refuse('UNKNOWN_ITEM', 'P13', '清单上没有该机构的这一事项', [{ path: 'itemCode', value: itemCode }]);
    const match: MatchRecord = { agencyCode, dutyKey: dutyKey(duty.text), dutyText: duty.text, itemCode, verdict };
    const before = await replaceDecision(tx, match, actor.id, now);
    const entry = {
      action: 'DutyMatchDecided',
      subject: { kind: 'DutyMatch', id: `${agencyCode}:${itemCode}` },
      summary: `${verdict === 'CONFIRMED' ? '确认' : '否定'}：事项“${item.name}”依据职责“${duty.number}”`,
      before: before === null ? null : { verdict: before },
      after: { ...match },
    };
    return accept({ value: match, entries: before === verdict ? [] : [entry] });
  },
};

async function replaceDecision(tx: OrganisationTx, match: MatchRecord, by: string, now: Date): Promise<MatchVerdict | null> {
  const key = [match.agencyCode, match.dutyKey, match.itemCode];
  const [before] = await tx.$queryRawUnsafe<{ verdict: MatchVerdict }[]>(
    `SELECT verdict FROM organisation.duty_match WHERE agency_code = $1 AND duty_key = $2 AND item_code = $3`,
    ...key,
  );
  await tx.$executeRawUnsafe(
    `INSERT INTO organisation.duty_match (agency_code, duty_key, item_code, duty_text, verdict, decided_at, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6::timestamptz, $7)
     ON CONFLICT (agency_code, duty_key, item_code) DO UPDATE SET verdict = excluded.verdict, decided_at = excluded.decided_at, decided_by = excluded.decided_by`,
    ...key,
    match.dutyText,
    match.verdict,
    now.toISOString(),
    by,
  );
  return before?.verdict ?? null;
}
