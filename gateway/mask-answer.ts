import { GraphQLError } from 'graphql';
import { isViolation } from './limits/violation';
import { failedService } from './subgraph-failure';

/** Long enough for any message of ours; a client's own names inside one are cut off. */
const LONGEST_MESSAGE = 300;

/** Codes of errors made for clients; an error with any other is a fault of ours. */
const TELLING = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'JOURNAL_STALLED',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);
const isTelling = (code: unknown): boolean => typeof code === 'string' && (TELLING.has(code) || isViolation(code));

const FAULT = '内部错误，请稍后再试';
/** Extensions that may leave; `http` tells the server the status and is dropped when the answer is written. */
const PUBLIC_EXTENSIONS = new Set(['code', 'service', 'inputPath', 'http']);

/** What a client sees of an error: those meant for it, cut to size; anything else masked. Safe to apply twice. */
export function maskError(error: unknown): GraphQLError {
  if (!(error instanceof GraphQLError)) return new GraphQLError(FAULT, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  const { message, path, nodes, extensions } = error;
  const where = { path: path ?? null, nodes: nodes ?? null };
  if (!isTelling(extensions.code) && failedService(error) === null && !isRequestError(error))
    return new GraphQLError(FAULT, { ...where, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  const shown = Object.fromEntries(Object.entries(extensions).filter(([key]) => PUBLIC_EXTENSIONS.has(key)));
  shown.code ??= 'BAD_USER_INPUT';
  // Yoga answers 200 to some that fail before execution when plain JSON is accepted; these are refused for everyone.
  if (isViolation(shown.code) || shown.code === 'BAD_REQUEST') shown.http = httpOf(extensions);
  return new GraphQLError(message.slice(0, LONGEST_MESSAGE), { ...where, extensions: shown });
}

/** Status and headers, and nothing that makes the status depend on what the client accepts. */
const httpOf = ({ http }: { http?: { status?: number; headers?: Record<string, string> } }) => ({ status: http?.status ?? 400, headers: http?.headers ?? {} });

/** graphql-js raises errors about the request itself (syntax, variables) without a code or a cause. */
const isRequestError = (error: GraphQLError): boolean =>
  error.extensions.code === undefined && (error.originalError === undefined || error.originalError instanceof GraphQLError);

/** One error for each subgraph that failed, the first: a plan may have asked it for many parts of the answer. */
export function oncePerService(errors: readonly GraphQLError[]): GraphQLError[] {
  const told = new Set<string>();
  return errors.filter((error) => {
    const service = failedService(error);
    if (service === null) return true;
    const isFirst = !told.has(service);
    told.add(service);
    return isFirst;
  });
}
