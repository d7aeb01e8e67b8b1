import { type DocumentNode, Kind } from 'graphql';
import { foldExpanded } from './fold-expanded';
import type { Violation } from './violation';

/**
 * How deep fields nest, fragments written out. Introspection does not count: tools ask for it sixteen levels deep, and
 * graphql-js has a rule of its own against endless ones.
 */
export function depth(document: DocumentNode, most: number): Violation | null {
  const levels = foldExpanded(document, {
    operationsOnly: true, // the fragments of an introspection stand outside it
    of: (selection, inside) =>
      selection.kind !== Kind.FIELD ? inside : selection.name.value.startsWith('__') ? 0 : 1 + inside,
    join: Math.max,
  });
  return levels <= most ? null : { code: 'DEPTH_LIMIT', message: `查询嵌套过深，上限为 ${most} 层` };
}
