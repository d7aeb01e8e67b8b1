import type { DutyChange } from './mandate-document';
import type { DutyChangeKind } from './vocabulary';

const HEADS: readonly (readonly [DutyChangeKind, RegExp])[] = [
  ['CANCELLED', /^(?:取消|不再承担)/],
  ['DELEGATED', /^(?:下放|委托下放)/],
  ['TAKEN_OVER', /^(?:划入|承接|增加|新增)/],
  ['HANDED_OVER', /^(?:划出|移交|转移|划转)/],
  ['STRENGTHENED', /^(?:加强|强化)/],
];
const VERBS: readonly (readonly [DutyChangeKind, RegExp])[] = [
  ['TAKEN_OVER', /划入|由(?:本|我)?[局委办厅部]承担/],
  ['HANDED_OVER', /划归|划出|移交|划给|交由|划转(?:至|到|给)/],
  ['DELEGATED', /下放/],
  ['CANCELLED', /^(?:不再|取消)|(?:予以|一并)取消|已公布取消/],
  ['STRENGTHENED', /加强|强化/],
];

/**
 * Reads an adjustment of duties (职责调整): `下放：将…下放…区`, `将…职责划归市工业和信息化局`. The word before the colon
 * rules, then the verb; null when neither tells what becomes of the duty. 整合 is told by where it goes.
 */
export function readDutyChange(printed: string): DutyChange | null {
  const text = printed.trim();
  const head = HEADS.find(([, pattern]) => pattern.test(text)) ?? VERBS.find(([, pattern]) => pattern.test(text));
  return head === undefined ? null : { kind: head[0], text };
}
