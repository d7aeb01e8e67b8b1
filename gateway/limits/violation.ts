import { GraphQLError } from 'graphql';

/** A request that goes past a limit of the endpoint: stable code, Chinese message with the number. */
export interface Violation {
  code: `${string}_LIMIT` | 'UNSAFE_NAME';
  message: string;
}

export const isViolation = (code: unknown): boolean => typeof code === 'string' && (code.endsWith('_LIMIT') || code === 'UNSAFE_NAME');

/** As clients see it: HTTP 400 whatever they accept, since nothing of the request was carried out. */
export const violationError = ({ code, message }: Violation): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
