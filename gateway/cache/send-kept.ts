import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../../services/shared/actor';
import { observationOf } from '../observed/observation';
import { etagOf, type Answer } from './answer-cache';
import type { AnswerTraits } from './use-repeatable';

/** The gateway's answer as bytes, with what the log will tell of it. */
export async function toAnswer(made: Response, response: ServerResponse, traits: AnswerTraits): Promise<Answer> {
  const bytes = Buffer.from(await made.arrayBuffer());
  const { operationName = null, documentHash = null } = observationOf(response) ?? {};
  return { status: made.status, headers: Object.fromEntries(made.headers), bytes, etag: etagOf(bytes), repeatable: traits.repeatable && made.status === 200, about: { operationName, documentHash } };
}

/**
 * Sends an answer. One to GET carries its validator and says who may keep it: a public one any cache, which asks again
 * before each use, so that it is never older than ours; anybody else's their own client alone. 304 for who has it.
 */
export function sendKept(request: IncomingMessage, response: ServerResponse, { role }: Actor, { status, headers, bytes, etag, repeatable, about }: Answer): void {
  Object.assign(observationOf(response) ?? {}, about);
  if (request.method !== 'GET' || !repeatable) {
    response.writeHead(status, { ...headers, 'content-length': bytes.length });
    response.end(bytes);
    return;
  }
  const validators = { etag, 'cache-control': role === 'PUBLIC' ? 'public, max-age=0, must-revalidate' : 'private, no-cache', vary: ['authorization, accept', headers.vary].filter(Boolean).join(', ') };
  if (hasIt(request.headers['if-none-match'], etag)) {
    response.writeHead(304, validators);
    response.end();
    return;
  }
  response.writeHead(status, { ...headers, ...validators, 'content-length': bytes.length });
  response.end(bytes);
}

/** `If-None-Match` names this validator, weakly or not, or any. */
const hasIt = (given: string | undefined, etag: string): boolean =>
  given !== undefined && given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
