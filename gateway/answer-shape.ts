import { type DocumentNode, type ExecutionResult, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * Whether an answer has the shape its document asks for: objects where fields are selected, leaves where none are, one
 * entity for each representation. A subgraph in another process may answer anything; the planner's executor trusts it
 * and would fail the whole operation over one part.
 */
export function hasShape(document: DocumentNode, variables: Record<string, unknown> | undefined, answer: unknown): boolean {
  if (!isRecord(answer) || !('data' in answer || 'errors' in answer)) return false;
  const { data, errors } = answer as ExecutionResult;
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isError))) return false;
  if (data === null || data === undefined) return (errors?.length ?? 0) > 0;
  if (!isRecord(data)) return false;
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) return false;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  return fits(data, operation.selectionSet, fragments) && entitiesMatch(operation.selectionSet, variables, data);
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function fits(value: unknown, selections: SelectionSetNode | undefined, fragments: Fragments): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.every((item) => fits(item, selections, fragments));
  if (selections === undefined) return true; // a custom scalar may be an object
  if (!isRecord(value)) return false;
  return selections.selections.every((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return fits(value, fragments.get(selection.name.value)?.selectionSet, fragments);
    if (selection.kind === Kind.INLINE_FRAGMENT) return fits(value, selection.selectionSet, fragments);
    const found = value[selection.alias?.value ?? selection.name.value];
    if (selection.name.value === '__typename') return found === undefined || typeof found === 'string';
    return fits(found, selection.selectionSet, fragments);
  });
}

/** Every `_entities` has as many answers as it was given representations. */
function entitiesMatch(selections: SelectionSetNode, variables: Record<string, unknown> | undefined, data: Record<string, unknown>): boolean {
  return selections.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD || selection.name.value !== '_entities') return true;
    const argument = selection.arguments?.find((node) => node.name.value === 'representations')?.value;
    const given = argument?.kind === Kind.VARIABLE ? variables?.[argument.name.value] : undefined;
    const found = data[selection.alias?.value ?? '_entities'];
    return found === null || !Array.isArray(given) || (Array.isArray(found) && found.length === given.length);
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isError = (value: unknown): boolean => isRecord(value) && typeof value.message === 'string';
