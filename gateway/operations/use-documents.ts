import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '../gateway';
import { violationError } from '../limits/violation';
import { askedDocument } from './asked-document';
import type { KnownDocument } from './known-document';
import { rememberedDocuments } from './remembered-documents';
import type { TrustedDocuments } from './trusted-documents';

export interface DocumentOptions {
  /** Refuse whatever is not registered, to all but ADMIN. */
  trustedOnly: boolean;
  /** Bytes of documents kept for clients that send hashes (automatic persisted queries). */
  rememberedBytes: number;
  tokens: number;
  trusted: TrustedDocuments;
}

/** What a request may carry beside the parameters of the protocol. */
type Params = Record<'query' | 'documentId' | 'operationName' | 'variables' | 'extensions', unknown>;

/**
 * Puts the document in the place of its hash, before anything else looks at the request. A document that came with its
 * hash is remembered only when it is about to be executed: then it is within all limits, valid, and what its hash says.
 */
export function useDocuments({ trustedOnly, rememberedBytes, tokens, trusted }: DocumentOptions): GatewayPlugin<RequestContext> {
  const remembered = rememberedDocuments(rememberedBytes);
  const remember = ({ document }: RequestContext): void => {
    if (document?.rememberAs) remembered.remember(document.rememberAs, document.text);
  };
  return {
    onParams({ params, request, setParams, context }) {
      if (Array.isArray(params) || typeof params !== 'object' || params === null) return;
      const { query, documentId: inBody, operationName, variables, extensions } = params as unknown as Params;
      const documentId = inBody ?? (request.method === 'GET' ? new URL(request.url).searchParams.get('documentId') : null);
      const { persistedQuery } = Object(extensions) as { persistedQuery?: unknown };
      const caller = context as unknown as RequestContext;
      const rules = { trusted, remembered, tokens, trustedOnly: trustedOnly && caller.actor.role !== 'ADMIN' };
      const asked = askedDocument({ query, documentId, persistedQuery }, rules);
      if (asked.kind === 'refused') throw violationError(asked.violation);
      if (asked.kind === 'notFound') throw notFound();
      if (asked.kind !== 'found') return;
      caller.document = toKnown(asked);
      if (documentId == null && query === asked.text) return;
      setParams({ query: asked.text, operationName, variables, extensions } as typeof params);
    },
    onExecute: ({ args }) => remember(args.contextValue as unknown as RequestContext),
    onSubscribe: ({ args }) => remember(args.contextValue as unknown as RequestContext),
  };
}

/** What the rest of the gateway knows of a document that was found. */
export const toKnown = ({ text, trusted, hash, rememberAs }: { text: string; trusted: { name: string; consumer: string } | null; hash: string | null; rememberAs: string | null }): KnownDocument => ({
  text,
  hash,
  isTrusted: trusted !== null,
  name: trusted?.name ?? null,
  consumer: trusted?.consumer ?? null,
  rememberAs,
});

/** Clients know it by message and code, and send the document next; an answer that a cache must not keep. */
const notFound = (): GraphQLError =>
  new GraphQLError('PersistedQueryNotFound', {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 200, headers: { 'cache-control': 'private, no-cache, must-revalidate' } } },
  });
