import { type DocumentNode, visit } from 'graphql';
import type { Violation } from './violation';

const VIOLATION: Violation = { code: 'UNSAFE_TEXT', message: '文字中不得含有空字符（U+0000）' };

/** PostgreSQL keeps no U+0000 in a text: asked for one, it fails, which would look like a fault of the hub. */
export const unsafeText = (text: unknown): Violation | null => (typeof text === 'string' && text.includes('\0') ? VIOLATION : null);

/** Every text that a document itself has. */
export function unsafeTexts(document: DocumentNode): Violation | null {
  let found: Violation | null = null;
  visit(document, { StringValue: ({ value }) => void (found ??= unsafeText(value)) });
  return found;
}
