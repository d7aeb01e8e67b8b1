import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type OperationTypeNode,
} from 'graphql';

/** Stands for every id: a region's, an agency's and a case's are told from its beginning. */
export const ANY_ID = '140100013';

/** What a scalar is filled with; strings by their argument's name where a word will not do. */
const SCALARS: Record<string, string> = { ID: `"${ANY_ID}"`, Int: '1', Float: '1', Boolean: 'true', Date: '"2014-09-05"', DateTime: '"2014-09-05T09:00:00+08:00"' };
const STRINGS: Record<string, string> = { month: '2014-09', content: 'UEsDBA==' };

/**
 * The smallest valid operation on one root field, made from the schema: required arguments, ids that may be left out all
 * the same since they say whose data is asked for, and nothing selected but what must be.
 */
export function minimalOperation(schema: GraphQLSchema, root: OperationTypeNode, name: string): string {
  const field = schema.getRootType(root)!.getFields()[name]!;
  const given = field.args.filter((arg) => isRequiredArgument(arg) || isId(arg)).map((arg) => `${arg.name}: ${literal(arg.type, arg.name, 0)}`);
  const args = given.length > 0 ? `(${given.join(', ')})` : '';
  return `${root} { ${name}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'} }`;
}

const isId = ({ type }: GraphQLArgument | GraphQLInputField): boolean => !isListType(type) && getNamedType(type).name === 'ID';

function literal(type: GraphQLInputType, name: string, depth: number): string {
  if (depth > 8) throw new Error(`${name} contains itself`);
  if (isNonNullType(type)) return literal(type.ofType, name, depth);
  if (isListType(type)) return `[${literal(type.ofType, name, depth)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? JSON.stringify(STRINGS[name] ?? 'x');
  const fields = Object.values(type.getFields());
  // Of a one-of input exactly one member is given, whatever it is.
  const given = type.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isRequiredInputField(field) || isId(field));
  return `{ ${given.map((field) => `${field.name}: ${literal(field.type, field.name, depth + 1)}`).join(', ')} }`;
}
