import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  valueFromASTUntyped,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Chance } from './random-operation';

export interface Varied {
  document: DocumentNode;
  variables: Record<string, unknown>;
  /** The fields it asks, `Type.field`. */
  fields: string[];
}

const WRONG = [null, { height: 1 }, ['x', ['y']], 1.5, true, undefined];
const nameOf = (value: string) => ({ kind: Kind.NAME, value }) as const;
const conditional = (directive: 'skip' | 'include', variable: string) => parseField(`x @${directive}(if: $${variable})`).directives![0]!;
const parseField = (text: string): FieldNode => (parse(`{ ${text} }`).definitions[0] as OperationDefinitionNode).selectionSet.selections[0] as FieldNode;

/** The same question in other words: aliases, fragments, variables, of which some do not fit, and at times fields left out. */
export function varied(schema: GraphQLSchema, text: string, chance: Chance): Varied {
  const variables: Record<string, unknown> = {};
  const definitions: VariableDefinitionNode[] = [];
  const fragments: FragmentDefinitionNode[] = [];
  const fields = new Set<string>();
  const info = new TypeInfo(schema);
  const directed = chance() < 0.1;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

  function variable(type: string, value: unknown): string {
    const name = `v${definitions.length}`;
    definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable: { kind: Kind.VARIABLE, name: nameOf(name) }, type: parseType(type) });
    if (value !== undefined) variables[name] = value;
    return name;
  }
  function asVariable(argument: ArgumentNode): ArgumentNode | undefined {
    const type = info.getInputType();
    if (!type || chance() < 0.5) return undefined;
    const name = variable(String(type), chance() < 0.1 ? pick(WRONG) : valueFromASTUntyped(argument.value));
    return { ...argument, value: { kind: Kind.VARIABLE, name: nameOf(name) } };
  }
  function otherwise(field: FieldNode): FieldNode | undefined {
    const parent = info.getParentType();
    if (isObjectType(parent) && !field.name.value.startsWith('_')) fields.add(`${parent.name}.${field.name.value}`);
    const alias = chance() < 0.15 ? { alias: nameOf(`a_${field.name.value}`) } : {};
    const directives = directed && chance() < 0.2 ? { directives: [conditional(pick(['skip', 'include']), variable('Boolean!', chance() < 0.5))] } : {};
    return { ...field, ...alias, ...directives };
  }
  /** Some of a selection through a fragment, at times twice. */
  function apart(set: SelectionSetNode): SelectionSetNode | undefined {
    const parent = getNamedType(info.getType());
    if (!isObjectType(parent) || set.selections.length < 2 || chance() < 0.7) return undefined;
    const typeCondition = { kind: Kind.NAMED_TYPE, name: nameOf(parent.name) } as const;
    const [first, ...rest] = set.selections;
    const selectionSet = { kind: Kind.SELECTION_SET, selections: rest } as const;
    if (chance() < 0.5) return { ...set, selections: [first!, { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }, rest[0]!] };
    const name = nameOf(`F${fragments.length}`);
    fragments.push({ kind: Kind.FRAGMENT_DEFINITION, name, typeCondition, selectionSet });
    const spread: SelectionNode = { kind: Kind.FRAGMENT_SPREAD, name };
    return { ...set, selections: [spread, first!, spread] };
  }

  const document = visit(parse(text), visitWithTypeInfo(info, { Argument: { leave: asVariable }, Field: { leave: otherwise }, SelectionSet: { leave: apart } }));
  const [operation] = document.definitions as [OperationDefinitionNode];
  return { document: { ...document, definitions: [{ ...operation, variableDefinitions: definitions }, ...fragments] }, variables, fields: [...fields] };
}
