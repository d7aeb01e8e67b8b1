import { print } from 'graphql';
import { contractOperations } from '../../../schema/read-operations';
import { hashOf } from '../../../schema/trusted-operations';
import { POWER_CATEGORIES } from '../../../services/catalog/rules/vocabulary';
import { MANDATE_FINDING_KINDS } from '../../../services/organisation/rules/mandates/vocabulary';
import { toCursor } from '../../../services/shared/graphql/connection';
import { pick, randomOf } from '../random';
import { NOUNS } from '../scale/words';

export const OPERATIONS = ['ItemGuide', 'SearchItems', 'MandateFindings'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** How an operation is asked for. */
export type Lane = 'POST' | 'GET' | '304';

export interface PreparedRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const CONTRACT = new Map(contractOperations().map((operation) => [operation.name, operation]));
const PAGE = 50;
const SEARCHES = 600;

/** What is known of the data before it is asked. */
export interface Known {
  regionCode: string;
  codes: readonly string[];
  agencyCodes: readonly string[];
}

/** Many different questions of each operation: all items; words, agencies and later pages; kinds of findings. */
export function variablesOf(operation: Operation, { regionCode, codes, agencyCodes }: Known): object[] {
  const random = randomOf(50);
  switch (operation) {
    case 'ItemGuide':
      return codes.map((code) => ({ code }));
    case 'SearchItems':
      return Array.from({ length: SEARCHES }, (_, n) => {
        const page = { first: PAGE };
        if (n < NOUNS.length) return { filter: { text: NOUNS[n] }, ...page };
        if (n % 2 === 0) return { filter: { agencyCode: pick(random, agencyCodes), category: [pick(random, Object.keys(POWER_CATEGORIES))] }, ...page };
        return { filter: { regionCode, category: ['PENALTY'] }, ...page, after: toCursor(pick(random, codes)) };
      });
    case 'MandateFindings': {
      const kinds = Object.keys(MANDATE_FINDING_KINDS);
      return [null, ...kinds.map((kind) => [kind]), ...kinds.flatMap((kind, n) => kinds.slice(n + 1).map((other) => [kind, other]))].map((kinds) => ({ regionCode, kinds, first: PAGE }));
    }
  }
}

/** The operation's full text, as the contract has it, or the registered document by its hash. */
export function prepare(operation: Operation, lane: Lane, variables: readonly object[], headers: Record<string, string>): PreparedRequest[] {
  const { text, document } = CONTRACT.get(operation)!;
  const accept = { accept: 'application/json', ...headers };
  if (lane === 'POST') return variables.map((values) => ({ method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json', ...accept }, body: JSON.stringify({ query: text, variables: values }) }));
  const documentId = `sha256:${hashOf(print(document))}`;
  return variables.map((values) => ({ method: 'GET', path: `/graphql?${new URLSearchParams({ documentId, variables: JSON.stringify(values) })}`, headers: accept }));
}
