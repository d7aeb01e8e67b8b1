import type { IncomingMessage } from 'node:http';
import { pathIn } from '../path-in';
import { routeTable } from '../route-table';

/** What a metric calls anything it does not know: clients may write any name, and each would be a series of its own. */
export const OTHER = 'other';

/** Names of the operations that consumers run, and of the addresses beside `/graphql` (by their patterns); nothing else becomes a label. */
export const operationLabels = (operationNames: Iterable<string>, routes: Iterable<string>): ((operationName: string | null, asked: Pick<IncomingMessage, 'method' | 'url'>) => string) => {
  const operations = new Set(operationNames);
  const addresses = routeTable([...routes].map((name) => [name, name] as const));
  return (operationName, { method = 'GET', url = '/' }) => {
    if (operationName !== null) return operations.has(operationName) ? operationName : OTHER;
    return addresses(method, pathIn(url))?.name ?? OTHER;
  };
};

/** Codes are ours; one that is not of this form came from elsewhere. */
export const codeLabel = (code: string): string => (/^[A-Z][A-Z_]{2,40}$/.test(code) ? code : 'OTHER');
