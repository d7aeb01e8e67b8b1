import { type DocumentNode, visit } from 'graphql';
import type { Violation } from './violation';

/** Directives as written: they cost validation, not execution, so fragments are not written out. */
export function directives(document: DocumentNode, most: number): Violation | null {
  let found = 0;
  visit(document, { Directive: () => void found++ });
  return found <= most ? null : { code: 'DIRECTIVE_LIMIT', message: `查询使用了 ${found} 个指令，上限为 ${most} 个` };
}
