import { type ArgumentNode, type DocumentNode, type FieldNode, type GraphQLField, Kind, type OperationDefinitionNode, type ValueNode, visit } from 'graphql';

/** How long a list is taken to be where a request does not say. */
export interface ListSizes {
  /** A page (`first`) whose field has no default. */
  page: number;
  /** A list without `first`: what hangs on one thing, such as an item's bases or a guide's steps. */
  plain: number;
}

export type Variables = Readonly<Record<string, unknown>>;

/** The argument that says how long a page is. */
const SLICING = 'first';

/** Tells how long a page a field is asked for; null when it is no page. */
export function pageLengths({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables, sizes: ListSizes) {
  const defaults = new Map(variableDefinitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]));

  function numberIn(value: ValueNode | undefined): number | null {
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return null;
    const name = value.name.value;
    return Object.hasOwn(variables, name) ? numberOrNull(variables[name]) : numberIn(defaults.get(name));
  }

  return (node: FieldNode, field: GraphQLField<unknown, unknown>): number | null => {
    const slicing = field.args.find(({ name }) => name === SLICING);
    if (!slicing) return null;
    const given = node.arguments?.find(({ name }) => name.value === SLICING)?.value;
    const length = numberIn(given) ?? numberOrNull(slicing.defaultValue) ?? sizes.page;
    return Math.max(1, length); // an empty or a negative page is refused by its field; here it must not make a list free
  };
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** The variables that say anywhere in a document how long a page is. */
export function slicingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }: ArgumentNode) {
      if (name.value === SLICING && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
