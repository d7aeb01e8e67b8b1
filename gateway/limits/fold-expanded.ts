import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

export interface Fold {
  /** Fragments that no operation spreads are measured too, since validation visits them, unless this is set. */
  operationsOnly?: boolean;
  /** The value of one selection; `inside` is that of what it contains, spread fragments included. */
  of: (selection: SelectionNode, inside: number) => number;
  /** Joins the values of selections that stand beside each other. */
  join: (a: number, b: number) => number;
}

/**
 * Folds a document as if every fragment were written out where it is spread; the largest value over its operations and
 * fragments. Each fragment is folded once, so the time is that of reading the document however large the result:
 * 600 bytes can stand for 4^8 or 2^17 selections. A fragment that contains itself is infinite.
 */
export function foldExpanded(document: DocumentNode, { operationsOnly = false, of, join }: Fold): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, number>();

  function ofFragment(name: string): number {
    const value = known.get(name);
    if (value !== undefined) return value;
    known.set(name, Number.POSITIVE_INFINITY); // met again before it is done: it contains itself
    const total = ofSelections(fragments.get(name)?.selectionSet);
    known.set(name, total);
    return total;
  }

  function ofSelections(set: SelectionSetNode | undefined): number {
    let total = 0;
    for (const selection of set?.selections ?? []) {
      const inside =
        selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : ofSelections(selection.selectionSet);
      total = join(total, of(selection, inside));
    }
    return total;
  }

  let largest = 0;
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION && !operationsOnly) largest = Math.max(largest, ofFragment(node.name.value));
    if (node.kind === Kind.OPERATION_DEFINITION) largest = Math.max(largest, ofSelections(node.selectionSet));
  }
  return largest;
}

export const sum = (a: number, b: number): number => a + b;
