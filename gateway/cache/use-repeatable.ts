import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type ExecutionArgs, getOperationAST, OperationTypeNode } from 'graphql';
import type { RequestContext } from '../gateway';
import { guessesIn } from '../rates/guessing-fields';

/** What is learnt of an answer while it is made. */
export interface AnswerTraits {
  /** A query that ran without an error and tries no codes: whoever asks the same may be given it again. */
  repeatable: boolean;
}

/** Notes whether an answer may be kept. What did not get as far as being executed may not. */
export function useRepeatable(): GatewayPlugin<RequestContext> {
  return {
    onExecute({ args }) {
      const { document, operationName, contextValue } = args as ExecutionArgs;
      const { traits } = contextValue as RequestContext;
      if (traits) traits.repeatable = getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY && guessesIn(document, operationName).size === 0;
    },
    onExecutionResult({ result, context }) {
      const { traits } = context as unknown as RequestContext;
      if (traits && (!result || !('data' in result) || ('errors' in result && result.errors?.length))) traits.repeatable = false;
    },
  };
}
