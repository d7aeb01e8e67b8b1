import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, type ExecutionResult, type GraphQLError, OperationTypeNode, parse } from 'graphql';
import type { Actor } from '../services/shared/actor';
import { MOST_REPRESENTATIONS } from '../services/shared/cap-representations';
import { accessCheck } from './access/access-check';
import { type CallWatch, guardedCaller } from './guarded-caller';
import { guardedStream } from './guarded-stream';
import { handleSupergraph } from './handle-supergraph';
import type { Limits } from './limits/limits';
import { splitRepresentations } from './limits/split-representations';
import { budgetCheck } from './limits/budget-check';
import { useLimits } from './limits/use-limits';
import type { Log } from './log';
import { maskError, oncePerService } from './mask-answer';
import type { KnownDocument } from './operations/known-document';
import type { AskedOverHttp } from './operations/plain-params';
import type { TrustedDocuments } from './operations/trusted-documents';
import { useDocuments } from './operations/use-documents';
import { operationOf } from './operation-of';
import { useChecks } from './operation-checks';
import type { RateLimiter } from './rates/rate-limiter';
import { useGuessLimit } from './rates/use-guess-limit';
import type { Observation } from './observed/observation';
import { type AnswerTraits, useRepeatable } from './cache/use-repeatable';
import { useObservation } from './observed/use-observation';
import type { Breakers } from './resilience/breakers';
import { createShortLane, type Executor, useExecuted, type WholeAnswer } from './short-lane';
import type { SubgraphCaller } from './subgraph-caller';
import { failedService } from './subgraph-failure';

export interface GatewayOptions {
  supergraphSdl: string;
  callers: readonly SubgraphCaller[];
  limits: Limits;
  introspection: boolean;
  operations: { trustedOnly: boolean; rememberedBytes: number; trusted: TrustedDocuments };
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
  /** What was executed already, see short-lane.ts. */
  executed?: ExecutionResult | null;
}

/** Plans an operation over the supergraph, asks the subgraphs, joins their answers. */
export interface Gateway {
  /** Answers one GraphQL request whose body is within limits and whose caller is established. */
  answer(asked: AskedOverHttp, context: RequestContext): Promise<WholeAnswer>;
  /** The same for who takes an answer piece by piece. */
  stream(asked: AskedOverHttp, context: RequestContext): Promise<Response>;
  stop(): Promise<void>;
}

/** The gateway over its subgraphs, in this process or in others: only the callers differ. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraphSdl, limits, introspection, operations, log } = options;
  const ask = subgraphExecutor(options);
  const supergraph = parse(supergraphSdl, { noLocation: true }); // once for all who read it
  const checks = [accessCheck(supergraph), budgetCheck(limits)];
  let executor: Executor | null = null;
  const runtime: GatewayRuntime<RequestContext> = createGatewayRuntime<RequestContext>({
    supergraph,
    ...(options.planner === 'javascript'
      ? { transports: (() => ({ getSubgraphExecutor: ({ subgraphName }: { subgraphName: string }) => (fetch: PlannedFetch) => ask(subgraphName, fetch) })) as never }
      : {
          async unifiedGraphHandler(given: Parameters<typeof handleSupergraph>[0]) {
            // The runtime's own way to a subgraph passes through transports and hooks of which the hub has none.
            // The planner reads the text itself; the runtime would print it anew from what was parsed.
            const handled = await handleSupergraph({ ...given, getUnifiedGraphSDL: () => supergraphSdl }, ask as typeof given.onSubgraphExecute);
            executor = handled.executor as Executor;
            return handled;
          },
        }),
    plugins: () => [
      useExecuted(),
      useLimits(options),
      useChecks(checks),
      useGuessLimit(options.limiter),
      useDocuments({ ...operations, tokens: limits.tokens }), // last: it remembers what all before it let through
      useRepeatable(),
      useMaskedAnswers(log),
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
  const pipeline = async (asked: AskedOverHttp, context: RequestContext): Promise<Response> => runtime.fetch(toRequest(runtime, asked), { ...context });
  try {
    const schema = await runtime.getSchema(); // the first client shall not wait for it, and a broken supergraph shows at the start
    const found = executor as Executor | null; // the JavaScript planner's stays its own
    const lane = found && createShortLane({ limits, introspection, trusted: operations.trusted, schema, executor: found, checks });
    return {
      async answer(asked, context) {
        const short = await lane?.answer(asked, context);
        if (short) return short;
        const answer = await whole(await pipeline(asked, context));
        lane?.learn(asked, answer);
        return answer;
      },
      stream: pipeline,
      stop: async () => runtime.dispose(),
    };
  } catch (fault) {
    await runtime.dispose();
    throw fault;
  }
}

/** As the runtime takes it: what it does not look at stays behind. */
function toRequest({ fetchAPI }: GatewayRuntime<RequestContext>, { method, url, headers, body }: AskedOverHttp): Request {
  const passed = { 'content-type': headers['content-type'] ?? '', accept: headers.accept ?? '*/*' };
  return new fetchAPI.Request(new URL(url, 'http://hub'), { method, headers: passed, ...(body === null ? {} : { body: body.toString('utf8') }) });
}

async function whole(made: Response): Promise<WholeAnswer> {
  const bytes = Buffer.from(await made.arrayBuffer());
  const headers = Object.fromEntries([...made.headers].map(([name, value]) => [name.toLowerCase(), value])); // the runtime keeps names as they were set
  return { status: made.status, headers: { ...headers, 'content-length': String(bytes.length) }, bytes };
}

/** A step of a plan as the planner's executor hands it over; its context is the client's operation. */
interface PlannedFetch {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  operationName?: string;
  context: RequestContext;
}

/** The planner's executor asks subgraphs through this. */
function subgraphExecutor(options: GatewayOptions) {
  const guard = { timeoutMs: options.subgraphTimeoutMs, writeTimeoutMs: options.writeTimeoutMs, log: options.log, breakers: options.breakers, watch: options.watch };
  const calls = new Map(
    options.callers.map((caller) => [supergraphName(caller.name), { call: guardedCaller(splitRepresentations(caller, MOST_REPRESENTATIONS), guard), subscribe: guardedStream(caller, guard) }]),
  );
  return (subgraph: string, { document, variables, operationName, context }: PlannedFetch): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> => {
    const guarded = calls.get(supergraphName(subgraph));
    if (!guarded) throw new Error(`no caller for subgraph ${subgraph}`);
    const call = { document, variables, operationName, actor: context.actor, requestId: context.requestId, operation: context };
    return operationOf(document) === OperationTypeNode.SUBSCRIPTION ? guarded.subscribe(call) : guarded.call(call);
  };
}

/** `SERVICE_CENTER` is how a supergraph writes `service-center`. */
const supergraphName = (name: string): string => name.toUpperCase().replaceAll('-', '_');

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
