/** The service center's closed vocabularies: the English code, used in code and schema, and the field's Chinese term. */

/** Categories of powers (P1). The catalog owns them; which elements a guide needs depends on them. */
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

/** What a limit counts; units are per law (行政许可法 82: working days). */
export const TIME_UNITS = {
  WORKING_DAY: '工作日',
  CALENDAR_DAY: '日（自然日）',
  HOUR: '小时',
  MONTH: '月',
} as const;

export const MATERIAL_REQUIREMENTS = {
  REQUIRED: '必要',
  OPTIONAL: '非必要（视情形提交）',
  LATER: '容缺（可后补）',
} as const;

export const MATERIAL_KINDS = {
  CERTIFICATE: '证照或证明',
  FORM: '申请表格文书',
  OTHER: '其他',
} as const;

export const MATERIAL_MEDIA = {
  PAPER: '纸质',
  ELECTRONIC: '电子',
  BOTH: '纸质和电子',
} as const;

export const MATERIAL_SOURCES = {
  APPLICANT: '申请人自备',
  DEPARTMENT: '政府部门核发',
  OTHER: '其他来源',
} as const;

/** What 行政许可法 45 leaves out of the limit. The list is closed: publicity, consultation and site survey are not on it. */
export const SPECIAL_PROCEDURES = {
  HEARING: '听证',
  TENDER: '招标',
  AUCTION: '拍卖',
  INSPECTION: '检验',
  TESTING: '检测',
  QUARANTINE: '检疫',
  APPRAISAL: '鉴定',
  EXPERT_REVIEW: '专家评审',
} as const;

export const HANDLING_KINDS = {
  ON_THE_SPOT: '即办件',
  WITHIN_PROMISE: '承诺件',
} as const;

export const SERVICE_OBJECTS = {
  NATURAL_PERSON: '自然人',
  ENTERPRISE: '企业法人',
  INSTITUTION: '事业法人',
  SOCIAL_ORGANISATION: '社会组织法人',
  ADMINISTRATIVE_ORGAN: '行政机关',
  OTHER: '其他组织',
} as const;

export const CHANNELS = {
  WINDOW: '窗口办理',
  ONLINE: '网上办理',
  MOBILE: '移动端办理',
  POST: '邮寄办理',
} as const;

export const RESULT_KINDS = {
  CERTIFICATE: '证照',
  APPROVAL: '批文',
  DOCUMENT: '文书',
  PAYMENT: '款项',
  OTHER: '其他',
} as const;

/** How a version came into the hub. */
export const GUIDE_ORIGINS = {
  REPORTED: '外部报来，照录',
  PUBLISHED: '经校验发布',
} as const;
export type GuideOrigin = keyof typeof GUIDE_ORIGINS;

/** How an item is linked to the service center. */
export const LINK_STATUSES = {
  COMPLETE: '要素齐全',
  INCOMPLETE: '要素不全',
  BROKEN: '指向有误',
  MISSING: '没有指南',
} as const;
export type LinkStatus = keyof typeof LINK_STATUSES;
