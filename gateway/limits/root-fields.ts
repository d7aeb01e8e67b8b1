import { type DocumentNode, Kind } from 'graphql';
import { foldExpanded, sum } from './fold-expanded';
import type { Violation } from './violation';

/** Each root field is work of its own, and each mutation a transaction. */
export function rootFields(document: DocumentNode, most: number): Violation | null {
  const found = foldExpanded(document, {
    operationsOnly: true,
    of: (selection, inside) => (selection.kind === Kind.FIELD ? 1 : inside),
    join: sum,
  });
  return found <= most ? null : { code: 'ROOT_FIELD_LIMIT', message: `查询有 ${found} 个根字段，上限为 ${most} 个` };
}
