import type { DocumentNode } from 'graphql';
import { foldExpanded, sum } from './fold-expanded';
import type { Violation } from './violation';

/** Fragment bombs: a few fragments that each spread the next several times stall every planner and validator. */
export function expandedSelections(document: DocumentNode, most: number): Violation | null {
  const selections = foldExpanded(document, { of: (_selection, inside) => 1 + inside, join: sum });
  if (selections <= most) return null;
  const found = Number.isFinite(selections) ? `${selections} 个` : '无穷多个（片段循环引用）';
  return { code: 'SELECTION_LIMIT', message: `查询展开片段后共有${found}选择项，上限为 ${most} 个` };
}
