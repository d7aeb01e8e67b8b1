import { type DocumentNode, print } from 'graphql';
import { createHash } from 'node:crypto';
import { type ConsumerOperation, readOperations } from './read-operations';
import { withTypenames } from './with-typenames';

/** What is kept of a registered document under the SHA-256 of its text. */
export interface TrustedEntry {
  consumer: string;
  name: string;
  /** The form in which @apollo/client sends it. */
  typenames?: true;
}

/** `schema/operations/trusted.json`: hash → operation. */
export type TrustedRegistry = Record<string, TrustedEntry>;

/** The consumers' operations by the SHA-256 of their text as graphql-js prints it: comments and layout do not matter. */
export const trustedOperations = (operations: readonly ConsumerOperation[] = readOperations()): TrustedRegistry =>
  Object.fromEntries(
    operations.flatMap(({ consumer, name, document }): [string, TrustedEntry][] => [
      [hashOf(print(document)), { consumer, name }],
      [hashOf(print(withTypenames(document))), { consumer, name, typenames: true }],
    ]),
  );

export const printForms = (document: DocumentNode): string[] => [print(document), print(withTypenames(document))];

/** SHA-256 as clients write it: 64 lower-case hexadecimal digits. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The registry as a file. */
export const printRegistry = (registry: TrustedRegistry): string => `${JSON.stringify(registry, null, 2)}\n`;
