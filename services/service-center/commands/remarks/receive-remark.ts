import { systemActor } from '../../../shared/actor';
import { dayInChina } from '../../../shared/day';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { runCommand, type Command } from '../../../shared/run-command';
import { chineseDaysCalendar } from '../../calendar/chinese-days-calendar';
import type { ServiceCenterStore, ServiceCenterTx } from '../../context';
import { calendarDays } from '../../queries/calendar-days';
import { hashQueryCode, isQueryCode } from '../../queries/cases/query-code';
import { listedItemsOnDay } from '../../queries/listed-items-on-day';
import { dueDateOf } from '../../rules/clock/due-date';
import { SERVICE_CENTER_PERMISSIONS, type ServiceCenterAction } from '../../rules/permissions';
import { regionOfAgency } from '../../rules/region-of-agency';
import { maySubmitToday } from '../../rules/remarks/may-submit-today';
import { checkContact, type GivenContact, type RemarkContact } from '../../rules/remarks/remark-contact';
import { MOST_REMARKS_OF_A_DAY, remarkId } from '../../rules/remarks/remark-id';
import { USUAL_REMARK_POLICY, type RemarkKind } from '../../rules/remarks/remark-policy';
import { moveRemark } from '../../rules/remarks/remark-states';
import { caseSubject, itemSubject, type GivenSubject, type RemarkSubject } from '../../rules/remarks/remark-subject';
import { checkRemarkText } from '../../rules/remarks/remark-text';
import { sameRemark } from '../../rules/remarks/same-remark';
import { commitmentTo, saltApplicant } from '../cases/applicants';
import { callerHash } from './caller-hash';
import { receiptCode } from './receipt-code';
import { remarkEntry } from './remark-entry';
import { daySalt, nextSerial, remarksOfCaller, writeRemark } from './remark-store';

/** A remark as anybody hands it in. */
export interface GivenRemark {
  subject: GivenSubject;
  kind: RemarkKind;
  text: string;
  contact: GivenContact | null;
}

interface CheckedRemark extends Omit<GivenRemark, 'contact'> {
  contact: RemarkContact | null;
}

/** What the remarker keeps: the number, the code to follow it with, and the day by which it is answered. */
export interface RemarkReceipt {
  remarkId: string;
  queryCode: string;
  dueOn: string;
}

const DESK = systemActor('public-remark');
const policy = USUAL_REMARK_POLICY;

/**
 * Receives what anybody says of an item or a case (P18). Supervising is a public act, so no table grants it: what can be
 * judged without the database is, and then the hub itself records it. The journal names no remarker, logged in or not.
 */
export async function receiveRemark(store: ServiceCenterStore, { contact, text, ...rest }: GivenRemark): Promise<Outcome<RemarkReceipt>> {
  const checkedText = checkRemarkText(text);
  if (!checkedText.ok) return checkedText;
  const checkedContact = checkContact(contact);
  if (!checkedContact.ok) return checkedContact;
  return runCommand(store, SERVICE_CENTER_PERMISSIONS, recordRemark, { ...rest, text: checkedText.value, contact: checkedContact.value }, DESK);
}

/** Routes a remark to the agency that answers for its subject that day, counts it and writes it down. */
const recordRemark: Command<ServiceCenterTx, ServiceCenterAction, CheckedRemark, RemarkReceipt> = {
  action: 'receive-remark',
  target: () => ({}),
  async handle({ subject: given, kind, text, contact }, { tx, now }) {
    const today = dayInChina(now);
    const subject = await findSubject(tx, given, today);
    if (!subject.ok) return subject;
    const { itemCode, caseNumber, agencyCode } = subject.value;
    const salt = await daySalt(tx, today);
    const caller = callerHash(salt, contact, subject.value);
    const earlier = await remarksOfCaller(tx, today, caller);
    const same = sameRemark(earlier, { itemCode, caseNumber, kind, text });
    if (same !== null) return accept({ value: { remarkId: same.id, queryCode: receiptCode(salt, same.id), dueOn: same.dueOn }, entries: [] });
    const allowed = maySubmitToday(earlier.length, contact !== null, policy);
    if (!allowed.ok) return allowed;
    const state = moveRemark(null, caseNumber === null ? 'SUBMIT' : 'SUBMIT_ON_CASE');
    if (!state.ok) return state;
    const regionCode = regionOfAgency(agencyCode);
    const serial = await nextSerial(tx, regionCode, today);
    if (serial > MOST_REMARKS_OF_A_DAY) return refuse('NUMBERS_USED_UP', null, '本地区今日受理编号已用完，请明日再提交');
    const id = remarkId(regionCode, today, serial);
    const queryCode = receiptCode(salt, id);
    const { dueOn } = dueDateOf(today, policy.answerWithin[kind], chineseDaysCalendar(await calendarDays(tx)));
    const salted = contact === null ? null : saltApplicant(id, { ...contact, idNumber: null });
    await writeRemark(
      tx,
      {
        id, region_code: regionCode, submitted_on: today, serial, kind, item_code: itemCode, case_number: caseNumber, agency_code: agencyCode, text,
        state: state.value, submitted_at: now.toISOString(), due_on: dueOn, caller_hash: caller, query_code_hash: hashQueryCode(id, queryCode),
      },
      salted,
    );
    const said = { kind, itemCode, agencyCode, state: state.value, dueOn, contactCommitment: salted && commitmentTo(salted) };
    return accept({ value: { remarkId: id, queryCode, dueOn }, entries: [remarkEntry('RemarkSubmitted', id, null, said)] });
  },
};

async function findSubject(tx: ServiceCenterTx, given: GivenSubject, today: string): Promise<Outcome<RemarkSubject>> {
  if ('itemCode' in given) return itemSubject(given.itemCode, (await listedItemsOnDay(tx, [given.itemCode], today)).get(given.itemCode) ?? null);
  const { caseNumber, queryCode } = given;
  const found = await tx.serviceCase.findUnique({ where: { number: caseNumber }, select: { itemCode: true, agencyCode: true, queryCodeHash: true } });
  return caseSubject(caseNumber, isQueryCode(caseNumber, queryCode, found?.queryCodeHash ?? null), found);
}
