import { Rejected } from '../../../shared/errors';
import { accept, type Refusal } from '../../../shared/outcome';
import { regionHolds } from '../../../shared/permission';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { askingWithin } from '../../queries/cases/ask';
import { caseFiles, type CaseFile, type CaseHeader } from '../../queries/cases/case-files';
import { itemDayKey, itemsThatDay, type ItemThatDay } from '../../queries/cases/case-guides';
import { placeOfCase, qualifiedNumber } from '../../rules/cases/case-number';
import type { NewFact } from '../../rules/cases/case-fact';
import { dayOf } from '../../rules/cases/fold-case';
import { parseReport, type CaseReport } from '../../rules/cases/parse-event';
import { hashQueryCode } from '../../queries/cases/query-code';
import type { ServiceCenterAction } from '../../rules/permissions';
import { POWER_CATEGORIES, type PowerCategory } from '../../rules/vocabulary';
import { casesWithApplicant } from './applicants';
import { foldingGround, refold, type TouchedCase } from './record-facts';
import { recordCases } from './record-cases';

/** Events as a counter's own system reports them. */
export interface RecordCaseEventsInput {
  regionCode: string;
  /** The one agency they are of; null: each event names its own, of the region. */
  agencyCode: string | null;
  events: readonly unknown[];
}

export type EventStatus = 'ACCEPTED' | 'DUPLICATE' | 'REJECTED';

/** What became of one event, in the order they were reported. */
export interface EventAnswer {
  eventId: string | null;
  /** The case as the hub numbers it. */
  caseNumber: string | null;
  status: EventStatus;
  reason: Refusal | null;
}

export const MOST_EVENTS = 1000;
/** By how much a counter's clock may be ahead of ours. */
const AHEAD_MS = 5 * 60_000;

/** A report with its place in the batch and the case's number. */
interface Numbered {
  index: number;
  number: string;
  report: CaseReport;
}

/**
 * Facts are facts: what a counter reports is recorded even when it is late, out of order or could not have happened;
 * only what cannot be read is rejected, each event by itself. The same event again is a duplicate. However many events
 * and cases, the number of statements is the same.
 */
export const recordCaseEvents: Command<ServiceCenterTx, ServiceCenterAction, RecordCaseEventsInput, EventAnswer[]> = {
  action: 'report-case-events',
  target: ({ regionCode, agencyCode }) => ({ regionCode, agencyCode }),
  async handle(input, { tx, now }) {
    const { events } = input;
    if (events.length === 0 || events.length > MOST_EVENTS)
      throw new Rejected('BAD_USER_INPUT', `一批应有 1 至 ${MOST_EVENTS} 个事件，收到 ${events.length} 个`, 'events');
    const answers: EventAnswer[] = events.map(() => ({ eventId: null, caseNumber: null, status: 'REJECTED', reason: null }));
    const numbered = events.flatMap((event, index) => readReport(event, index, input, now, answers[index]!) ?? []);
    const files = await caseFiles(askingWithin(tx), [...new Set(numbered.map(({ number }) => number))]);
    const touched = await touchedCases(tx, numbered, files, answers);
    if (touched.length === 0) return accept({ value: answers, entries: [] });
    const ground = await foldingGround(tx, touched.map(({ header }) => header));
    const entries = await recordCases(tx, refold(touched, ground, 'REPORTED', now), ground, 'REPORTED', now);
    return accept({ value: answers, entries });
  },
};

const rejection = (code: string, message: string, path: string, value: string | null = null): Refusal => ({
  code,
  rule: null,
  message,
  details: [{ path, value }],
});

/** One report, read; null: it is rejected, and its answer says why. */
function readReport(event: unknown, index: number, input: RecordCaseEventsInput, now: Date, answer: EventAnswer): Numbered | null {
  const reject = (reason: Refusal): null => {
    answer.reason = reason;
    return null;
  };
  const given = event as { eventId?: unknown } | null;
  answer.eventId = typeof given?.eventId === 'string' ? given.eventId.slice(0, 64) : null;
  const parsed = parseReport(event);
  if (!parsed.ok) return reject(parsed.refusal);
  const report = parsed.value;
  const agencyCode = report.agencyCode ?? input.agencyCode;
  if (agencyCode === null || agencyCode.length !== 9) return reject(rejection('MALFORMED', '缺少办理机构代码', 'agencyCode', agencyCode));
  const foreign = input.agencyCode !== null ? agencyCode !== input.agencyCode : !regionHolds(input.regionCode, agencyCode.slice(0, 6));
  if (foreign) return reject(rejection('FOREIGN_AGENCY', '事件所属机构不在本批上报的范围内', 'agencyCode', agencyCode));
  const number = qualifiedNumber(agencyCode, report.caseNumber);
  if (number === null) return reject(rejection('MALFORMED', '办件编号不合格式', 'caseNumber', report.caseNumber));
  if (Date.parse(report.fact.at) > now.getTime() + AHEAD_MS) return reject(rejection('EVENT_IN_FUTURE', '事件时间晚于现在', 'at', report.fact.at));
  answer.caseNumber = number;
  return { index, number, report };
}

