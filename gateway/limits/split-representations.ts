import { type ExecutionResult, GraphQLError } from 'graphql';
import { type Entities, entitiesOf, keysIn } from '../entities-of';
import type { SubgraphCall, SubgraphCaller } from '../subgraph-caller';

/**
 * A subgraph takes so many keys in one call and no more. The planner puts all entities of a step into one call, however
 * many: a page of 100 bodies with 100 items each asks for 10,000 guides. Such a step is asked for in several calls.
 */
export function splitRepresentations(caller: SubgraphCaller, most: number): SubgraphCaller {
  return {
    ...caller,
    async call(call, signal) {
      const entities = entitiesOf(call.document);
      if (entities === null) return caller.call(call, signal);
      const longest = Math.max(...[...entities.values()].map((variable) => lengthOf(call, variable)));
      if (longest <= most) return caller.call(call, signal);
      const parts = Array.from({ length: Math.ceil(longest / most) }, (_, i) => caller.call(partOf(call, entities, i * most, most), signal));
      return join(await Promise.all(parts), call, entities, most);
    },
  };
}

const lengthOf = ({ variables }: SubgraphCall, variable: string): number => keysIn(variables, variable).length;

function partOf(call: SubgraphCall, entities: Entities, start: number, length: number): SubgraphCall {
  const own = [...entities.values()].map((variable) => [variable, keysIn(call.variables, variable).slice(start, start + length)]);
  return { ...call, variables: { ...call.variables, ...Object.fromEntries(own) } };
}

/** One answer of several, each entity in its place and each error where it belongs. */
function join(parts: readonly ExecutionResult[], call: SubgraphCall, entities: Entities, most: number): ExecutionResult {
  const data = Object.fromEntries(
    [...entities].map(([alias, variable]) => {
      const whole = lengthOf(call, variable);
      const found = parts.flatMap((part, i) => {
        const length = Math.max(0, Math.min(most, whole - i * most));
        const of = part.data?.[alias];
        return Array.isArray(of) ? (of as unknown[]) : Array<null>(length).fill(null);
      });
      return [alias, found];
    }),
  );
  const errors = parts.flatMap((part, i) => (part.errors ?? []).map((error) => moved(error, i * most)));
  return errors.length > 0 ? { data, errors } : { data };
}

function moved(error: GraphQLError, by: number): GraphQLError {
  const [alias, index, ...rest] = error.path ?? [];
  if (by === 0 || alias === undefined || typeof index !== 'number') return error;
  return new GraphQLError(error.message, { ...error, path: [alias, index + by, ...rest], originalError: error.originalError, extensions: error.extensions });
}
