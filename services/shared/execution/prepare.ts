import {
  BREAK,
  defaultTypeResolver,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { getFieldDef } from 'graphql/execution/execute';
import { type Complete, type PreparedField, UNUSUAL } from './run';
import { readingVariables, type ReadVariables } from './variables';

export interface PreparedQuery {
  name: string | undefined;
  readVariables: ReadVariables;
  roots: readonly PreparedField[];
}

type Nodes = readonly FieldNode[];

/**
 * Establishes once what every run of a document would find out anew: which fields each type is asked for, their resolvers,
 * how their values are completed. Null for what is not one query without directives.
 */
export function prepare(schema: GraphQLSchema, document: DocumentNode): PreparedQuery | null {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  const queryType = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || operations.length > 1 || !queryType || !isPlain(document)) return null;
  const fragments = Object.fromEntries(document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]));

  const fieldsOf = (type: GraphQLObjectType, selected: ReadonlyMap<string, Nodes>): PreparedField[] => [...selected].flatMap(([key, nodes]) => fieldOf(type, key, nodes) ?? []);

  function fieldOf(parentType: GraphQLObjectType, key: string, nodes: Nodes): PreparedField | null {
    const field = getFieldDef(schema, parentType, nodes[0]!);
    if (!field) return null;
    const info = new PreparedInfo(field.name, nodes, field.type, parentType, schema, fragments, operation!) as unknown as GraphQLResolveInfo;
    if (field === TypeNameMetaFieldDef) return { key, asked: { resolve: () => parentType.name }, argumentsIn: () => NONE, info, complete: (_run, name) => name };
    return { key, asked: field, argumentsIn: argumentsOf(field, nodes[0]!, info), info, complete: completing(field.type, nodes, info) };
  }

  /** In the order in which graphql-js looks at a value. */
  function completing(type: GraphQLOutputType, nodes: Nodes, info: GraphQLResolveInfo): Complete {
    if (isNonNullType(type)) return orFail(completing(type.ofType, nodes, info));
    if (isListType(type)) return orNull(completingList(completing(type.ofType, nodes, info)));
    if (isLeafType(type)) return orNull(orFail((_run, value) => type.serialize(value)));
    return orNull(isObjectType(type) ? completingObject(type, nodes, info) : completingAbstract(type, nodes, info));
  }

  function completingObject(type: GraphQLObjectType, nodes: Nodes, info: GraphQLResolveInfo): Complete {
    let fields: PreparedField[] | undefined; // found when first needed: most types of a union never are
    return (run, value) => {
      if (type.isTypeOf && type.isTypeOf(value, run.context, info) !== true) throw UNUSUAL;
      return run.select((fields ??= fieldsOf(type, collectSubfields(schema, fragments, {}, type, nodes))), value);
    };
  }

  function completingAbstract(type: GraphQLAbstractType, nodes: Nodes, info: GraphQLResolveInfo): Complete {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const members = new Map(schema.getPossibleTypes(type).map((member) => [member.name, completingObject(member, nodes, info)]));
    return (run, value) => {
      const member = members.get(resolveType(value, run.context, info, type) as string);
      if (!member) throw UNUSUAL;
      return member(run, value);
    };
  }

  return {
    name: operation.name?.value,
    readVariables: readingVariables(schema, operation.variableDefinitions ?? []),
    roots: fieldsOf(queryType, collectFields(schema, fragments, {}, queryType, operation.selectionSet)),
  };
}

/** What a directive leaves out hangs on the run, and `__proto__` is no name for a property. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  const depart = (): typeof BREAK => {
    plain = false;
    return BREAK;
  };
  visit(document, { Directive: depart, Name: ({ value }) => (value === '__proto__' ? depart() : undefined) });
  return plain;
}

const NONE = Object.freeze({});

/** Found once in a run: a field inside a list is asked with the same ones for each item. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, info: GraphQLResolveInfo): PreparedField['argumentsIn'] {
  if (field.args.length === 0) return () => NONE;
  return (run) => {
    let found = run.argumentsOf.get(info);
    if (found === undefined) run.argumentsOf.set(info, (found = getArgumentValues(field, node, run.variables)));
    return found;
  };
}

const isError = (value: unknown): boolean => value instanceof Error;

const orNull =
  (complete: Complete): Complete =>
  (run, value) => {
    if (isError(value)) throw UNUSUAL;
    return value == null ? null : complete(run, value);
  };

const orFail =
  (complete: Complete): Complete =>
  (run, value) => {
    const completed = complete(run, value);
    if (completed == null) throw UNUSUAL;
    return completed;
  };

const completingList =
  (complete: Complete): Complete =>
  (run, value) => {
    if (typeof value !== 'object' || typeof (value as Iterable<unknown>)[Symbol.iterator] !== 'function') throw UNUSUAL;
    return run.list(value as Iterable<unknown>, complete);
  };

/**
 * What resolvers may know of their place that is the same in every run; whoever wants more departs from the plain way.
 * Hooks around fields want it after the resolver's answer, where what is thrown is heard by nobody: a schema that has such,
 * as Apollo's cache control puts them, must not be executed so.
 */
class PreparedInfo {
  readonly rootValue = undefined;
  constructor(
    readonly fieldName: string,
    readonly fieldNodes: Nodes,
    readonly returnType: GraphQLOutputType,
    readonly parentType: GraphQLObjectType,
    readonly schema: GraphQLSchema,
    readonly fragments: Record<string, FragmentDefinitionNode>,
    readonly operation: OperationDefinitionNode,
  ) {}
  get path(): never {
    throw UNUSUAL;
  }
  get variableValues(): never {
    throw UNUSUAL;
  }
}
