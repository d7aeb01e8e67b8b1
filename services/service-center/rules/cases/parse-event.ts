import { z } from 'zod';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { APPROVERS, DECISIONS } from '../clock/case-event';
import { HANDLINGS } from '../clock/statute';
import { CHANNELS, SERVICE_OBJECTS } from '../vocabulary';
import { factOf, type NewFact } from './case-fact';
import { CASE_EVENT_KINDS } from './event-kinds';
import type { Applicant } from './mask-applicant';

const chinese = z.locales.zhCN().localeError;
const sound = (text: string): boolean => !text.includes('\0');
const words = (max: number) => z.string().trim().min(1).max(max).refine(sound, '不能含有空字符');
const unsaid = (max: number) => z.string().trim().max(max).refine(sound, '不能含有空字符').nullish().transform((text) => (text ? text : null));
const list = <Item extends z.ZodType>(item: Item, max: number) => z.array(item).max(max).nullish().transform((items) => items ?? []);
const oneOf = <Terms extends Readonly<Record<string, string>>>(terms: Terms) =>
  z.enum(Object.keys(terms) as [keyof Terms & string, ...(keyof Terms & string)[]]);
const maybe = <Value extends z.ZodType>(value: Value) => value.nullish().transform((given) => given ?? null);

/** The first day of the working calendar: no case here is older, and no clock runs longer. */
const FIRST = Date.parse('2007-01-01T00:00:00+08:00');
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine((at) => Date.parse(at) >= FIRST, '早于 2007-01-01');

/** Who applied, as it is handed in. */
const applicantGiven = z.strictObject({ name: unsaid(100), idNumber: unsaid(40), contact: unsaid(100) });

const said = {
  eventId: words(64),
  kind: oneOf(CASE_EVENT_KINDS),
  at: instant,
  officeId: unsaid(40),
  officerId: unsaid(40),
  note: unsaid(2000),
  step: maybe(z.int().min(1).max(200)),
  procedure: unsaid(100),
  startEventId: unsaid(64),
  noticedAt: maybe(instant),
  approvedBy: maybe(oneOf(APPROVERS)),
  extendedBy: maybe(z.int().min(0).max(9999)),
  outcome: maybe(oneOf(DECISIONS)),
  inWriting: maybe(z.boolean()),
  reasons: unsaid(4000),
  remedies: unsaid(2000),
  toCorrect: list(words(500), 200),
  competentOrgan: unsaid(200),
  materials: list(words(500), 200),
  fees: list(z.strictObject({ name: words(200), amount: z.number().min(0).max(1e12) }), 50),
};

/** What the kind of event cannot do without. */
const NEEDED = { STEP_STARTED: 'step', STEP_COMPLETED: 'step', SPECIAL_PROCEDURE_STARTED: 'procedure', SPECIAL_PROCEDURE_ENDED: 'procedure', DECIDED: 'outcome' } as const;

const statement = z.strictObject(said);
const report = z.strictObject({
  ...said,
  caseNumber: words(40),
  agencyCode: unsaid(9),
  itemCode: unsaid(64),
  handling: maybe(oneOf(HANDLINGS)),
  channel: maybe(oneOf(CHANNELS)),
  applicantKind: maybe(oneOf(SERVICE_OBJECTS)),
  applicant: maybe(applicantGiven),
  queryCode: maybe(z.string().regex(/^[0-9A-Za-z-]{6,40}$/)),
});

type Said = z.output<typeof statement>;
/** What else a counter reports with an event: which case it is, and on its first event whose and how. */
export type CaseReport = Omit<z.output<typeof report>, keyof Said> & { fact: NewFact };

/** Reads an event that is asked for as a command. */
export function parseEvent(input: unknown): Outcome<NewFact> {
  const parsed = statement.safeParse(input, { error: chinese });
  return parsed.success ? toFact(parsed.data) : malformed(parsed.error.issues[0]);
}

/** Reads who applies. */
export function parseApplicant(input: unknown): Outcome<Applicant> {
  const parsed = applicantGiven.safeParse(input, { error: chinese });
  return parsed.success ? accept(parsed.data) : malformed(parsed.error.issues[0], 'applicant.');
}

/** Reads an event that a counter reports. */
export function parseReport(input: unknown): Outcome<CaseReport> {
  const parsed = report.safeParse(input, { error: chinese });
  if (!parsed.success) return malformed(parsed.error.issues[0]);
  const { caseNumber, agencyCode, itemCode, handling, channel, applicantKind, applicant, queryCode, ...event } = parsed.data;
  const fact = toFact(event);
  return fact.ok ? accept({ caseNumber, agencyCode, itemCode, handling, channel, applicantKind, applicant, queryCode, fact: fact.value }) : fact;
}

function toFact({ eventId: id, startEventId: startId, extendedBy, ...rest }: Said): Outcome<NewFact> {
  const needed = NEEDED[rest.kind as keyof typeof NEEDED] as 'step' | 'procedure' | 'outcome' | undefined;
  if (needed !== undefined && rest[needed] === null) return refuse('MALFORMED', null, `缺少 ${needed}`, [{ path: needed, value: null }]);
  const { step, procedure, noticedAt, approvedBy, outcome, inWriting, ...details } = rest;
  const read = { EXTENDED: { approvedBy, noticedAt, value: extendedBy }, SPECIAL_PROCEDURE_STARTED: { procedure, noticedAt }, SPECIAL_PROCEDURE_ENDED: { procedure, startId }, STEP_STARTED: { step }, STEP_COMPLETED: { step }, DECIDED: { outcome } };
  const own = (read as Partial<Record<string, object>>)[rest.kind] ?? {};
  return accept(factOf({ id, ...details, inWriting: inWriting ?? false, ...own } as NewFact));
}

function malformed(issue: z.core.$ZodIssue | undefined, below = ''): Outcome<never> {
  const path = below + (issue?.path.map(String).join('.') ?? '');
  return refuse('MALFORMED', null, `${path || '事件'}：${issue?.message ?? '不合格式'}`, [{ path, value: null }]);
}
