import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLFormattedError, print } from 'graphql';
import { systemActor } from '../services/shared/actor';
import { signCall } from '../services/shared/signed-call';
import type { Readiness } from '../services/shared/subgraph';
import { hasShape } from './answer-shape';
import type { SubgraphCaller } from './subgraph-caller';
import { CallFailed } from './subgraph-failure';

const PATH = '/graphql';

/** A subgraph in another process, asked over HTTP with calls signed for one use; connections are kept alive. */
export function remoteSubgraph(name: string, origin: string, secret: string): SubgraphCaller {
  const printed = new WeakMap<DocumentNode, string>();
  const textOf = (document: DocumentNode): string => {
    let text = printed.get(document);
    if (text === undefined) printed.set(document, (text = print(document)));
    return text;
  };
  return {
    name,
    async call({ document, variables, operationName, actor, requestId }, signal): Promise<ExecutionResult> {
      const body = JSON.stringify({ query: textOf(document), variables, operationName });
      const signature = signCall(secret, { method: 'POST', path: PATH, body }, actor, new Date());
      const response = await reach(new URL(PATH, origin), {
        method: 'POST',
        body,
        signal,
        headers: { ...signature, 'content-type': 'application/json', accept: 'application/json', 'x-request-id': requestId },
      });
      const text = await response.text();
      if (response.status >= 500) throw new CallFailed('SUBGRAPH_UNAVAILABLE', `${name} answered ${response.status}`);
      if (!response.ok && response.status !== 400) throw new Error(`${name} answered ${response.status}: ${text.slice(0, 500)}`);
      const answer = parseAnswer(name, text);
      if (!response.ok && !isAboutInput(answer)) throw new Error(`${name} answered 400: ${text.slice(0, 500)}`);
      if (!hasShape(document, variables, answer)) throw new Error(`${name} answered out of shape`);
      return answer.errors ? { ...answer, errors: answer.errors.map(revive) } : answer;
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
    throw new CallFailed('SUBGRAPH_UNAVAILABLE', `cannot reach ${url.host}`, { cause: fault });
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
