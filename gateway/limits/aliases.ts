import { type DocumentNode, Kind } from 'graphql';
import { foldExpanded, sum } from './fold-expanded';
import type { Violation } from './violation';

/** Aliases ask for the same field many times over in one operation. */
export function aliases(document: DocumentNode, most: number): Violation | null {
  const found = foldExpanded(document, {
    of: (selection, inside) => inside + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0),
    join: sum,
  });
  return found <= most ? null : { code: 'ALIAS_LIMIT', message: `查询使用了 ${found} 个别名，上限为 ${most} 个` };
}
