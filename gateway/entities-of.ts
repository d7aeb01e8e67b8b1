import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';

/** Alias of each `_entities` in a fetch → the variable of its representations. */
export type Entities = ReadonlyMap<string, string>;

const known = new WeakMap<DocumentNode, Entities | null>();

/** What a fetch asks of entities by their keys; null when it asks for anything else, too. Read once of each document. */
export function entitiesOf(document: DocumentNode): Entities | null {
  let entities = known.get(document);
  if (entities === undefined) known.set(document, (entities = readEntities(document)));
  return entities;
}

function readEntities({ definitions }: DocumentNode): Entities | null {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.QUERY) return null;
  const entities = new Map<string, string>();
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || selection.name.value !== '_entities') return null;
    const value = selection.arguments?.find(({ name }) => name.value === 'representations')?.value;
    if (value?.kind !== Kind.VARIABLE) return null;
    entities.set(selection.alias?.value ?? '_entities', value.name.value);
  }
  return entities;
}

/** The keys in a variable of a call. */
export function keysIn(variables: Record<string, unknown> | undefined, variable: string): readonly unknown[] {
  const value = variables?.[variable];
  return Array.isArray(value) ? value : [];
}
