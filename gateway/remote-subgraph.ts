import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLFormattedError, print } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '../services/shared/actor';
import { signCall } from '../services/shared/signed-call';
import type { Readiness } from '../services/shared/subgraph';
import { traceHeaders } from '../services/shared/tracing';
import { hasShape } from './answer-shape';
import { gatherEntities } from './gather-entities';
import type { SubgraphCaller } from './subgraph-caller';
import { postToService } from './post-to-service';
import { CallFailed } from './subgraph-failure';

const PATH = '/graphql';
const SUBSCRIBE = '/subscribe';
/** Of a proxy in between, or of a service that is starting or stopping. */
const TRANSIENT = new Set([502, 503, 504]);
const WATCH_MS = 20_000;
const RETRY_MS = 500;

/** A subgraph in another process, asked over HTTP with calls signed for one use; connections are kept alive, entities asked for together. */
export function remoteSubgraph(name: string, origin: string, secret: string): SubgraphCaller {
  const printed = new WeakMap<DocumentNode, string>();
  const textOf = (document: DocumentNode): string => {
    let text = printed.get(document);
    if (text === undefined) printed.set(document, (text = print(document)));
    return text;
  };
  const url = new URL(PATH, origin);
  const call: SubgraphCaller['call'] = async ({ document, variables, operationName, actor, requestId }, signal) => {
    const body = JSON.stringify({ query: textOf(document), variables, operationName });
    const signature = signCall(secret, { method: 'POST', path: PATH, body }, actor, new Date());
    const headers = { ...signature, ...traceHeaders(), 'content-type': 'application/json', accept: 'application/json', 'x-request-id': requestId };
    const { status, text } = await postToService({ name, url, headers, body, signal });
    if (status >= 500 || (status >= 300 && status < 400)) throw new CallFailed('SUBGRAPH_UNAVAILABLE', `${name} answered ${status}`, { isTransient: TRANSIENT.has(status) });
    const isAnswer = status >= 200 && status < 300;
    if (!isAnswer && status !== 400) throw new Error(`${name} answered ${status}: ${text.slice(0, 500)}`);
    const answer = parseAnswer(name, text);
    if (!isAnswer && !isAboutInput(answer)) throw new Error(`${name} answered 400: ${text.slice(0, 500)}`);
    if (!hasShape(document, variables, answer)) throw new Error(`${name} answered out of shape`);
    return answer.errors ? { ...answer, errors: answer.errors.map(revive) } : answer;
  };
  return {
    name,
    call: gatherEntities(call),
    async subscribe({ document, variables, operationName, actor, requestId }, signal): Promise<AsyncIterable<ExecutionResult>> {
      const body = JSON.stringify({ query: textOf(document), variables, operationName });
      const signature = signCall(secret, { method: 'POST', path: SUBSCRIBE, body }, actor, new Date());
      const response = await reach(new URL(SUBSCRIBE, origin), { method: 'POST', body, signal, headers: { ...signature, ...traceHeaders(), 'content-type': 'application/json', 'x-request-id': requestId } });
      if (!response.ok || response.body === null) throw new CallFailed('SUBGRAPH_UNAVAILABLE', `${name} answered ${response.status}`);
      return answersIn(name, response.body);
    },
    watch(tell, signal) {
      void watchState(tell, signal, async (known) => {
        const path = `/state?${new URLSearchParams({ known, wait: String(WATCH_MS) })}`;
        const signature = signCall(secret, { method: 'GET', path, body: '' }, systemActor('gateway'), new Date());
        const response = await reach(new URL(path, origin), { headers: signature, signal });
        if (!response.ok) throw new CallFailed('SUBGRAPH_UNAVAILABLE', `${name} answered ${response.status}`);
        return ((await response.json()) as { state: string }).state;
      });
    },
    async ready(signal): Promise<Readiness> {
      const signature = signCall(secret, { method: 'GET', path: '/readyz', body: '' }, systemActor('gateway'), new Date());
      const response = await reach(new URL('/readyz', origin), { headers: signature, signal });
      return (await response.json()) as Readiness;
    },
  };
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error' });
  } catch (fault) {
    throw new CallFailed('SUBGRAPH_UNAVAILABLE', `cannot reach ${url.host}`, { cause: fault, isTransient: !init.signal?.aborted });
  }
}

/** Asks for the state again and again: each answer comes as soon as it is another one, or after a while. */
async function watchState(tell: (news: 'changed' | 'lost') => void, signal: AbortSignal, next: (known: string) => Promise<string>): Promise<void> {
  for (let known = ''; !signal.aborted; ) {
    try {
      const state = await next(known);
      if (state !== known) tell('changed');
      known = state;
    } catch {
      known = '';
      tell('lost'); // said to the cache, which keeps nothing meanwhile; the fault itself shows where an answer is missing
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** A stream of answers, one JSON line each. */
async function* answersIn(name: string, body: ReadableStream<Uint8Array>): AsyncGenerator<ExecutionResult> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const answer = parseAnswer(name, line);
      yield answer.errors ? { ...answer, errors: answer.errors.map(revive) } : answer;
    }
  }
}

/** @apollo/server answers 400 when a variable does not fit its type: for whoever sent it, as in one process. */
const isAboutInput = ({ errors = [] }: ExecutionResult): boolean =>
  errors.length > 0 && errors.every(({ extensions }) => extensions?.code === 'BAD_USER_INPUT');

/** Errors as they are in this process, for whoever asks. */
const revive = ({ message, path, extensions }: GraphQLFormattedError): GraphQLError =>
  new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });

/** The planner's executor copies answers key by key: a `__proto__` among them would become everyone's prototype. */
function parseAnswer(name: string, text: string): ExecutionResult {
  if (text.includes('"__proto__"')) throw new Error(`${name} answered with an unsafe key`);
  return JSON.parse(text) as ExecutionResult;
}
