import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, type ExecutionResult, getOperationAST, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { traced } from '../services/shared/tracing';
import type { RequestContext } from './gateway';
import { documentViolation, type LimitOptions, paramsViolation, parseWithin, validateWithin } from './limits/use-limits';
import { askedDocument } from './operations/asked-document';
import type { KnownDocument } from './operations/known-document';
import { type AskedOverHttp, plainParams } from './operations/plain-params';
import type { TrustedDocument, TrustedDocuments } from './operations/trusted-documents';
import { toKnown } from './operations/use-documents';
import { type OperationCheck, refusalOf } from './operation-checks';
import { guessesIn } from './rates/guessing-fields';

/** A whole answer, as bytes. */
export interface WholeAnswer {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
}

/** The planner's executor of a supergraph. */
export type Executor = (request: { document: DocumentNode; variables: Record<string, unknown>; context: RequestContext }) => Promise<ExecutionResult> | ExecutionResult;

export interface ShortLaneOptions extends LimitOptions {
  trusted: TrustedDocuments;
  schema: GraphQLSchema;
  executor: Executor;
  /** The very checks that the runtime's pipeline makes before planning. */
  checks: readonly OperationCheck[];
}

/** A registered query that is within the limits and valid. */
interface ReadyDocument {
  document: DocumentNode;
  known: KnownDocument;
}

export interface ShortLane {
  /** Answers a registered query asked for in a usual way; null for all else, and for whatever is to be refused. */
  answer(asked: AskedOverHttp, context: RequestContext): Promise<WholeAnswer | null>;
  /** Learns from an answer of the pipeline what type it gives to who accepts that. */
  learn(asked: AskedOverHttp, answer: WholeAnswer): void;
}

/** So many ways to write `accept` are remembered. */
const MOST_TYPES = 100;

/**
 * The short way to an answer: for registered queries, which are most of what a hub is asked, the runtime's pipeline costs
 * more than planner, services and database together. What is established of a document once is not done again: parsing,
 * limits, validation. What hangs on the caller and the variables is checked by the same functions as in the pipeline.
 * This way never says no: whatever is unusual, refused or failed goes the long way, whose words there are for it.
 */
export function createShortLane(options: ShortLaneOptions): ShortLane {
  const { limits, trusted, schema, executor, checks } = options;
  const types = new Map<string, string>();
  const ready = new Map<string, ReadyDocument | null>();
  const rules = { trusted, remembered: NOTHING_REMEMBERED, trustedOnly: false, tokens: limits.tokens };

  function prepare(registered: TrustedDocument): ReadyDocument | null {
    const document = parsed(registered.text, limits.tokens);
    if (document === null || getOperationAST(document)?.operation !== OperationTypeNode.QUERY) return null;
    if (documentViolation(document, options) !== null || validateWithin(schema, document, limits).length > 0 || guessesIn(document, null).size > 0) return null;
    return { document, known: toKnown({ text: registered.text, trusted: registered, hash: registered.hash, rememberAs: null }) };
  }
  function readyFor(registered: TrustedDocument): ReadyDocument | null {
    let found = ready.get(registered.hash);
    if (found === undefined) ready.set(registered.hash, (found = prepare(registered)));
    return found;
  }

  return {
    async answer(asked, context) {
      const type = types.get(asked.headers.accept ?? '');
      const params = type === undefined ? null : plainParams(asked);
      if (type === undefined || params === null) return null;
      const { query, documentId, operationName = null, variables, extensions } = params;
      const found = askedDocument({ query, documentId, persistedQuery: extensions?.persistedQuery }, rules);
      const registered = found.kind === 'found' && found.trusted !== null ? readyFor(found.trusted) : null;
      if (registered === null || paramsViolation(params, limits) !== null) return null;
      const { document, known } = registered;
      if (operationName !== null && operationName !== known.name) return null;
      const operation = { schema, document, operationName, variables: variables ?? {}, context: { ...context, document: known } };
      if (refusalOf(checks, operation) !== null) return null;
      if (context.observation) Object.assign(context.observation, { operationName: known.name, documentHash: known.hash });
      const result = await traced('execute query', {}, () => executor({ document, variables: operation.variables, context: operation.context })).catch(() => null); // such as variables that do not fit: the pipeline comes to the same, and tells it
      if (result === null || result.errors?.length || !result.data) {
        context.executed = result;
        return null;
      }
      if (context.traits) context.traits.repeatable = true;
      const bytes = Buffer.from(JSON.stringify(result));
      return { status: 200, headers: { 'content-type': type, 'content-length': String(bytes.length) }, bytes };
    },
    learn({ headers: { accept = '' } }, { status, headers: { 'content-type': type } }) {
      if (status === 200 && type !== undefined && types.size < MOST_TYPES) types.set(accept, type);
    },
  };
}

function parsed(text: string, tokens: number): DocumentNode | null {
  try {
    return parseWithin(tokens, text);
  } catch {
    return null; // it was registered under a higher limit
  }
}

const NOTHING_REMEMBERED = { find: () => null, remember: () => undefined, bytes: 0 };

/** Takes what the short lane executed with errors, so that the pipeline masks and tells it as it does its own. */
export function useExecuted(): GatewayPlugin<RequestContext> {
  return {
    onParams({ context, setResult }) {
      const { executed } = context as unknown as RequestContext;
      if (executed) setResult(executed);
    },
  };
}
