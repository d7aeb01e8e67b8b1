import { accept, refuse, type Outcome, type Refusal } from '../../shared/outcome';
import type { GuideStatement } from './guide-document';
import { GUIDE_ELEMENTS, missingToPublish } from './guide-elements';
import { findFaults, LINK_FAULTS, type LinkedGuide, type LinkFinding } from './link-status';
import { isOnTheList } from './on-the-list';
import { checkProcedure } from './step-graph';
import type { StepFinding } from './step-graph/step-finding';
import type { PowerCategory } from './vocabulary';

/**
 * A guide is published for an item on the list (P5), by its implementing body, pointing only to what exists, is open
 * and is that body's, promising no more than the law allows, with a procedure that can be followed to its end (P15), and
 * never without the office, the officer and the phone that answer for it (P3).
 */
export function mayPublish(agencyCode: string, { itemCode, document }: GuideStatement, named: LinkedGuide, on: string): Outcome<true> {
  const { item } = named;
  if (item === null || !isOnTheList(item))
    return refuse('NOT_ON_LIST', 'P5', '清单之外无职权：事项不在公布的清单上，不能发布办事指南', [{ path: 'itemCode', value: itemCode }]);
  if (item.agencyCode !== agencyCode)
    return refuse('NOT_THE_IMPLEMENTING_BODY', 'P2', '只能为本单位实施的事项发布办事指南', [{ path: 'agencyCode', value: agencyCode }]);
  const faults = findFaults(named, document, on);
  if (faults.length > 0) return { ok: false, refusal: toRefusal(faults) };
  const [fault, ...more] = checkProcedure(document);
  if (fault !== undefined) return { ok: false, refusal: ofProcedure([fault, ...more]) };
  const missing = missingToPublish(item.category as PowerCategory, document);
  if (missing.length > 0)
    return refuse(
      'ELEMENTS_MISSING',
      'P3',
      `办事指南缺少：${missing.map((element) => GUIDE_ELEMENTS[element].term).join('、')}`,
      missing.map((element) => ({ path: GUIDE_ELEMENTS[element].path, value: null })),
    );
  return accept(true);
}

/** The first fault names the refusal; every fault is among its details. */
function toRefusal(faults: readonly LinkFinding[]): Refusal {
  const { code } = faults[0]!;
  const told = faults.map((fault) => `${LINK_FAULTS[fault.code]}（${fault.path}）`).join('；');
  const rule = code === 'PROMISE_EXCEEDS_STATUTE' ? '许可法 42¶1' : 'P3';
  return { code, rule, message: told, details: faults.map(({ path, value }) => ({ path, value })) };
}

/** The same of a procedure: the path of a finding about a step names the step. */
const ofProcedure = (findings: readonly [StepFinding, ...StepFinding[]]): Refusal => ({
  code: findings[0].code,
  rule: findings[0].clause,
  message: findings.map(({ message }) => message).join('；'),
  details: findings.map(({ path, step }) => ({ path, value: step === null ? null : String(step) })),
});
