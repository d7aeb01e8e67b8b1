import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  getOperationAST,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type ListSizes, pageLengths, type Variables } from './page-lengths';

export interface Weighed {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Variables | null | undefined;
}

/**
 * What an operation may cost at most: every selection counts 1, multiplied by the lengths of the lists around it. Of a
 * page its `first` is the length, whether it comes as a literal, a variable or a default. Only for documents within
 * the limit of selections, since fragments are visited wherever they are spread.
 */
export function operationCost({ schema, document, operationName, variables }: Weighed, sizes: ListSizes): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const lengthOf = pageLengths(operation, variables ?? {}, sizes);
  const typeNamed = (name: string | undefined): GraphQLCompositeType | null => {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : null;
  };

  /** `page`: length of the page that `of` is, for its lists (`nodes`, `edges`); null when it is none. */
  function ofSelections(set: SelectionSetNode | undefined, of: GraphQLCompositeType, page: number | null): number {
    let total = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        total += ofField(selection, of, page);
        continue;
      }
      const written = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      total += ofSelections(written?.selectionSet, typeNamed(written?.typeCondition?.name.value) ?? of, page);
    }
    return total;
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType, page: number | null): number {
    const field: GraphQLField<unknown, unknown> | undefined = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    const type = field && getNamedType(field.type);
    if (!field || !isCompositeType(type)) return 1; // introspection too: it has rules of its own
    const length = lengthOf(node, field);
    return isListType(getNullableType(field.type))
      ? 1 + (length ?? page ?? sizes.plain) * ofSelections(node.selectionSet, type, null)
      : 1 + ofSelections(node.selectionSet, type, length);
  }

  return ofSelections(operation.selectionSet, root, null);
}
