/** The closed vocabularies of mandates (三定) and their cross-check: the English code and the field's Chinese term. */

export const DUTY_KINDS = {
  POWER: '权力职责',
  POLICY: '政策和规划职责',
  INTERNAL: '机关内部职责',
} as const;
export type DutyKind = keyof typeof DUTY_KINDS;

export const MANDATE_STATES = {
  PROPOSED: '待批准',
  APPROVED: '已批准',
  RETURNED: '已退回',
  WITHDRAWN: '已撤回',
} as const;
export type MandateState = keyof typeof MANDATE_STATES;

/** Where a mandate comes from. */
export const MANDATE_ORIGINS = {
  DOCUMENT: '三定规定',
  DERIVED: '由清单推定',
  EXISTING: '清单公布前的三定规定',
} as const;
export type MandateOrigin = keyof typeof MANDATE_ORIGINS;

/** What a mandate does to duties beside listing them (职责调整). */
export const DUTY_CHANGES = {
  TAKEN_OVER: '划入',
  HANDED_OVER: '划出',
  CANCELLED: '取消',
  DELEGATED: '下放',
  STRENGTHENED: '加强',
} as const;
export type DutyChangeKind = keyof typeof DUTY_CHANGES;

/** Kinds of staffing (编制). A total holds each kind once. */
export const STAFFING_KINDS = {
  ADMINISTRATIVE: '行政编制',
  LAW_ENFORCEMENT: '政法专项编制',
  INSTITUTION: '事业编制',
  WORKER: '工勤编制',
  OTHER: '其他编制',
} as const;
export type StaffingKind = keyof typeof STAFFING_KINDS;

/** What the cross-check of mandates against the list finds (design 2 §5). */
export const MANDATE_FINDING_KINDS = {
  DUTY_NAMES_UNLISTED_ITEM: '职责所列事项不在清单上',
  STALE_DUTY: '职责所依事项已取消、下放、合并或划转',
  ITEM_WITHOUT_DUTY: '清单事项没有职责依据',
  DUTY_WITHOUT_ITEM: '权力职责没有对应事项',
  ITEM_HELD_BY_SEVERAL_BODIES: '同一事项由多个机构行使',
  OFFICE_UNKNOWN: '承办机构不存在、已撤销或属于其他机构',
  WRONG_SUBJECT: '受委托机构被列为实施主体',
  LEVEL_CONFLICT: '行使层级与职责不一致',
  OFFICE_WITHOUT_ITEMS: '内设机构没有承办事项',
  STAFFING_EXCEEDED: '超编或超职数',
} as const;
export type MandateFindingKind = keyof typeof MANDATE_FINDING_KINDS;

export const SEVERITIES = { VIOLATION: '违反规定', WARNING: '需要处理', HINT: '提示' } as const;
export type Severity = keyof typeof SEVERITIES;

export const FINDING_STATES = { OPEN: '待处理', REPLIED: '已回复', CLOSED: '已办结' } as const;
export type FindingState = keyof typeof FINDING_STATES;

export const MATCH_VERDICTS = { CONFIRMED: '确认', REJECTED: '否定' } as const;
export type MatchVerdict = keyof typeof MATCH_VERDICTS;

/** Exercise levels (行使层级) as the catalog states them. */
export const EXERCISE_LEVELS = {
  NATIONAL: '国家级',
  PROVINCIAL: '省级',
  MUNICIPAL: '市级',
  COUNTY: '县级',
  TOWNSHIP: '乡级',
  VILLAGE: '村级',
  GRADED: '分级管理',
} as const;
export type ExerciseLevel = keyof typeof EXERCISE_LEVELS;
