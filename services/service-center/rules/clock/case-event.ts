/** Who may approve an extension: the organ's own head, or for joint handling the head of its government (许可法 42). */
export const APPROVERS = { AGENCY_HEAD: '本行政机关负责人', GOVERNMENT_HEAD: '本级人民政府负责人' } as const;
export type Approver = keyof typeof APPROVERS;

export const DECISIONS = { GRANTED: '准予', REFUSED: '不予', WITHDRAWN: '申请人撤回' } as const;
export type DecisionOutcome = keyof typeof DECISIONS;

interface Happened {
  /** Unique in its case; decides between events of one moment, so that order of arrival never does. */
  id: string;
  /** When it happened, ISO 8601 with time zone; not when it was reported. */
  at: string;
}

/** What the clock reads of a case's events (domain §6); a stored event may say more. */
export type CaseEvent = Happened &
  (
    | { kind: 'RECEIVED' | 'CORRECTION_REQUESTED' | 'CORRECTED' | 'ACCEPTED' | 'REFUSED_INTAKE' | 'DELIVERED' }
    /** `step`: its order in the guide. */
    | { kind: 'STEP_STARTED' | 'STEP_COMPLETED'; step: number }
    /** `noticedAt`: when the applicant was told in writing of the time it needs. `procedure` is read as it was reported. */
    | { kind: 'SPECIAL_PROCEDURE_STARTED'; procedure: string; noticedAt: string | null }
    /** `startId`: the event that started it; null for the earliest of its kind that is still open. */
    | { kind: 'SPECIAL_PROCEDURE_ENDED'; procedure: string; startId: string | null }
    /** `value`: how much longer, in the unit of the law; null for all that the law gives. */
    | { kind: 'EXTENDED'; approvedBy: Approver | null; noticedAt: string | null; value: number | null }
    | { kind: 'DECIDED'; outcome: DecisionOutcome }
  );
export type CaseEventKind = CaseEvent['kind'];

/** In which order events of the same moment are read: as a case goes. */
const RANK: Readonly<Record<CaseEventKind, number>> = {
  RECEIVED: 0,
  CORRECTION_REQUESTED: 1,
  CORRECTED: 2,
  ACCEPTED: 3,
  REFUSED_INTAKE: 4,
  STEP_STARTED: 5,
  SPECIAL_PROCEDURE_STARTED: 6,
  SPECIAL_PROCEDURE_ENDED: 7,
  EXTENDED: 8,
  STEP_COMPLETED: 9,
  DECIDED: 10,
  DELIVERED: 11,
};

export const instantOf = (at: string): number => Date.parse(at);

/** An event in its place in time. */
export type Placed<Event extends CaseEvent = CaseEvent> = Event & { instant: number };

/** What has happened by `now`: by time, then as a case goes, then by id. However events arrive, they are read alike. */
export const inOrder = (events: readonly CaseEvent[], now: number): Placed[] =>
  events
    .map((event) => ({ ...event, instant: instantOf(event.at) }))
    .filter(({ instant }) => instant <= now)
    .toSorted((a, b) => a.instant - b.instant || RANK[a.kind] - RANK[b.kind] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** An event that the clock could not give the effect it was meant to have, and the article that says why. */
export interface ClockFinding {
  code: ClockFindingCode;
  rule: string;
  eventId: string;
}

export const CLOCK_FINDINGS = {
  REPEATED_CORRECTION: '再次要求补正：需要补正的全部内容应当一次告知，再次告知不停止受理期限',
  PROCEDURE_NOT_ON_CLOSED_LIST: '所列程序不属于听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审，时间照计',
  PROCEDURE_WITHOUT_NOTICE: '特别程序所需时间未书面告知申请人，时间照计',
  EXTENSION_NOT_PROVIDED: '该期限依法不能延长',
  EXTENSION_REPEATED: '期限只能延长一次',
  EXTENSION_WITHOUT_APPROVAL: '延长期限未经依法应当批准的负责人批准',
  EXTENSION_WITHOUT_NOTICE: '延长期限的理由未告知申请人',
  EXTENSION_AFTER_EXPIRY: '期限届满后才延长或者告知',
  EXTENSION_TOO_LONG: '延长超过法定天数，按法定天数计',
} as const;
export type ClockFindingCode = keyof typeof CLOCK_FINDINGS;
