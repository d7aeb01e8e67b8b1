import { type DocumentNode, Kind, type NameNode, visit } from 'graphql';
import type { Violation } from './violation';

/**
 * Names that become keys of plain objects on their way through planner and executor: as an alias, `__proto__` makes
 * the executor write into `Object.prototype`, and every later request fails.
 */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

const refuse = (where: string, name: string): Violation => ({
  code: 'UNSAFE_NAME',
  message: `${where}不得命名为 ${name}`,
});

const WHERE: Partial<Record<Kind, string>> = {
  [Kind.FIELD]: '字段或别名',
  [Kind.VARIABLE]: '变量',
  [Kind.OPERATION_DEFINITION]: '操作',
  [Kind.FRAGMENT_DEFINITION]: '片段',
  [Kind.FRAGMENT_SPREAD]: '片段',
  [Kind.ARGUMENT]: '参数',
  [Kind.OBJECT_FIELD]: '输入字段',
  [Kind.DIRECTIVE]: '指令',
  [Kind.NAMED_TYPE]: '类型',
};

/**
 * Every name in a document. Aliases that begin with `__` too: the names are GraphQL's own, and in an answer
 * `__typename` of something else misleads the executor, `__defineGetter__` stops it.
 */
export function unsafeNames(document: DocumentNode): Violation | null {
  let found: Violation | null = null;
  visit(document, {
    Field({ alias, name }) {
      if (alias?.value.startsWith('__') && alias.value !== name.value) found ??= refuse('别名', alias.value);
    },
    Name(node: NameNode, _key, parent) {
      if (!UNSAFE.has(node.value) || found !== null) return;
      const kind = parent && 'kind' in parent ? WHERE[parent.kind] : undefined;
      found = refuse(kind ?? '名称', node.value);
    },
  });
  return found;
}

/** The operation asked for by name. */
export const unsafeOperationName = (name: unknown): Violation | null =>
  typeof name === 'string' && UNSAFE.has(name) ? refuse('操作', name) : null;

/** A key anywhere in the variables. */
export const unsafeKey = (key: string): Violation | null => (UNSAFE.has(key) ? refuse('变量中的键', key) : null);
