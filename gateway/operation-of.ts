import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';

/** What is looked up of a planned document, once for each: the same object comes back for every run of its plan. */
interface Planned {
  operation: OperationTypeNode;
  /** A fetch that asks for entities of several places names each by an alias; the first stands for all. */
  place: (string | number)[] | undefined;
}

const planned = new WeakMap<DocumentNode, Planned>();

function look(document: DocumentNode): Planned {
  let found = planned.get(document);
  if (found === undefined) {
    const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
    const first = operation?.selectionSet.selections[0];
    const place = first?.kind === Kind.FIELD && first.alias && first.name.value === '_entities' ? [first.alias.value, 0] : undefined;
    planned.set(document, (found = { operation: operation?.operation ?? OperationTypeNode.QUERY, place }));
  }
  return found;
}

/** Whether a planned document reads, writes or subscribes. */
export const operationOf = (document: DocumentNode): OperationTypeNode => look(document).operation;

/** Where in the client's answer a planned document's part stands, as far as it says. */
export const placeOf = (document: DocumentNode): (string | number)[] | undefined => look(document).place;
