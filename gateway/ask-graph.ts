import { print } from 'graphql';
import { hashOf } from '../schema/trusted-operations';
import { readOperations } from '../schema/read-operations';
import type { Gateway, RequestContext } from './gateway';

/** An answer of the graph: whatever could be had, and what went wrong with the rest. */
export interface GraphAnswer<Data> {
  data: Data | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Runs one of the hub's own registered operations through the whole graph, with the caller's rights. */
export type AskGraph = <Data>(operation: string, variables: Record<string, unknown>, caller: Pick<RequestContext, 'actor' | 'requestId' | 'address'>) => Promise<GraphAnswer<Data>>;

/** The consumer whose operations these are; they run also where only registered operations do. */
const CONSUMER = 'public-pages';

/** SHA-256 of each operation's text, by its name. */
export const pageOperations = (): ReadonlyMap<string, string> => new Map(readOperations().filter(({ consumer }) => consumer === CONSUMER).map(({ name, document }) => [name, hashOf(print(document))]));

/** Asks the gateway as a client would: within its limits, deadlines and permissions, and with its typed errors. */
export function askGraph(gateway: Pick<Gateway, 'answer'>): AskGraph {
  const hashes = pageOperations();
  return async <Data>(operation: string, variables: Record<string, unknown>, { actor, requestId, address }: Pick<RequestContext, 'actor' | 'requestId' | 'address'>) => {
    const body = Buffer.from(JSON.stringify({ documentId: `sha256:${hashes.get(operation)}`, variables }));
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const { bytes } = await gateway.answer({ method: 'POST', url: '/graphql', headers, body }, { actor, requestId, address });
    return JSON.parse(bytes.toString('utf8')) as GraphAnswer<Data>;
  };
}
