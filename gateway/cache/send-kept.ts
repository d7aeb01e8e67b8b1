import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../../services/shared/actor';
import type { RequestContext } from '../gateway';
import type { WholeAnswer } from '../short-lane';
import type { Answer } from './answer-cache';
import type { AnswerTraits } from './use-repeatable';

/** An answer before its head is made. */
export interface AnswerParts extends Pick<Answer, 'status' | 'bytes' | 'repeatable' | 'about'> {
  headers: Record<string, string>;
}

/**
 * An answer as it goes out. One to GET carries its validator and says who may keep it: a public one any cache, which asks
 * again before each use, so that it is never older than ours; anybody else's their own client alone.
 */
export function answerOf({ headers, ...answer }: AnswerParts, method: string, actor: Pick<Actor, 'role'>): Answer {
  const { bytes, repeatable } = answer;
  const validators = method === 'GET' && repeatable ? validatorsOf(bytes, headers.vary, actor) : null;
  return {
    ...answer,
    head: inTurn({ ...headers, ...validators, 'content-length': String(bytes.length) }),
    validator: validators && { etag: validators.etag, head: inTurn(validators) },
  };
}

const validatorsOf = (bytes: Buffer, vary: string | undefined, { role }: Pick<Actor, 'role'>) => ({
  etag: `"${createHash('sha1').update(bytes).digest('base64url')}"`,
  'cache-control': role === 'PUBLIC' ? 'public, max-age=0, must-revalidate' : 'private, no-cache',
  vary: vary ? `authorization, accept, ${vary}` : 'authorization, accept',
});

/** The gateway's answer, with what the log will tell of it. */
export function toAnswer(made: WholeAnswer, method: string, { actor, observation }: RequestContext, traits: AnswerTraits): Answer {
  const { operationName = null, documentHash = null } = observation ?? {};
  return answerOf({ ...made, repeatable: traits.repeatable && made.status === 200, about: { operationName, documentHash } }, method, actor);
}

/** A head with a place for the request’s own id, which goes first. */
const inTurn = (headers: Record<string, string>): string[] => ['x-request-id', '', ...Object.entries(headers).flat()];

function withId(head: readonly string[], requestId: string): string[] {
  const own = head.slice();
  own[1] = requestId;
  return own;
}

/** Sends an answer; 304 to who has it. */
export function sendKept(request: IncomingMessage, response: ServerResponse, { requestId, observation }: RequestContext, answer: Answer): void {
  const { about, validator } = answer;
  if (observation) {
    observation.operationName = about.operationName;
    observation.documentHash = about.documentHash;
  }
  if (validator !== null && hasIt(request.headers['if-none-match'], validator.etag)) {
    response.writeHead(304, withId(validator.head, requestId));
    response.end();
    return;
  }
  response.writeHead(answer.status, withId(answer.head, requestId));
  response.end(answer.bytes);
}

/** `If-None-Match` names this validator, weakly or not, or any. */
const hasIt = (given: string | undefined, etag: string): boolean =>
  given !== undefined && (given === etag || given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag));
