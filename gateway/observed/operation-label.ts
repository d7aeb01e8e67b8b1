import { routeTable } from '../route-table';

/** What a metric calls anything it does not know: clients may write any name, and each would be a series of its own. */
export const OTHER = 'other';

/** Names of the operations that consumers run, and of the addresses beside `/graphql` (by their patterns); nothing else becomes a label. */
export const operationLabels = (operationNames: Iterable<string>, routes: Iterable<string>): ((operationName: string | null, route: string) => string) => {
  const operations = new Set(operationNames);
  const addresses = routeTable([...routes].map((name) => [name, name] as const));
  return (operationName, route) => {
    if (operationName !== null) return operations.has(operationName) ? operationName : OTHER;
    const [method = '', pathname = ''] = route.split(' ', 2);
    return addresses(method, pathname)?.name ?? OTHER;
  };
};

/** Codes are ours; one that is not of this form came from elsewhere. */
export const codeLabel = (code: string): string => (/^[A-Z][A-Z_]{2,40}$/.test(code) ? code : 'OTHER');
