import { randomOf } from './random';

/** An event as the bench reports it. */
export interface BenchEvent {
  eventId: string;
  caseNumber: string;
  agencyCode: string;
  itemCode: string;
  kind: string;
  at: string;
  [more: string]: unknown;
}

const agencyOf = (n: number): string => `140100${String(n + 1).padStart(3, '0')}`;
/** Of the 34 of a county hall, one has half of all cases. */
export const AGENCIES: readonly string[] = Array.from({ length: 34 }, (_, n) => agencyOf(n));
export const officesOf = (agency: string): [string, string] => [`${agency}01`, `${agency}02`];
const PER_AGENCY = 12;
export const ITEMS = AGENCIES.flatMap((agencyCode) =>
  Array.from({ length: PER_AGENCY }, (_, i) => ({ code: `${agencyCode}${i % 3 === 2 ? '07' : '01'}${String(i).padStart(4, '0')}`, agencyCode, category: i % 3 === 2 ? 'CONFIRMATION' : 'LICENSE' })),
);
export const itemsOf = (agency: string) => ITEMS.filter(({ agencyCode }) => agencyCode === agency);

const DAY = 86_400_000;
const FORM = '取水许可申请书';

/** All events of so many cases received in 2025, as they happened, up to `end`: eight each, more with corrections and hearings. */
export function eventsOfYear(cases: number, end: Date): BenchEvent[] {
  const random = randomOf(2025);
  const events: BenchEvent[] = [];
  for (let n = 0; n < cases; n += 1) events.push(...courseOf(n, random).filter(({ at }) => Date.parse(at) < end.getTime()));
  return events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function courseOf(n: number, random: () => number): BenchEvent[] {
  const agencyCode = random() < 0.5 ? AGENCIES[0]! : AGENCIES[1 + Math.floor(random() * (AGENCIES.length - 1))]!;
  const { code: itemCode } = itemsOfAgency.get(agencyCode)![Math.floor(random() ** 2 * PER_AGENCY)]!;
  const [first, second] = officesOf(agencyCode);
  const events: BenchEvent[] = [];
  let at = Date.parse('2025-01-02T01:00:00Z') + random() * 363 * DAY;
  const happens = (kind: string, days: number, said: object = {}): void => {
    at += days * DAY;
    events.push({ eventId: `${n}-${events.length}`, caseNumber: `B${n}`, agencyCode, itemCode, kind, at: new Date(at).toISOString(), officeId: first, ...said });
  };
  const quick = random() ** 3;
  happens('RECEIVED', 0, { materials: random() < 0.98 ? [FORM] : [], channel: 'WINDOW', applicantKind: 'ENTERPRISE' });
  if (random() < 0.08) {
    happens('CORRECTION_REQUESTED', 1 + random() * 3, { toCorrect: ['签章'] });
    happens('CORRECTED', 1 + random() * 6, { materials: [FORM] });
  }
  happens('STEP_STARTED', 0.01, { step: 1 });
  happens('ACCEPTED', random() * 2);
  happens('STEP_COMPLETED', 0.01, { step: 1 });
  happens('STEP_STARTED', 0.02 + quick * 3, { step: 2, officeId: second });
  if (random() < 0.03) {
    happens('SPECIAL_PROCEDURE_STARTED', 1, { procedure: 'HEARING', noticedAt: new Date(at).toISOString() });
    happens('SPECIAL_PROCEDURE_ENDED', 5 + random() * 15, { procedure: 'HEARING' });
  }
  happens('STEP_COMPLETED', 0.2 + quick * 20, { step: 2, officeId: second });
  const refused = random() < 0.04;
  happens('DECIDED', 0.1 + quick * 3, refused ? { outcome: 'REFUSED', inWriting: true, reasons: random() < 0.9 ? '不符合条件' : null, remedies: '复议、诉讼' } : { outcome: 'GRANTED' });
  happens('DELIVERED', random() * 4);
  return events;
}

const itemsOfAgency = new Map(AGENCIES.map((agency) => [agency, itemsOf(agency)]));