/** Cases with the events that are new to them; answers each event. */
async function touchedCases(tx: ServiceCenterTx, numbered: readonly Numbered[], files: ReadonlyMap<string, CaseFile>, answers: EventAnswer[]): Promise<TouchedCase[]> {
  const byCase = groupByCase(numbered);
  const headers = await headersOf(tx, byCase, files);
  const told = await casesWithApplicant(tx, numbered.flatMap(({ number, report }) => (report.applicant === null ? [] : [number])));
  const touched: TouchedCase[] = [];
  for (const [number, reports] of byCase) {
    const header = headers.get(number) ?? null;
    const file = files.get(number) ?? null;
    const seen = new Set(file?.facts.map(({ id }) => id));
    const added: NewFact[] = [];
    for (const { index, report } of reports) {
      const answer = answers[index]!;
      if (header === null) answer.reason = rejection('CASE_UNKNOWN', '没有此办件，首个事件应写明事项编码', 'itemCode');
      else if (report.itemCode !== null && report.itemCode !== header.itemCode)
        answer.reason = rejection('OTHER_ITEM', '该编号的办件属于另一事项', 'itemCode', report.itemCode);
      else if (seen.has(report.fact.id)) answer.status = 'DUPLICATE';
      else {
        answer.status = 'ACCEPTED';
        seen.add(report.fact.id);
        added.push(report.fact);
      }
    }
    const applicant = told.has(number) ? null : (reports.find(({ report }) => report.applicant !== null)?.report.applicant ?? null);
    if (header !== null && added.length > 0) touched.push({ header, file, added, applicant });
  }
  return touched;
}

function groupByCase(numbered: readonly Numbered[]): Map<string, Numbered[]> {
  const byCase = new Map<string, Numbered[]>();
  for (const each of numbered) byCase.set(each.number, [...(byCase.get(each.number) ?? []), each]);
  return byCase;
}

/** What each case is: as known, filled in by what is reported now, or made from its first report. */
async function headersOf(tx: ServiceCenterTx, byCase: ReadonlyMap<string, Numbered[]>, files: ReadonlyMap<string, CaseFile>): Promise<Map<string, CaseHeader>> {
  const unknown = [...byCase].flatMap(([number, reports]) => {
    const itemCode = reports.find(({ report }) => report.itemCode !== null)?.report.itemCode ?? null;
    return files.has(number) || itemCode === null ? [] : [{ number, itemCode, day: firstDay(reports) }];
  });
  const items = unknown.length === 0 ? new Map<string, ItemThatDay>() : await itemsThatDay(askingWithin(tx), unknown);
  const headers = new Map<string, CaseHeader>();
  for (const [number, { header }] of files) headers.set(number, filledIn(header, byCase.get(number) ?? []));
  for (const { number, itemCode, day } of unknown) {
    const that = items.get(itemDayKey({ itemCode, day })) ?? null;
    const category = that?.item && that.item.category in POWER_CATEGORIES ? (that.item.category as PowerCategory) : 'OTHER';
    const reports = byCase.get(number)!;
    const handling = reports.find(({ report }) => report.handling !== null)?.report.handling ?? 'ORDINARY';
    const nothing = { officeId: null, channel: null, applicantKind: null, queryCodeHash: null };
    headers.set(
      number,
      filledIn({ number, itemCode, category, guideVersion: that?.guideVersion ?? null, ...placeOfCase(number), handling, origin: 'REPORTED', ...nothing }, reports),
    );
  }
  return headers;
}

/** The day the case was received: of its receipt, else of its first event. */
function firstDay(reports: readonly Numbered[]): string {
  const times = reports.map(({ report }) => report.fact.at).toSorted();
  return dayOf(reports.find(({ report }) => report.fact.kind === 'RECEIVED')?.report.fact.at ?? times[0]!);
}

function filledIn(header: CaseHeader, reports: readonly Numbered[]): CaseHeader {
  const said = <Field extends 'channel' | 'applicantKind' | 'queryCode'>(field: Field) =>
    reports.find(({ report }) => report[field] !== null)?.report[field] ?? null;
  const queryCode = header.queryCodeHash === null ? said('queryCode') : null;
  return {
    ...header,
    officeId: header.officeId ?? reports.find(({ report }) => report.fact.kind === 'RECEIVED')?.report.fact.officeId ?? null,
    channel: header.channel ?? said('channel'),
    applicantKind: header.applicantKind ?? said('applicantKind'),
    queryCodeHash: queryCode === null ? header.queryCodeHash : hashQueryCode(header.number, queryCode),
  };
}
