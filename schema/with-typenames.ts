import { type DocumentNode, Kind, type SelectionSetNode, visit } from 'graphql';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/**
 * A document as @apollo/client sends it: its cache asks for `__typename` at the end of every selection but the
 * operation's own, unless it is there. The same question in other words, and so with another hash.
 */
export const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet(set: SelectionSetNode, _key, parent) {
      if (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return;
      if (set.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'))) return;
      return { ...set, selections: [...set.selections, TYPENAME] };
    },
  });
