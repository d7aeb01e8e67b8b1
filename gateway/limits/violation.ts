import { GraphQLError } from 'graphql';

/** What is refused by kind, not by number. */
const OTHERS = ['UNSAFE_NAME', 'UNSAFE_TEXT', 'INTROSPECTION_OFF', 'DOCUMENT_UNKNOWN', 'DOCUMENT_MISMATCH', 'DOCUMENT_NOT_TRUSTED'] as const;

/** A request that goes past a limit of the endpoint: stable code, Chinese message with the number. */
export interface Violation {
  code: `${string}_LIMIT` | (typeof OTHERS)[number];
  message: string;
}

export const isViolation = (code: unknown): boolean => typeof code === 'string' && (code.endsWith('_LIMIT') || (OTHERS as readonly string[]).includes(code));

/** As clients see it: HTTP 400 whatever they accept, since nothing of the request was carried out. */
export const violationError = ({ code, message }: Violation): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
