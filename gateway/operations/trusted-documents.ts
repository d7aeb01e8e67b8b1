import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { type ConsumerOperation, readOperations } from '../../schema/read-operations';
import { hashOf, printForms, type TrustedRegistry } from '../../schema/trusted-operations';
import { inProject } from '../../services/shared/project-root';

/** A registered operation of a consumer. */
export interface TrustedDocument {
  /** SHA-256 of its text, in hexadecimal. */
  hash: string;
  consumer: string;
  name: string;
  text: string;
}

export interface TrustedDocuments {
  byHash(hash: string): TrustedDocument | null;
  /** The document that a text is, word for word. */
  byText(text: string): TrustedDocument | null;
  /** The document that a text is but for comments and layout. Parses it, within so many tokens. */
  byMeaning(text: string, tokens: number): TrustedDocument | null;
}

/**
 * The documents that `npm run compose` registered. One whose text has changed since is not registered, and neither is
 * what nobody registered: the registry is the decision, the folder beside it only holds the texts.
 */
export function trustedDocuments(registry: TrustedRegistry = readRegistry(), operations: readonly ConsumerOperation[] = readOperations()): TrustedDocuments {
  const byHash = new Map<string, TrustedDocument>();
  const byText = new Map<string, TrustedDocument>();
  for (const { text: written, document } of operations) {
    printForms(document).forEach((text, form) => {
      const hash = hashOf(text);
      if (!Object.hasOwn(registry, hash)) return;
      const { consumer, name } = registry[hash]!;
      const trusted = { hash, consumer, name, text };
      byHash.set(hash, trusted);
      byText.set(text, trusted);
      if (form === 0) byText.set(written, trusted);
    });
  }
  return {
    byHash: (hash) => byHash.get(hash) ?? null,
    byText: (text) => byText.get(text) ?? null,
    byMeaning: (text, tokens) => byText.get(text) ?? byText.get(printed(text, tokens) ?? '') ?? null,
  };
}

function printed(text: string, tokens: number): string | null {
  try {
    return print(parse(text, { noLocation: true, maxTokens: tokens }));
  } catch {
    return null; // what does not parse is no registered document
  }
}

function readRegistry(): TrustedRegistry {
  return JSON.parse(readFileSync(inProject('schema', 'operations', 'trusted.json'), 'utf8')) as TrustedRegistry;
}
