import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type DocumentNode, type ExecutionResult, type GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type { Actor } from '../services/shared/actor';
import { MOST_REPRESENTATIONS } from '../services/shared/cap-representations';
import { useAccess } from './access/use-access';
import { type CallWatch, guardedCaller } from './guarded-caller';
import { guardedStream } from './guarded-stream';
import type { Limits } from './limits/limits';
import { splitRepresentations } from './limits/split-representations';
import { useBudget } from './limits/use-budget';
import { useLimits } from './limits/use-limits';
import type { Log } from './log';
import { maskError, oncePerService } from './mask-answer';
import type { KnownDocument } from './operations/known-document';
import { useDocuments } from './operations/use-documents';
import type { RateLimiter } from './rates/rate-limiter';
import { useGuessLimit } from './rates/use-guess-limit';
import type { Observation } from './observed/observation';
import { type AnswerTraits, useRepeatable } from './cache/use-repeatable';
import { useObservation } from './observed/use-observation';
import type { Breakers } from './resilience/breakers';
import type { SubgraphCaller } from './subgraph-caller';
import { failedService } from './subgraph-failure';

export interface GatewayOptions {
  supergraphSdl: string;
  callers: readonly SubgraphCaller[];
  limits: Limits;
  introspection: boolean;
  operations: { trustedOnly: boolean; rememberedBytes: number };
  limiter: Pick<RateLimiter, 'guesses'>;
  subgraphTimeoutMs: number;
  writeTimeoutMs?: number | undefined;
  log: Log;
  /** The runtime has two: `rust` unless a test compares them. */
  planner?: 'rust' | 'javascript' | undefined;
  /** They outlive the gateway, see resilience/breakers.ts. */
  breakers?: Breakers | undefined;
  watch?: CallWatch | undefined;
}

/** What the server knows of a request when it hands it over. */
export interface RequestContext {
  actor: Actor;
  requestId: string;
  /** Whom the request comes from, as far as the proxies in front are trusted. */
  address: string;
  /** The operation's document, once it is known which. */
  document?: KnownDocument;
  /** What the log and the metrics will tell of it. */
  observation?: Observation;
  /** What is learnt of the answer, for who would keep it. */
  traits?: AnswerTraits;
}

/** Plans an operation over the supergraph, asks the subgraphs, joins their answers. */
export interface Gateway {
  /** Answers one GraphQL request whose body is within limits and whose caller is established. */
  answer(request: Request, context: RequestContext): Promise<Response>;
  readonly Request: typeof Request;
  stop(): Promise<void>;
}

/** The gateway over its subgraphs, in this process or in others: only the callers differ. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const guard = { timeoutMs: options.subgraphTimeoutMs, writeTimeoutMs: options.writeTimeoutMs, log: options.log, breakers: options.breakers, watch: options.watch };
  const calls = new Map(options.callers.map((caller) => [caller.name, { call: guardedCaller(splitRepresentations(caller, MOST_REPRESENTATIONS), guard), subscribe: guardedStream(caller, guard) }]));
  const runtime: GatewayRuntime<RequestContext> = createGatewayRuntime<RequestContext>({
    supergraph: options.supergraphSdl,
    ...(options.planner === 'javascript' ? {} : { unifiedGraphHandler }),
    transports: (() => ({ getSubgraphExecutor: ({ subgraphName }) => executorOf(calls, subgraphName) })) as Transports as never,
    plugins: () => [
      useLimits(options),
      useAccess(options.supergraphSdl),
      useBudget(options.limits),
      useGuessLimit(options.limiter),
      useDocuments({ ...options.operations, tokens: options.limits.tokens }), // last: it remembers what all before it let through
      useRepeatable(),
      useMaskedAnswers(options.log),
      useObservation(), // sees the codes that clients see
    ],
    maskedErrors: { maskError: (error) => maskError(error) },
    // Merging parallel fetches of one subgraph would write a new document for every request; the planner gathers them once.
    __experimental__batchExecution: false,
    subgraphErrors: false,
    requestId: false,
    logging: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    batching: false,
    multipart: false,
  });
  try {
    await runtime.getSchema(); // the first client shall not wait for it, and a broken supergraph shows at the start
  } catch (fault) {
    await runtime.dispose();
    throw fault;
  }
  return {
    answer: async (request, context) => runtime.fetch(request, { ...context }),
    Request: runtime.fetchAPI.Request,
    stop: async () => runtime.dispose(),
  };
}

type Transports = () => { getSubgraphExecutor(of: { subgraphName: string }): (fetch: PlannedFetch) => Promise<ExecutionResult | AsyncIterable<ExecutionResult>> };

/** A step of a plan as the planner's executor hands it over; its context is the client's operation. */
interface PlannedFetch {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  operationName?: string;
  context: RequestContext;
}

/** The planner's executor asks a subgraph through this. */
function executorOf(calls: ReadonlyMap<string, GuardedCalls>, subgraphName: string) {
  const guarded = calls.get(subgraphName.toLowerCase().replaceAll('_', '-'));
  if (!guarded) throw new Error(`no caller for subgraph ${subgraphName}`);
  return ({ document, variables, operationName, context }: PlannedFetch): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> => {
    const call = { document, variables, operationName, actor: context.actor, requestId: context.requestId, operation: context };
    return isSubscription(document) ? guarded.subscribe(call) : guarded.call(call);
  };
}

interface GuardedCalls {
  call: ReturnType<typeof guardedCaller>;
  subscribe: ReturnType<typeof guardedStream>;
}

const isSubscription = ({ definitions }: DocumentNode): boolean =>
  definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION);

/** The last look at an answer: nothing internal leaves, and a failed subgraph leaves one error. */
function useMaskedAnswers(log: Log): GatewayPlugin<RequestContext> {
  return {
    onExecutionResult({ result, context, ...done }) {
      if (!result || !('errors' in result) || !result.errors?.length) return;
      const errors = oncePerService(result.errors.map((error) => maskAndTell(error, (context as unknown as RequestContext).requestId, log)));
      // A failed fetch is part of an execution, whose answer has data, if only null.
      const data = 'data' in result || !errors.some((error) => failedService(error) !== null) ? {} : { data: null };
      done.setResult({ ...result, ...data, errors });
    },
  };
}

function maskAndTell(error: GraphQLError, requestId: string, log: Log): GraphQLError {
  const masked = maskError(error);
  if (masked.extensions.code === 'INTERNAL_SERVER_ERROR' && error.message !== masked.message)
    log.error({ requestId, err: error.originalError ?? error }, 'gateway fault');
  return masked;
}
