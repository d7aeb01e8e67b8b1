import type { IncomingMessage } from 'node:http';
import type { Actor } from '../../services/shared/actor';
import { hasPreflight } from '../limits/http-rules';

/**
 * Who may see what, and what a request asks, to the letter: who asks the same gets the same answer. All that a head can
 * be refused for is in it, so that what is kept need not be checked anew.
 */
export interface Question {
  /** Most of what is asked: the body, or the address where there is none. */
  readonly text: string;
  readonly scope: string;
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly preflight: boolean;
}

export type AskedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export const questionOf = (actor: Actor, { method, url, headers }: AskedRequest, body: Buffer | null): Question => ({
  text: body === null ? (url ?? '') : body.toString('latin1'), // each byte by itself, whatever they are
  scope: scopeOf(actor),
  method,
  url,
  accept: headers.accept,
  contentType: headers['content-type'],
  contentEncoding: headers['content-encoding'],
  preflight: hasPreflight(headers),
});

/** What a caller may see: two of one role, region and agency see the same. An actor is the same object as long as its token is remembered. */
const scopes = new WeakMap<Actor, string>();
function scopeOf(actor: Actor): string {
  let scope = scopes.get(actor);
  if (scope === undefined) scopes.set(actor, (scope = JSON.stringify([actor.role, actor.regionCode, actor.agencyCode])));
  return scope;
}

/** One that was asked in so many ways is asked so by nobody who means to be answered from memory. */
const MOST_WAYS = 32;

/**
 * Values by questions. Found by the text alone, then compared: to join and hash all that a question says costs more than
 * all else that giving a kept answer takes.
 */
export class ByQuestion<Value> {
  readonly #byText = new Map<string, { question: Question; value: Value }[]>();

  get(question: Question): Value | undefined {
    return this.#byText.get(question.text)?.find((one) => isSame(one.question, question))?.value;
  }

  /** Puts in what is not there; answers the values of a text that is asked in too many ways, which are taken out for it. */
  add(question: Question, value: Value): Value[] {
    const ways = this.#byText.get(question.text);
    if (ways === undefined) this.#byText.set(question.text, [{ question, value }]);
    else ways.push({ question, value });
    return ways === undefined ? [] : ways.splice(0, ways.length - MOST_WAYS).map((one) => one.value);
  }

  delete(question: Question): void {
    const left = this.#byText.get(question.text)?.filter((one) => !isSame(one.question, question)) ?? [];
    if (left.length > 0) this.#byText.set(question.text, left);
    else this.#byText.delete(question.text);
  }

  /** Takes out the text that was put in first, and answers what was under it. */
  deleteOldest(): Value[] {
    for (const [text, ways] of this.#byText) {
      this.#byText.delete(text);
      return ways.map(({ value }) => value);
    }
    return [];
  }
}

const isSame = (a: Question, b: Question): boolean =>
  a.text === b.text &&
  a.scope === b.scope &&
  a.method === b.method &&
  a.url === b.url &&
  a.accept === b.accept &&
  a.contentType === b.contentType &&
  a.contentEncoding === b.contentEncoding &&
  a.preflight === b.preflight;
