/**
 * Three reports, three reviews (plan, chapter 六), as data: the stages of a review cycle in their order and the moves
 * between them. There is no other way from one stage to another, so none can be skipped.
 */
export const STAGES = {
  REPORT_1: '第一次报送',
  REVIEW_1: '第一次审核',
  REPORT_2: '第二次报送',
  JOINT_REVIEW: '联合会审',
  REPORT_3: '第三次报送',
  FINAL_REVIEW: '第三次审核',
  ARGUMENTATION: '论证',
  LEGALITY_REVIEW: '合法性审查',
  GOVERNMENT_DECISION: '政府审定',
  PUBLICATION: '公布',
  PUBLISHED: '已公布',
} as const;
export type CycleStage = keyof typeof STAGES;

export const FIRST_STAGE: CycleStage = 'REPORT_1';
export const LAST_STAGE: CycleStage = 'PUBLISHED';

/** The round (1–3) of a stage in which departments report. */
export const REPORT_ROUNDS = { REPORT_1: 1, REPORT_2: 2, REPORT_3: 3 } as const satisfies Partial<Record<CycleStage, number>>;
export type ReportStage = keyof typeof REPORT_ROUNDS;

/** The round whose returns a stage reviews. */
export const REVIEW_ROUNDS = { REVIEW_1: 1, JOINT_REVIEW: 2, FINAL_REVIEW: 3 } as const satisfies Partial<Record<CycleStage, number>>;
export type ReviewStage = keyof typeof REVIEW_ROUNDS;

export const isReportStage = (stage: CycleStage): stage is ReportStage => stage in REPORT_ROUNDS;
export const isReviewStage = (stage: CycleStage): stage is ReviewStage => stage in REVIEW_ROUNDS;

/** What takes a cycle from one stage to the next: the reform office's advance, publication, or being sent back. */
export type MoveKind = 'ADVANCE' | 'PUBLISH' | 'SEND_BACK';

export interface StageMove {
  from: CycleStage;
  to: CycleStage;
  kind: MoveKind;
}

/** Legality review (P10) or the government may say no: the final review then begins again, and all that follows it. */
export const STAGE_MOVES: readonly StageMove[] = [
  { from: 'REPORT_1', to: 'REVIEW_1', kind: 'ADVANCE' },
  { from: 'REVIEW_1', to: 'REPORT_2', kind: 'ADVANCE' },
  { from: 'REPORT_2', to: 'JOINT_REVIEW', kind: 'ADVANCE' },
  { from: 'JOINT_REVIEW', to: 'REPORT_3', kind: 'ADVANCE' },
  { from: 'REPORT_3', to: 'FINAL_REVIEW', kind: 'ADVANCE' },
  { from: 'FINAL_REVIEW', to: 'ARGUMENTATION', kind: 'ADVANCE' },
  { from: 'ARGUMENTATION', to: 'LEGALITY_REVIEW', kind: 'ADVANCE' },
  { from: 'LEGALITY_REVIEW', to: 'GOVERNMENT_DECISION', kind: 'ADVANCE' },
  { from: 'LEGALITY_REVIEW', to: 'FINAL_REVIEW', kind: 'SEND_BACK' },
  { from: 'GOVERNMENT_DECISION', to: 'PUBLICATION', kind: 'ADVANCE' },
  { from: 'GOVERNMENT_DECISION', to: 'FINAL_REVIEW', kind: 'SEND_BACK' },
  { from: 'PUBLICATION', to: 'PUBLISHED', kind: 'PUBLISH' },
];

/** Where a move of this kind leads from here; null where there is none. */
export const nextStage = (from: CycleStage, kind: MoveKind): CycleStage | null =>
  STAGE_MOVES.find((move) => move.from === from && move.kind === kind)?.to ?? null;

/** Stages that no sequence of these moves reaches from the first one: none, or the table is wrong. */
export function unreachableStages(moves: readonly StageMove[] = STAGE_MOVES): CycleStage[] {
  const reached = new Set<CycleStage>([FIRST_STAGE]);
  for (const stage of reached) moves.filter(({ from }) => from === stage).forEach(({ to }) => reached.add(to));
  return (Object.keys(STAGES) as CycleStage[]).filter((stage) => !reached.has(stage));
}

/** Stages from which no sequence of these moves leads to publication. */
export function deadEnds(moves: readonly StageMove[] = STAGE_MOVES): CycleStage[] {
  const leading = new Set<CycleStage>([LAST_STAGE]);
  for (const stage of leading) moves.filter(({ to }) => to === stage).forEach(({ from }) => leading.add(from));
  return (Object.keys(STAGES) as CycleStage[]).filter((stage) => !leading.has(stage));
}
