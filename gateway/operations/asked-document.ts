import { hashOf } from '../../schema/trusted-operations';
import type { Violation } from '../limits/violation';
import type { RememberedDocuments } from './remembered-documents';
import type { TrustedDocument, TrustedDocuments } from './trusted-documents';

/** How a request says which document it means. */
export interface Asked {
  query: unknown;
  /** `sha256:<hash>` of a registered document, as Relay and plain clients send it. */
  documentId: unknown;
  /** `extensions.persistedQuery`, as @apollo/client and urql send it. */
  persistedQuery: unknown;
}

/** What a request's document turned out to be. */
export type AskedDocument =
  /** As written in the request or kept under its hash; `rememberAs`: to be kept once it has proven valid. */
  | { kind: 'found'; text: string; trusted: TrustedDocument | null; hash: string | null; rememberAs: string | null }
  /** The client may try again with hash and text. */
  | { kind: 'notFound' }
  | { kind: 'refused'; violation: Violation }
  /** It names no document in any of these ways. */
  | { kind: 'absent' };

export interface DocumentRules {
  trusted: TrustedDocuments;
  remembered: RememberedDocuments;
  /** Nothing but registered documents for this caller. */
  trustedOnly: boolean;
  /** What is parsed to tell whether a text is a registered document. */
  tokens: number;
}

/** Finds the document that a request means, and says no where it may not run. */
export function askedDocument({ query, documentId, persistedQuery }: Asked, rules: DocumentRules): AskedDocument {
  if (documentId != null) return query == null && persistedQuery == null ? byId(documentId, rules) : refused('DOCUMENT_UNKNOWN', 'documentId 不能与 query 或 persistedQuery 同时使用');
  if (persistedQuery != null) return byHash(persistedQuery, query, rules);
  return typeof query === 'string' ? written(query, null, rules) : { kind: 'absent' };
}

const HASH = /^[\da-f]{64}$/;

/** Only registered documents have an id. */
function byId(id: unknown, { trusted }: DocumentRules): AskedDocument {
  const hash = typeof id === 'string' ? id.replace(/^sha256:/, '').toLowerCase() : '';
  const document = HASH.test(hash) ? trusted.byHash(hash) : null;
  return document ? known(document) : refused('DOCUMENT_UNKNOWN', '没有登记这个操作，documentId 应为 sha256: 加登记操作的 64 位十六进制摘要');
}

function byHash(persisted: unknown, query: unknown, rules: DocumentRules): AskedDocument {
  const { version, sha256Hash: hash } = Object(persisted) as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1 || typeof hash !== 'string' || !HASH.test(hash)) return refused('DOCUMENT_UNKNOWN', 'persistedQuery 应为 { version: 1, sha256Hash: 64 位小写十六进制摘要 }');
  if (query == null) {
    const document = rules.trusted.byHash(hash);
    if (document) return known(document);
    if (rules.trustedOnly) return NOT_TRUSTED;
    const text = rules.remembered.find(hash);
    return text === null ? { kind: 'notFound' } : { kind: 'found', text, trusted: null, hash, rememberAs: null };
  }
  if (typeof query !== 'string' || hashOf(query) !== hash) return refused('DOCUMENT_MISMATCH', 'sha256Hash 与 query 的摘要不一致');
  return written(query, hash, rules);
}

/** A text in the request itself. A registered one need not be remembered: it is kept already. */
function written(text: string, hash: string | null, { trusted, trustedOnly, tokens }: DocumentRules): AskedDocument {
  const document = trustedOnly ? trusted.byMeaning(text, tokens) : trusted.byText(text);
  if (document) return known(document);
  return trustedOnly ? NOT_TRUSTED : { kind: 'found', text, trusted: null, hash, rememberAs: hash };
}

const known = (trusted: TrustedDocument): AskedDocument => ({ kind: 'found', text: trusted.text, trusted, hash: trusted.hash, rememberAs: null });

const refused = (code: Violation['code'], message: string): AskedDocument => ({ kind: 'refused', violation: { code, message } });

const NOT_TRUSTED = refused('DOCUMENT_NOT_TRUSTED', '本服务只接受已登记的操作');
