import { type ExecutionArgs, type ExecutionResult, subscribe } from 'graphql';
import { createExecutor } from '../services/shared/execution/executor';
import type { Subgraph } from '../services/shared/subgraph';
import type { SubgraphCall, SubgraphCaller } from './subgraph-caller';

/** A subgraph in this process: executed directly, without serialising, a network or an HTTP server. */
export function localSubgraph(subgraph: Subgraph): SubgraphCaller {
  const execute = createExecutor(subgraph.schema);
  // One context for each operation of a client: what a service keeps in it for one operation, such as loaders, is
  // seen neither by another operation nor by another service.
  const contexts = new WeakMap<object, object>();
  const contextOf = ({ operation, actor, requestId }: SubgraphCall): object => {
    let context = contexts.get(operation);
    if (context === undefined) contexts.set(operation, (context = subgraph.createContext({ actor, requestId })));
    return context;
  };
  // Plans are made from the composed schema, so their documents need no validation here.
  const argumentsOf = (call: SubgraphCall): ExecutionArgs => ({
    schema: subgraph.schema,
    document: call.document,
    variableValues: call.variables,
    operationName: call.operationName,
    contextValue: contextOf(call),
  });
  return {
    name: subgraph.name,
    call: async (call): Promise<ExecutionResult> => execute(argumentsOf(call)),
    subscribe: (call) => subscribe(argumentsOf(call)),
    watch(tell, signal) {
      const stop = subgraph.state.onChange(() => tell('changed'));
      signal.addEventListener('abort', stop, { once: true });
      tell('changed'); // known from here on
    },
    ready: () => subgraph.ready(),
  };
}
