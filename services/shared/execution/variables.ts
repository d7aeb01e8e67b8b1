import { coerceInputValue, type GraphQLInputType, type GraphQLSchema, isNonNullType, typeFromAST, valueFromAST, type VariableDefinitionNode } from 'graphql';
import { UNUSUAL } from './run';

/** Reads what was given for an operation's variables; null when it does not fit. */
export type ReadVariables = (given: Readonly<Record<string, unknown>>) => Record<string, unknown> | null;

/** The types of variables are found once: finding them costs more than reading most values. */
export function readingVariables(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]): ReadVariables {
  const variables = definitions.map(({ variable, type, defaultValue }) => ({ name: variable.name.value, type: typeFromAST(schema, type) as GraphQLInputType, fallback: defaultValue }));
  return (given) => {
    const read: Record<string, unknown> = {};
    try {
      for (const { name, type, fallback } of variables) {
        if (Object.hasOwn(given, name)) read[name] = coerceInputValue(given[name], type, fail);
        else if (fallback) read[name] = valueFromAST(fallback, type);
        else if (isNonNullType(type)) fail();
      }
      return read;
    } catch {
      return null;
    }
  };
}

function fail(): never {
  throw UNUSUAL;
}
