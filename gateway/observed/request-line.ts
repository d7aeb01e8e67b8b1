import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ANONYMOUS } from '../../services/shared/actor';
import { clientOf, type Observation } from './observation';

/** Who asks, so that one person's requests can be told together, and not who that is. */
export const personHash = (salt: string, id: string): string | null => (id === ANONYMOUS.id ? null : createHmac('sha256', salt).update(id).digest('hex').slice(0, 12));

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/** The one line a request leaves in the log. It is made of names and numbers of ours; no variable, argument, address or header value is in it. */
export function requestLine(observation: Observation, request: IncomingMessage, response: ServerResponse, { route, salt, ms }: { route: string; salt: string; ms: number }): object {
  const { requestId, actor, operationName, documentHash, subgraphs, codes } = observation;
  return {
    requestId: requestId ?? undefined,
    route,
    operation: operationName,
    document: documentHash,
    client: clientOf(request),
    actor: actor && { role: actor.role, region: actor.regionCode, person: personHash(salt, actor.id) },
    status: response.statusCode,
    ms: rounded(ms),
    subgraphs: subgraphs.map(({ ms: took, ...call }) => ({ ...call, ms: rounded(took) })),
    codes: [...codes],
    ...(response.writableFinished ? {} : { brokenOff: true }),
  };
}
