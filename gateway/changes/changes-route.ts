import { GraphQLError } from 'graphql';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Actor } from '../../services/shared/actor';
import { sendError } from '../answer-http';
import type { AskSubgraph } from '../ask-subgraph';
import type { Service } from '../config';
import type { Route } from '../request-handler';
import { beginWaiting } from '../resilience/waiting';
import { CallFailed, subgraphFailure } from '../subgraph-failure';
import { type ChangesPage, changesAfter } from './changes-page';
import type { Lookout } from './lookout';

/** Below what proxies take for a dead connection. */
export const LONGEST_WAIT_S = 25;
const MOST = 1000;
/** Told with an empty page to who wanted to wait and may not, since too many do. */
const COME_BACK_S = 5;

const whole = (most: number, least = 0) => z.coerce.number(`应为 ${least} 与 ${most} 之间的整数`).int(`应为 ${least} 与 ${most} 之间的整数`).min(least, `不能小于 ${least}`).max(most, `不能大于 ${most}`);
const Question = z.object({
  after: z.string().min(1, '应为上一页最后一行的 cursor；从头开始时不写').max(100, '游标无效').optional(),
  limit: whole(MOST, 1).default(200),
  wait: whole(LONGEST_WAIT_S).default(0),
});

/** Where changes come from: the services' own fields, and word that there may be new ones. */
export interface ChangesSource {
  ask: AskSubgraph;
  lookout: Lookout;
}

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400 };

/**
 * `GET /changes/<service>[?after=][&limit=][&wait=]`: a service's journal as NDJSON, one entry a line, and a last line
 * with the cursor to go on from. With `wait` an answer without entries comes when there is one, or after so many seconds.
 */
export const changesRoute =
  (service: Service, source: ChangesSource): Route =>
  async (request, response, { actor }) => {
    const question = Question.safeParse(Object.fromEntries(new URL(request.url ?? '/', 'http://hub').searchParams));
    if (!question.success) {
      const [issue] = question.error.issues;
      return sendError(response, { status: 400, code: 'BAD_USER_INPUT', message: `参数 ${issue!.path.join('.')}：${issue!.message}` });
    }
    try {
      const found = await waitForChanges(service, source, question.data, actor, response);
      if (!response.destroyed) sendPage(response, found);
    } catch (fault) {
      sendFault(response, service, fault);
    }
  };

type Asked = z.infer<typeof Question>;

interface Found {
  page: ChangesPage;
  /** It would have waited, and may not. */
  isTurnedAway: boolean;
}

/** The page after a cursor; an empty one is asked for again at every news of the service, until there is no more time. */
async function waitForChanges(service: Service, { ask, lookout }: ChangesSource, { after, limit, wait }: Asked, actor: Actor, response: ServerResponse): Promise<Found> {
  const until = Date.now() + wait * 1000;
  const look = (): Promise<ChangesPage> => changesAfter(ask, service, after ?? null, limit, actor);
  const listener = wait === 0 ? null : lookout.listen(service); // before the first look: nothing may fall between
  if (listener === null) {
    const page = await look();
    return { page, isTurnedAway: wait > 0 && page.changes.length === 0 };
  }
  const ended = new AbortController();
  const answerNow = (): void => ended.abort();
  response.once('close', answerNow);
  const stopWaiting = beginWaiting(response, answerNow);
  try {
    for (;;) {
      const page = await look();
      const left = until - Date.now();
      if (page.changes.length > 0 || left <= 0 || ended.signal.aborted) return { page, isTurnedAway: false };
      await listener.next(left, ended.signal);
    }
  } finally {
    stopWaiting();
    listener.close();
  }
}

function sendPage(response: ServerResponse, { page: { changes, cursor, more }, isTurnedAway }: Found): void {
  const bytes = Buffer.from([...changes, { cursor, more }].map((line) => `${JSON.stringify(line)}\n`).join(''));
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(isTurnedAway ? { 'retry-after': String(COME_BACK_S) } : {}),
  });
  response.end(bytes);
}

function sendFault(response: ServerResponse, service: Service, fault: unknown): void {
  if (fault instanceof CallFailed) {
    const { message } = subgraphFailure(service, fault.code);
    return sendError(response, { status: 503, code: fault.code, message }, { 'retry-after': '1' });
  }
  const code = fault instanceof GraphQLError ? String(fault.extensions.code) : '';
  const status = STATUS[code];
  if (status === undefined) throw fault;
  sendError(response, { status, code, message: (fault as GraphQLError).message });
}
