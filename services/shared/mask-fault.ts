import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes that say something to a caller; everything else is a fault of ours and is masked. */
const TELLING = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'JOURNAL_STALLED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** Replaces a fault's message: callers learn that it happened and where, never an address, a statement or a stack. */
export function maskFault(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  const ours = error instanceof GraphQLError && error.originalError && !(error.originalError instanceof GraphQLError);
  if (typeof code === 'string' && TELLING.has(code) && !ours) {
    const { inputPath } = formatted.extensions as { inputPath?: string };
    return { ...formatted, extensions: { code, ...(inputPath === undefined ? {} : { inputPath }) } };
  }
  return {
    message: '内部错误，请稍后再试',
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
