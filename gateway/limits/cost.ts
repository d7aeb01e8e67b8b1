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
import { type ListSizes, pageLengths, slicingVariables, type Variables } from './page-lengths';

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

/** More lengths than anybody asks one document with; beyond, they are worked out again. */
const MOST_COSTS = 200;

/** Weighs documents that come again and again: of a request, only the variables that say how long a page is matter. */
export function operationCosts(sizes: ListSizes): (asked: Weighed) => number {
  const known = new WeakMap<DocumentNode, { slicing: readonly string[]; costs: Map<string, number> }>();
  return (asked) => {
    const { document, operationName, variables } = asked;
    let entry = known.get(document);
    if (entry === undefined) known.set(document, (entry = { slicing: slicingVariables(document), costs: new Map() }));
    const key = `${operationName ?? ''} ${entry.slicing.map((name) => lengthGiven(name, variables ?? {})).join()}`;
    let cost = entry.costs.get(key);
    if (cost === undefined) {
      cost = operationCost(asked, sizes);
      if (entry.costs.size >= MOST_COSTS) entry.costs.clear();
      entry.costs.set(key, cost);
    }
    return cost;
  };
}

/** A number as it is; anything else says nothing of a length, but for not being there at all, which lets a default hold. */
const lengthGiven = (name: string, variables: Variables): number | string =>
  !Object.hasOwn(variables, name) ? 'absent' : typeof variables[name] === 'number' ? variables[name] : 'none';
