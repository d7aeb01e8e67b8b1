import { randomUUID } from 'node:crypto';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { askingWithin } from '../../queries/cases/ask';
import { caseFiles, type CaseHeader } from '../../queries/cases/case-files';
import { itemDayKey, itemsThatDay } from '../../queries/cases/case-guides';
import { handlingOffices } from '../../queries/cases/handling-offices';
import type { NewFact } from '../../rules/cases/case-fact';
import { hubCaseNumber, MOST_OF_A_DAY, qualifiedNumber } from '../../rules/cases/case-number';
import { dayOf } from '../../rules/cases/fold-case';
import type { Applicant } from '../../rules/cases/mask-applicant';
import { mayExercise } from '../../rules/cases/may-exercise';
import { mayRecord } from '../../rules/cases/may-record';
import { parseApplicant, parseEvent } from '../../rules/cases/parse-event';
import { hashQueryCode } from '../../queries/cases/query-code';
import type { Handling } from '../../rules/clock/statute';
import type { ServiceCenterAction } from '../../rules/permissions';
import type { PowerCategory } from '../../rules/vocabulary';
import { newQueryCode } from './new-query-code';
import { foldingGround, refold, termsOf } from './record-facts';
import { recordCases } from './record-cases';

export interface OpenCaseInput {
  agencyCode: string;
  itemCode: string;
  /** The counter's own number; null: the hub numbers it. */
  number: string | null;
  handling: Handling;
  channel: string | null;
  applicantKind: string | null;
  applicant: Applicant | null;
  /** When it was handed in; null: now. */
  receivedAt: string | null;
  officeId: string | null;
  officerId: string | null;
  materials: readonly string[];
  note: string | null;
}

/** The case and the code that the applicant follows it with: shown once, only its hash is kept. */
export interface OpenedCase {
  number: string;
  queryCode: string;
}

/**
 * Opens a case: for an item on the list that day, which this agency exercises and which is not suspended (P5), pinned to
 * the guide in force that day. An item without a guide is no reason to turn an applicant away: the law's limits hold.
 */
export const openCase: Command<ServiceCenterTx, ServiceCenterAction, OpenCaseInput, OpenedCase> = {
  action: 'open-case',
  target: ({ agencyCode }) => ({ agencyCode, regionCode: agencyCode.slice(0, 6) }),
  async handle(input, { tx, now }) {
    const parsed = receipt(input, now);
    if (!parsed.ok) return parsed;
    const applicant = input.applicant === null ? accept(null) : parseApplicant(input.applicant);
    if (!applicant.ok) return applicant;
    const received = parsed.value;
    const day = dayOf(received.at);
    const that = (await itemsThatDay(askingWithin(tx), [{ itemCode: input.itemCode, day }])).get(itemDayKey({ itemCode: input.itemCode, day }));
    const allowed = mayExercise(that?.item ?? null, input);
    if (!allowed.ok) return allowed;
    const number = await numberFor(tx, input, day);
    if (!number.ok) return number;
    const queryCode = newQueryCode();
    const category = allowed.value.category as PowerCategory;
    const header = headerOf(input, number.value, { category, guideVersion: that?.guideVersion ?? null, queryCodeHash: hashQueryCode(number.value, queryCode) });
    const ground = await foldingGround(tx, [header]);
    const offices = await handlingOffices(askingWithin(tx), [input.officeId]);
    const before = { agencyCode: input.agencyCode, facts: [], guide: ground.guideOf(header), terms: termsOf(header, ground.guideOf), calendar: ground.calendar, offices };
    const recorded = mayRecord(received, before, now);
    if (!recorded.ok) return recorded;
    const cases = refold([{ header, file: null, added: [received], applicant: applicant.value }], ground, 'COMMANDED', now);
    return accept({ value: { number: number.value, queryCode }, entries: await recordCases(tx, cases, ground, 'COMMANDED', now) });
  },
};

const receipt = ({ receivedAt, officeId, officerId, materials, note }: OpenCaseInput, now: Date): Outcome<NewFact> =>
  parseEvent({ eventId: randomUUID(), kind: 'RECEIVED', at: receivedAt ?? now.toISOString(), officeId, officerId, materials, note });

const headerOf = (
  { agencyCode, itemCode, officeId, handling, channel, applicantKind }: OpenCaseInput,
  number: string,
  found: Pick<CaseHeader, 'category' | 'guideVersion' | 'queryCodeHash'>,
): CaseHeader => ({ number, itemCode, agencyCode, regionCode: agencyCode.slice(0, 6), officeId, handling, channel, applicantKind, origin: 'OPENED', ...found });

/** The counter's own number if it is free, or the next of the agency's day. */
async function numberFor(tx: ServiceCenterTx, { agencyCode, number: given }: OpenCaseInput, day: string): Promise<Outcome<string>> {
  if (given !== null) {
    const number = qualifiedNumber(agencyCode, given);
    if (number === null) return refuse('MALFORMED', null, '办件编号不合格式', [{ path: 'number', value: given }]);
    const taken = (await caseFiles(askingWithin(tx), [number])).has(number);
    return taken ? refuse('NUMBER_TAKEN', null, '该编号已有办件', [{ path: 'number', value: given }]) : accept(number);
  }
  const [row] = await tx.$queryRawUnsafe<{ last: number }[]>(
    `INSERT INTO service_center.case_serial AS s (agency_code, day, last) VALUES ($1, $2::date, 1)
     ON CONFLICT (agency_code, day) DO UPDATE SET last = s.last + 1 RETURNING last`,
    agencyCode,
    day,
  );
  if (row!.last > MOST_OF_A_DAY) return refuse('NUMBERS_USED_UP', null, '该机构当日收件编号已用完', [{ path: 'number', value: null }]);
  return accept(hubCaseNumber(agencyCode, day, row!.last));
}
