import type { DutyChangeKind, DutyKind, ExerciseLevel } from '../rules/mandates/vocabulary';

/** What a row of a mandate's table states. */
export type RowKind = 'DUTY' | 'OFFICE' | 'STAFFING' | 'POST' | 'CHANGE';

/** A kind as a cell or a heading names it; what it says beyond that. */
export interface StatedKind {
  row: RowKind;
  duty?: DutyKind;
  change?: DutyChangeKind;
}

const WORDS: readonly (readonly [RegExp, StatedKind])[] = [
  [/^(?:职责|职能)调整$|^调整职责$/, { row: 'CHANGE' }],
  [/^(?:划入|承接|增加)(?:的?(?:职责|职能))?$/, { row: 'CHANGE', change: 'TAKEN_OVER' }],
  [/^(?:划出|移交)(?:的?(?:职责|职能))?$/, { row: 'CHANGE', change: 'HANDED_OVER' }],
  [/^取消(?:的?(?:职责|职能))?$/, { row: 'CHANGE', change: 'CANCELLED' }],
  [/^下放(?:的?(?:职责|职能))?$/, { row: 'CHANGE', change: 'DELEGATED' }],
  [/^(?:加强|强化)(?:的?(?:职责|职能))?$/, { row: 'CHANGE', change: 'STRENGTHENED' }],
  [/^权力(?:类)?(?:职责|职能)$/, { row: 'DUTY', duty: 'POWER' }],
  [/^政策(?:和规划|规划|类)?(?:职责|职能)$/, { row: 'DUTY', duty: 'POLICY' }],
  [/^(?:机关)?内部(?:管理)?(?:类)?(?:职责|职能)$/, { row: 'DUTY', duty: 'INTERNAL' }],
  [/^(?:部门|单位|主要|基本)?(?:职责|职能)$/, { row: 'DUTY' }],
  [/^(?:内设)?(?:机构|处室|科室)(?:设置)?$|^内设机构职责$/, { row: 'OFFICE' }],
  [/^(?:领导|领导班子|内设机构领导)?职数$|^领导职务$/, { row: 'POST' }],
  [/^(?:人员)?编制$|^编制情况$|^(?:机关)?(?:行政|事业|工勤|政法专项)编制$/, { row: 'STAFFING' }],
];

/** `一、主要职责` → DUTY; null for words that name no kind. */
export function kindNamed(text: string): StatedKind | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/^(?:\(?[一二三四五六七八九十\d]+\)?[、.]?)/, '').replace(/(?:名称|情况|表|[:：。])$/, '');
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** A heading or a sheet's name; `人员编制和领导职数` names two and so none. */
export const kindOfHeading = (text: string): StatedKind | null => (text.length <= 20 ? kindNamed(text) : null);

const LEVELS: readonly (readonly [ExerciseLevel, RegExp])[] = [
  ['NATIONAL', /^国家级?$/],
  ['PROVINCIAL', /^(?:省|自治区|省本)级?$/],
  ['MUNICIPAL', /^(?:市|地市|州|市本|设区的市)级?$/],
  ['COUNTY', /^(?:县|区|县区|区县|旗)级?$|^县\(市、?区\)级?$/],
  ['TOWNSHIP', /^(?:乡|镇|乡镇|街道|镇街)级?$/],
  ['VILLAGE', /^(?:村|社区|村居)级?$/],
  ['GRADED', /^分级(?:管理|负责)$/],
];

/** Levels of one cell: `市级、县级`; null when a part names none. */
export function readLevels(cell: string): ExerciseLevel[] | null {
  const parts = cell.normalize('NFKC').replace(/\s/g, '').split(/[、,;/]/).filter((part) => part !== '');
  const levels = parts.map((part) => LEVELS.find(([, pattern]) => pattern.test(part))?.[0]);
  return levels.every((level) => level !== undefined) ? [...new Set(levels)] : null;
}
