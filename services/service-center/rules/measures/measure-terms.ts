import type { PowerCategory } from '../vocabulary';

/** How an agency supervises during and after the act (事中事后监管方式), P16. */
export const MEASURE_KINDS = {
  INSPECTION: '双随机、一公开抽查',
  CREDIT: '信用监管',
  REPORTING: '报告、备案制度',
  SPOT_CHECK: '实地检查、专项检查',
  OTHER: '其他方式',
} as const;
export type MeasureKind = keyof typeof MEASURE_KINDS;

/** What a frequency counts. */
export const FREQUENCY_UNITS = {
  TIMES_PER_YEAR: '次/年',
  TIMES_PER_QUARTER: '次/季度',
  TIMES_PER_MONTH: '次/月',
  PERCENT_PER_YEAR: '每年抽查比例（%）',
} as const;
export type FrequencyUnit = keyof typeof FREQUENCY_UNITS;

/** What a check found (检查结果). */
export const CHECK_RESULTS = {
  OK: '未发现问题',
  RECTIFY: '责令改正',
  PUNISHED: '予以处罚',
  NOT_FOUND: '未发现检查对象（注销、失联等）',
} as const;
export type CheckResult = keyof typeof CHECK_RESULTS;

/** P16 asks it of what is approved: licences and the approvals beside them. */
export const NEED_MEASURES: readonly PowerCategory[] = ['LICENSE', 'NON_LICENSE_APPROVAL'];

/** One measure as an agency states it. */
export interface Measure {
  kind: MeasureKind;
  text: string;
  basis: string | null;
  frequency: { value: number; unit: FrequencyUnit } | null;
  officeId: string;
}
