import type { GuideDocument, TimeLimit } from '../guide-document';
import { fitsWithin, type Spent } from '../limit-span';
import { TIME_UNITS } from '../vocabulary';
import { longestPaths } from './longest-paths';
import type { StepFault, StepFinding } from './step-finding';
import type { StepGraph } from './step-graph';

/**
 * 许可法 42¶1: the limits of the steps on any path stay within the promised limit and within the statutory one. Steps
 * without a limit take no time here; branches are not added up, only what one case may go through.
 */
export function findStepsOverLimit(graph: StepGraph, { promisedLimit, statutoryLimit }: GuideDocument): StepFinding[] {
  return [
    ...over(graph, promisedLimit, 'STEPS_EXCEED_PROMISE', '承诺期限', 'promisedLimit'),
    ...over(graph, statutoryLimit, 'STEPS_EXCEED_STATUTE', '法定期限', 'statutoryLimit'),
  ];
}

function over(graph: StepGraph, limit: TimeLimit | null, code: StepFault, term: string, path: string): StepFinding[] {
  if (limit === null) return [];
  const worst = longestPaths(graph).find(({ spent }) => !fitsWithin(spent, limit));
  if (worst === undefined) return [];
  const message = `到第 ${worst.last} 环节为止各环节共 ${said(worst.spent)}，超过${term} ${said({ [limit.unit]: limit.value })}`;
  return [{ code, step: worst.last, path, message, clause: '许可法 42¶1' }];
}

const said = (spent: Spent): string =>
  (Object.entries(spent) as [TimeLimit['unit'], number][]).map(([unit, value]) => `${value} ${TIME_UNITS[unit]}`).join('又 ');
