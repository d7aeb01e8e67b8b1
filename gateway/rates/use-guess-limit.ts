import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { RequestContext } from '../gateway';
import { networkOf } from './client-address';
import { guessesIn } from './guessing-fields';
import type { RateLimiter } from './rate-limiter';
import { RATE_LIMIT, RateExceeded, rateMessage } from './rates';

/** Counts tries of guessing fields once an operation is valid, by address whoever asks, before anything is looked up. */
export function useGuessLimit(limiter: Pick<RateLimiter, 'guesses'>): GatewayPlugin<RequestContext> {
  async function refusalOf(guesses: ReadonlyMap<string, number>, address: string): Promise<GraphQLError | null> {
    const network = networkOf(address);
    try {
      for (const [field, tries] of guesses) await limiter.guesses(field, network, tries);
      return null;
    } catch (fault) {
      if (fault instanceof RateExceeded) return tooMany(fault.retryAfterSeconds);
      throw fault;
    }
  }
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { document, operationName, contextValue } = args as ExecutionArgs;
      const guesses = guessesIn(document, operationName);
      if (guesses.size === 0) return undefined;
      const { address } = contextValue as RequestContext;
      return refuseWith(setResultAndStopExecution, refusalOf(guesses, address));
    },
  };
}

async function refuseWith(stop: (result: { errors: GraphQLError[] }) => void, refusal: Promise<GraphQLError | null>): Promise<void> {
  const error = await refusal;
  if (error) stop({ errors: [error] });
}

const tooMany = (seconds: number): GraphQLError =>
  new GraphQLError(rateMessage(seconds), {
    extensions: { code: RATE_LIMIT, http: { status: 429, headers: { 'retry-after': String(seconds) } } },
  });
