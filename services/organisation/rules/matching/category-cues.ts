interface CategoryCue {
  /** The category as a clerk calls it (P1). */
  label: string;
  /** Words by which a duty speaks of such powers. */
  words: readonly string[];
}

const CUES: Readonly<Record<string, CategoryCue>> = {
  LICENSE: { label: '行政许可', words: ['许可', '审批', '核准', '批准', '资质', '资格'] },
  NON_LICENSE_APPROVAL: { label: '非行政许可审批', words: ['审批', '核准', '批准', '审核'] },
  PENALTY: { label: '行政处罚', words: ['处罚', '罚款', '查处'] },
  COERCION: { label: '行政强制', words: ['强制', '查封', '扣押', '扣留'] },
  INSPECTION: { label: '行政检查', words: ['检查', '抽查', '检验', '抽样'] },
  CONFIRMATION: { label: '行政确认', words: ['确认', '认定', '登记', '鉴定', '认证'] },
  REWARD: { label: '行政奖励', words: ['奖励', '表彰'] },
  ADJUDICATION: { label: '行政裁决', words: ['裁决', '仲裁', '调解', '纠纷'] },
  PAYMENT: { label: '行政给付', words: ['给付', '补助', '救助', '补贴', '补偿', '抚恤'] },
  LEVY: { label: '行政征收', words: ['征收', '征缴', '费'] },
  OTHER: { label: '其他行政权力', words: ['备案', '审核', '审查', '监测', '登记', '召回'] },
};

const ENFORCEMENT = /执法|查处|案件/g;
const SUPERVISION = /监督|监管|管理|执法|查处|案件/g;
/** So many mentions of enforcement are as many as a duty can say. */
const MENTIONS = 7;

const distinct = (text: string, pattern: RegExp): string[] => [...new Set(text.match(pattern))];

export const categoryLabel = (category: string): string => CUES[category]?.label ?? '该类';

/** Words of the item's own category in a duty's folded text. */
export const categoryWords = (category: string, duty: string): string[] => (CUES[category]?.words ?? []).filter((word) => duty.includes(word));

/** Enforcing powers, which most departments rest on one broad duty of enforcement. */
export const enforces = (category: string): boolean => category === 'PENALTY' || category === 'COERCION';

export const enforcementWords = (duty: string): string[] => distinct(duty, ENFORCEMENT);

/** 0..1: how much a duty speaks of enforcement; each further mention adds less. */
export const enforcementShare = (duty: string): number => Math.min(1, Math.log2(1 + (duty.match(ENFORCEMENT)?.length ?? 0)) / Math.log2(1 + MENTIONS));

export const supervisionWords = (duty: string): string[] => distinct(duty, SUPERVISION);
