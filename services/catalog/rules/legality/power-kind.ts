import type { PowerCategory } from '../vocabulary';

/** Kinds of power whose creation (设定) a statute reserves to certain ranks of instrument. */
export const POWER_KINDS = {
  LICENCE: '行政许可',
  PENALTY: '行政处罚',
  COERCIVE_MEASURE: '行政强制措施',
  COERCIVE_ENFORCEMENT: '行政强制执行',
} as const;
export type PowerKind = keyof typeof POWER_KINDS;

/** 强制法 12: the ways of coercive enforcement, as items name them; read before 查封、扣押, which 拍卖 may follow. */
const ENFORCEMENT = /强制执行|代履行|代为|加处|滞纳金|划拨|拍卖|变卖|依法处理|排除妨碍|恢复原状|强制拆除|强行拆除|强制清除|强制搬迁/;

/** Which statute's kind an item is: 强制法 2 parts coercion into measures and enforcement; null where no statute reserves creation. */
export function powerKind(category: PowerCategory, name: string): PowerKind | null {
  if (category === 'LICENSE') return 'LICENCE';
  if (category === 'PENALTY') return 'PENALTY';
  if (category !== 'COERCION') return null;
  return ENFORCEMENT.test(name) ? 'COERCIVE_ENFORCEMENT' : 'COERCIVE_MEASURE';
}
