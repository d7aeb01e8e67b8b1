import { type DocumentNode, execute, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { prepare, type PreparedQuery } from './prepare';
import { Run } from './run';

type Settled<T> = T | Promise<T>;

/** What is asked of a schema. */
export type Asked = Omit<ExecutionArgs, 'schema'>;

/**
 * Executes valid documents over a schema as graphql-js does, whose own work is most of what a plan's step costs: what hangs
 * on the document alone is established once, and kept as long as the document. Only what goes well goes this way. Whatever
 * meets an error, and whatever is not one query without directives, is graphql-js's, whose words there are for it; a query
 * may be asked again.
 */
export function createExecutor(schema: GraphQLSchema): (asked: Asked) => Settled<ExecutionResult> {
  const plainly = plainExecution(schema);
  return (asked) => {
    const answered = (data: object | null): Settled<ExecutionResult> => (data === null ? execute({ ...asked, schema }) : { data: data as ExecutionResult['data'] });
    const data = plainly(asked);
    return data instanceof Promise ? data.then(answered) : answered(data);
  };
}

/** The data of an answer that has no error; null for all that graphql-js must answer. */
export function plainExecution(schema: GraphQLSchema): (asked: Asked) => Settled<object | null> {
  const prepared = new WeakMap<DocumentNode, PreparedQuery | null>();
  function preparedFor(document: DocumentNode): PreparedQuery | null {
    let found = prepared.get(document);
    if (found === undefined) prepared.set(document, (found = prepare(schema, document)));
    return found;
  }
  return ({ document, variableValues, operationName, contextValue }) => {
    const query = preparedFor(document);
    if (query === null || (operationName != null && operationName !== query.name)) return null;
    const variables = query.readVariables(variableValues ?? {});
    return variables && new Run(contextValue, variables).data(query.roots);
  };
}
