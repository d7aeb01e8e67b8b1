import type { DecisionDocument } from '../adjustments/grounds';
import type { PowerCategory } from '../vocabulary';
import type { JointMember } from './joint-members';
import type { NamedBodies, ReviewBody } from './review-bodies';
import { FIRST_STAGE, REVIEW_ROUNDS, type CycleStage } from './stages';
import type { Window } from './windows';

/** The state of a review cycle as the rules see it: a fold over its events. Plain JSON; instants are ISO 8601. */
export interface CycleState {
  stage: CycleStage;
  windows: Window[];
  bodies: NamedBodies;
  /** The departments that must report (P11), by agency code. */
  departments: Record<string, Department>;
  /** Joint review: who has signed (P9). */
  signatures: Partial<Record<JointMember, Act>>;
  argumentation: (Act & Argumentation) | null;
  /** Legality review of everything (P10); a negative one sent the cycle back and is kept in the journal only. */
  legality: (Act & { opinion: string }) | null;
  /** The government's approval and its document. */
  decision: (Act & { document: DecisionDocument }) | null;
  /** How often legality review or the government sent the list back to final review. */
  sentBack: number;
  published: { at: string; editionId: string } | null;
}

/** Who did something and when. */
export interface Act {
  at: string;
  by: string;
}

export interface Argumentation {
  experts: string[];
  conclusion: string;
}

/** Where one department stands. */
export interface Department {
  /** Its return of each round. */
  returns: Partial<Record<number, Return>>;
  /** Opinions on its return as a whole: review → body → instant. */
  reviews: Partial<Record<number, Partial<Record<ReviewBody, string>>>>;
  /** Ids of opinions that it has not yet answered. */
  unanswered: string[];
}

/** A return (报送) as it was submitted: how many items, of which categories. */
export interface Return {
  at: string;
  items: number;
  categories: PowerCategory[];
}

/** What happened in a cycle. */
export type CycleEvent =
  | { type: 'DepartmentJoined'; agencyCode: string }
  | { type: 'ReturnSubmitted'; agencyCode: string; round: number; items: number; categories: PowerCategory[]; at: string }
  | { type: 'OpinionGiven'; agencyCode: string; opinionId: string; body: ReviewBody; onReturn: boolean; review: number; toAnswer: boolean; at: string }
  | { type: 'OpinionAnswered'; agencyCode: string; opinionId: string }
  | { type: 'JointReviewSigned'; member: JointMember; by: string; at: string }
  | { type: 'ArgumentationConcluded'; experts: string[]; conclusion: string; by: string; at: string }
  | { type: 'LegalityApproved'; opinion: string; by: string; at: string }
  | { type: 'CycleApproved'; document: DecisionDocument; by: string; at: string }
  | { type: 'SentBack' }
  | { type: 'StageEntered'; stage: CycleStage }
  | { type: 'CyclePublished'; editionId: string; at: string };

const NEW_DEPARTMENT: Department = { returns: {}, reviews: {}, unanswered: [] };

/** A cycle as it is opened. */
export const openedCycle = (windows: Window[], bodies: NamedBodies, agencyCodes: readonly string[]): CycleState => ({
  stage: FIRST_STAGE,
  windows,
  bodies,
  departments: Object.fromEntries(agencyCodes.map((code) => [code, NEW_DEPARTMENT])),
  signatures: {},
  argumentation: null,
  legality: null,
  decision: null,
  sentBack: 0,
  published: null,
});

/** The number of the review that goes on: 1, 2, 3, and one more each time the list was sent back. */
export const reviewNumber = (state: Pick<CycleState, 'stage' | 'sentBack'>): number | null => {
  const round = (REVIEW_ROUNDS as Partial<Record<CycleStage, number>>)[state.stage];
  if (round === undefined) return null;
  return state.stage === 'FINAL_REVIEW' ? round + state.sentBack : round;
};

/** The state after an event. Never refuses: what may happen was decided before. */
export function evolve(state: CycleState, event: CycleEvent): CycleState {
  switch (event.type) {
    case 'DepartmentJoined':
      return withDepartment(state, event.agencyCode, (department) => department);
    case 'ReturnSubmitted': {
      const { agencyCode, round, items, categories, at } = event;
      return withDepartment(state, agencyCode, (department) => ({ ...department, returns: { ...department.returns, [round]: { at, items, categories } } }));
    }
    case 'OpinionGiven':
      return withDepartment(state, event.agencyCode, (department) => reviewed(department, event));
    case 'OpinionAnswered':
      return withDepartment(state, event.agencyCode, (department) => ({
        ...department,
        unanswered: department.unanswered.filter((id) => id !== event.opinionId),
      }));
    case 'JointReviewSigned':
      return { ...state, signatures: { ...state.signatures, [event.member]: { at: event.at, by: event.by } } };
    case 'ArgumentationConcluded':
      return { ...state, argumentation: { experts: event.experts, conclusion: event.conclusion, at: event.at, by: event.by } };
    case 'LegalityApproved':
      return { ...state, legality: { opinion: event.opinion, at: event.at, by: event.by } };
    case 'CycleApproved':
      return { ...state, decision: { document: event.document, at: event.at, by: event.by } };
    case 'SentBack': // what was concluded about the list as it was no longer holds
      return { ...state, sentBack: state.sentBack + 1, argumentation: null, legality: null, decision: null };
    case 'StageEntered':
      return { ...state, stage: event.stage };
    case 'CyclePublished':
      return { ...state, published: { at: event.at, editionId: event.editionId } };
  }
}

const withDepartment = (state: CycleState, agencyCode: string, change: (department: Department) => Department): CycleState => ({
  ...state,
  departments: { ...state.departments, [agencyCode]: change(state.departments[agencyCode] ?? NEW_DEPARTMENT) },
});

function reviewed(department: Department, event: Extract<CycleEvent, { type: 'OpinionGiven' }>): Department {
  const { opinionId, body, onReturn, review, toAnswer, at } = event;
  const reviews = onReturn ? { ...department.reviews, [review]: { ...department.reviews[review], [body]: at } } : department.reviews;
  return { ...department, reviews, unanswered: toAnswer ? [...department.unanswered, opinionId] : department.unanswered };
}
