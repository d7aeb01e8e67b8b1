import { type DocumentNode, type FragmentDefinitionNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';

/** Root fields that open something to whoever knows a code: what a login is elsewhere. */
export const GUESSING_FIELDS: readonly string[] = ['trackCase', 'trackRemark', 'submitRemark'];

/** How often an operation tries each of them, fragments included. Only for documents within the limits. */
export function guessesIn(document: DocumentNode, operationName: string | null | undefined): ReadonlyMap<string, number> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const tries = new Map<string, number>();
  function count(set: SelectionSetNode | undefined): void {
    for (const selection of set?.selections ?? []) {
      if (selection.kind !== Kind.FIELD) count(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet);
      else if (GUESSING_FIELDS.includes(selection.name.value)) tries.set(selection.name.value, (tries.get(selection.name.value) ?? 0) + 1);
    }
  }
  count(getOperationAST(document, operationName)?.selectionSet);
  return tries;
}
