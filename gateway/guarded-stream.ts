import { type ExecutionResult, GraphQLError } from 'graphql';
import { maskFault } from '../services/shared/mask-fault';
import { codeOf, type GuardOptions, tellFault, withDeadline } from './guarded-caller';
import { through } from './resilience/breakers';
import type { SubgraphCall, SubgraphCaller } from './subgraph-caller';
import { subgraphFailure } from './subgraph-failure';

/** What every subscription of a subgraph goes through: a deadline for its beginning, masked faults, one typed error when it breaks off. */
export function guardedStream(caller: SubgraphCaller, { timeoutMs, log, breakers }: GuardOptions) {
  const { name } = caller;
  const failed = (call: SubgraphCall, fault: unknown): ExecutionResult => {
    tellFault(fault, call, name, log);
    return { data: null, errors: [subgraphFailure(name, codeOf(fault), undefined)] };
  };
  const masked = ({ errors, ...answer }: ExecutionResult): ExecutionResult =>
    errors?.length
      ? {
          ...answer,
          data: answer.data ?? null,
          errors: errors.map((error) => {
            const { message, path, extensions } = maskFault(error.toJSON(), error);
            return extensions?.code === 'INTERNAL_SERVER_ERROR' ? subgraphFailure(name, 'SUBGRAPH_FAULT', path) : new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
          }),
        }
      : { ...answer };
  async function* watched(call: SubgraphCall, answers: AsyncIterable<ExecutionResult>): AsyncGenerator<ExecutionResult> {
    try {
      for await (const answer of answers) yield masked(answer);
    } catch (fault) {
      yield failed(call, fault);
    }
  }
  return async function guardedSubscribe(call: SubgraphCall): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
    try {
      const ask = () => withDeadline(timeoutMs, name, (signal) => caller.subscribe(call, signal));
      const answers = await (breakers ? through(breakers(name), name, ask) : ask());
      return Symbol.asyncIterator in answers ? watched(call, answers) : masked(answers);
    } catch (fault) {
      return failed(call, fault);
    }
  };
}
