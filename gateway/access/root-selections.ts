import {
  type BooleanValueNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** A root field as an operation asks for it, with every `@skip` and `@include` on the way to it. */
export interface RootSelection {
  field: FieldNode;
  conditions: readonly DirectiveNode[];
}

/**
 * The root fields of an operation, fragments followed. The document is validated and within the limits: its fragments
 * end, and spread out it is no larger than the limits allow.
 */
export function rootSelections(document: DocumentNode, operation: OperationDefinitionNode): RootSelection[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const found: RootSelection[] = [];
  const collect = (set: SelectionSetNode | undefined, outer: readonly DirectiveNode[]): void => {
    for (const selection of set?.selections ?? []) {
      const conditions = [...outer, ...(selection.directives ?? []).filter(({ name }) => name.value === 'skip' || name.value === 'include')];
      if (selection.kind === Kind.FIELD) found.push({ field: selection, conditions });
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, conditions);
      else collect(fragments.get(selection.name.value)?.selectionSet, conditions);
    }
  };
  collect(operation.selectionSet, []);
  return found;
}

/** Whether a selection is certainly left out. What a condition says of a variable nobody gave is not certain. */
export const isLeftOut = (conditions: readonly DirectiveNode[], operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): boolean =>
  conditions.some((condition) => {
    const value = condition.arguments?.find(({ name }) => name.value === 'if')?.value;
    const holds = value?.kind === Kind.VARIABLE ? variableValue(value.name.value, operation, variables) : (value as BooleanValueNode | undefined)?.value;
    return condition.name.value === 'skip' ? holds === true : holds === false;
  });

function variableValue(name: string, { variableDefinitions }: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(variables, name)) return variables[name];
  const usual = variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return usual?.kind === Kind.BOOLEAN ? usual.value : undefined;
}
