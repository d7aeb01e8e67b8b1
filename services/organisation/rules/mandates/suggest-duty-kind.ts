import type { DutyKind } from './vocabulary';

/** What kind a duty seems to be, and the words that suggest it; people decide. */
export interface SuggestedKind {
  kind: DutyKind;
  words: string[];
}

/** Words of acts towards citizens and enterprises: where one stands, a duty holds a power, whatever else it says. */
const POWER = /许可|审批|核准|处罚|强制|征收|给付|裁决|确认|登记|认定|备案|检查|查处|执法|监管|监督管理|注册|年检|资格|奖励|行政复议/g;
const INTERNAL = /党群|党的建设|党建|人事(?:管理|工作)?|后勤|行政事务|机关(?:和|及)?(?:直属单位)?的?(?:财务|国有资产|安全|保卫|日常运转|文电)|离退休|机要|印鉴|文书档案|文电|会务|值班|公文|收发|财务管理/g;
const POLICY = /拟订|拟定|起草|制定|编制|规划|政策|标准|计划|规范性文件|研究提出|发展战略/g;

/** A suggestion only (domain §5: a duty with no item is a finding unless marked policy or internal). */
export function suggestDutyKind(text: string): SuggestedKind {
  const words = (pattern: RegExp): string[] => [...new Set(text.match(pattern))];
  const [power, internal, policy] = [POWER, INTERNAL, POLICY].map(words) as [string[], string[], string[]];
  if (power.length > 0) return { kind: 'POWER', words: power };
  if (internal.length > 0) return { kind: 'INTERNAL', words: internal };
  if (policy.length > 0) return { kind: 'POLICY', words: policy };
  return { kind: 'POWER', words: [] };
}
