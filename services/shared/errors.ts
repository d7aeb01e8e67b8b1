import { GraphQLError } from 'graphql';

export type RejectionCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'NOT_FOUND' | 'JOURNAL_STALLED';

/** The caller may not, or sent something malformed: a GraphQL error with a stable code, safe to show. */
export class Rejected extends GraphQLError {
  constructor(code: RejectionCode, message: string, inputPath?: string) {
    super(message, { extensions: { code, ...(inputPath === undefined ? {} : { inputPath }) } });
    this.name = 'Rejected';
  }
}
