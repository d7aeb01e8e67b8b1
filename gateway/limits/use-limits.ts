import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, type ParseOptions, type Source, validate, type ValidationRule } from 'graphql';
import { checkDocument } from './check-document';
import { introspection as introspectionIn } from './introspection';
import type { Limits } from './limits';
import { unsafeOperationName } from './unsafe-names';
import { variables as variablesIn } from './variables';
import { type Violation, violationError } from './violation';

export interface LimitOptions {
  limits: Limits;
  introspection: boolean;
}

/** What a request's parameters beside its document may not be. */
export const paramsViolation = ({ operationName, variables }: { operationName?: unknown; variables?: unknown }, { variablesDepth }: Limits): Violation | null =>
  unsafeOperationName(operationName) ?? variablesIn(variables, variablesDepth);

/** What a parsed document may not be. */
export const documentViolation = (document: DocumentNode, { limits, introspection }: LimitOptions): Violation | null =>
  checkDocument(document, limits) ?? (introspection ? null : introspectionIn(document));

/** Validates without help for who guesses. */
export const validateWithin = (schema: GraphQLSchema, document: DocumentNode, { validationErrors }: Limits, rules?: readonly ValidationRule[]): GraphQLError[] =>
  validate(schema, document, rules, { maxErrors: validationErrors - 1, hideSuggestions: true }).slice(0, validationErrors);

/**
 * Puts the limits before everything that costs: variables before the document is parsed, tokens while it is, the
 * document before it is validated (graphql-js compares fields pair by pair) and before it is planned.
 */
export function useLimits(options: LimitOptions): GatewayPlugin {
  const { limits } = options;
  // Parsed documents are kept, and the same object comes back for the same text.
  const checked = new WeakMap<DocumentNode, Violation | null>();
  const violationOf = (document: DocumentNode): Violation | null => {
    if (!checked.has(document)) checked.set(document, documentViolation(document, options));
    return checked.get(document) ?? null;
  };
  const refuse = (violation: Violation): { errors: GraphQLError[] } => ({ errors: [violationError(violation)] });
  return {
    onParams({ params, setResult }) {
      if (Array.isArray(params)) return;
      const violation = paramsViolation(params, limits);
      if (violation) setResult(refuse(violation));
    },
    onParse({ setParseFn }) {
      setParseFn((source, options) => parseWithin(limits.tokens, source, options));
      return ({ result, replaceParseResult }) => {
        if (result instanceof Error || result === null) return;
        const violation = violationOf(result as DocumentNode);
        if (violation) replaceParseResult(violationError(violation));
      };
    },
    onValidate({ setValidationFn }) {
      setValidationFn((schema, document, rules) => validateWithin(schema, document, limits, rules));
    },
  };
}

/** Stops reading at the limit, so that the time does not depend on the length of what follows. */
export function parseWithin(tokens: number, source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: tokens });
  } catch (fault) {
    if (fault instanceof GraphQLError && fault.message.includes('Parsing aborted'))
      throw violationError({ code: 'TOKEN_LIMIT', message: `查询过长，上限为 ${tokens} 个词法单元` });
    throw fault;
  }
}
