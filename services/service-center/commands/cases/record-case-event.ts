import { randomUUID } from 'node:crypto';
import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { askingWithin } from '../../queries/cases/ask';
import { caseFiles } from '../../queries/cases/case-files';
import { handlingOffices } from '../../queries/cases/handling-offices';
import { placeOfCase } from '../../rules/cases/case-number';
import { mayRecord } from '../../rules/cases/may-record';
import { parseEvent } from '../../rules/cases/parse-event';
import type { ServiceCenterAction } from '../../rules/permissions';
import { foldingGround, refold, termsOf } from './record-facts';
import { recordCases } from './record-cases';

export interface RecordCaseEventInput {
  number: string;
  /** As rules/cases/parse-event.ts reads it; without an id the hub gives one, without a time it is now. */
  event: { eventId?: string | null; at?: string | null; noticedAt?: string | null; kind: string };
}

/**
 * Records one event that is asked for here: checked, so that it is refused when it is impossible or unlawful. The same
 * event again changes nothing.
 */
export const recordCaseEvent: Command<ServiceCenterTx, ServiceCenterAction, RecordCaseEventInput, { number: string }> = {
  action: 'record-case-event',
  target: ({ number }) => placeOfCase(number),
  async handle({ number, event }, { tx, now }) {
    const ask = askingWithin(tx);
    const file = (await caseFiles(ask, [number])).get(number);
    if (!file) return refuse('CASE_UNKNOWN', null, '没有此办件', [{ path: 'number', value: number }]);
    const { header, facts } = file;
    const parsed = parseEvent({ ...event, at: event.at ?? afterLast(facts, now), eventId: event.eventId ?? randomUUID() });
    if (!parsed.ok) return parsed;
    const fact = parsed.value;
    if (facts.some(({ id }) => id === fact.id)) return accept({ value: { number }, entries: [] });
    const ground = await foldingGround(tx, [header]);
    const guide = ground.guideOf(header);
    const offices = await handlingOffices(ask, [fact.officeId]);
    const before = { agencyCode: header.agencyCode, facts, guide, terms: termsOf(header, ground.guideOf), calendar: ground.calendar, offices };
    const allowed = mayRecord(fact, before, now);
    if (!allowed.ok) return allowed;
    const cases = refold([{ header, file, added: [fact], applicant: null }], ground, 'COMMANDED', now);
    return accept({ value: { number }, entries: await recordCases(tx, cases, ground, 'COMMANDED', now) });
  },
};

/** Now, and after what was recorded last, so that events asked for one after another are in that order. */
const afterLast = (facts: readonly { at: string }[], now: Date): string =>
  new Date(facts.reduce((latest, { at }) => Math.max(latest, Date.parse(at) + 1), now.getTime())).toISOString();
