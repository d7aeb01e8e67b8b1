/** The catalog's closed vocabularies: the English code, used in code and schema, and the field's Chinese term. */

/** The ten categories of 2014 and the ones national lists use since 2015 (P1). Which apply where is a category scheme. */
export const POWER_CATEGORIES = {
  LICENSE: '行政许可',
  NON_LICENSE_APPROVAL: '非行政许可审批',
  PENALTY: '行政处罚',
  LEVY: '行政征收',
  COERCION: '行政强制',
  CONFIRMATION: '行政确认',
  ADJUDICATION: '行政裁决',
  PAYMENT: '行政给付',
  REWARD: '行政奖励',
  INSPECTION: '行政检查',
  OTHER: '其他行政权力',
} as const;
export type PowerCategory = keyof typeof POWER_CATEGORIES;

/** Exercise levels (行使层级), national code 1–7. */
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

/** Ranks of legal instruments, highest first (the level tag 【法律】… of real lists). */
export const INSTRUMENT_LEVELS = {
  LAW: '法律',
  ADMINISTRATIVE_REGULATION: '行政法规',
  STATE_COUNCIL_DECISION: '国务院决定',
  LOCAL_REGULATION: '地方性法规',
  DEPARTMENT_RULE: '部门规章',
  LOCAL_GOVERNMENT_RULE: '地方政府规章',
  NORMATIVE_DOCUMENT: '规范性文件',
} as const;
export type InstrumentLevel = keyof typeof INSTRUMENT_LEVELS;

/** Life of an item on the list. An item is never deleted. */
export const ITEM_STATUSES = {
  DRAFT: '草稿',
  UNDER_REVIEW: '审核中',
  LISTED: '在列',
  TIGHTENED: '严管',
  SUSPENDED: '暂停',
  DELEGATED: '已下放',
  MERGED: '已合并',
  CANCELLED: '已取消',
} as const;
export type ItemStatus = keyof typeof ITEM_STATUSES;
