import { changeRule, type Count } from './change-kinds';
import type { Problem } from '../problems';
import type { Reorganisation } from './reorganisation';

/** Each kind of change turns a set number of bodies into a set number: a merger of one is none. */
export function checkCounts({ kind, from, to }: Reorganisation): Problem[] {
  const rule = changeRule(kind);
  return [
    ...miscounted(`${rule.term}前`, rule.from, from.length, 'from'),
    ...miscounted(`${rule.term}后`, rule.to, to.length, 'to'),
  ];
}

function miscounted(when: string, { least, most }: Count, count: number, path: string): Problem[] {
  if (count >= least && (most === null || count <= most)) return [];
  const wanted = most === null ? `至少 ${least} 个` : least === most ? `${least} 个` : `${least} 至 ${most} 个`;
  return [{ code: 'BODIES_MISCOUNTED', rule: null, message: `${when}应为${wanted}，现为 ${count} 个`, path, value: String(count) }];
}
