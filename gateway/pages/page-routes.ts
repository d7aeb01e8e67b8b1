import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Actor } from '../../services/shared/actor';
import type { AskGraph } from '../ask-graph';
import type { Answer, AnswerCache } from '../cache/answer-cache';
import { questionOf } from '../cache/question';
import { answerOf, sendKept } from '../cache/send-kept';
import type { RequestContext } from '../gateway';
import { observationOf } from '../observed/observation';
import type { Route } from '../request-handler';
import { askedEdition } from './addresses';
import { gzipped } from './gzipped';
import { guidePage } from './guide-page';
import type { Html } from './html';
import { listPage } from './list-page';
import { missingNotice, type MissingParts } from './missing-parts';
import { notFoundPage, unavailablePage } from './not-found-page';
import { readGuide } from './read-guide';
import { readLatest } from './read-latest';
import { readList } from './read-list';
import { startPage } from './start-page';
import { CONTENT_POLICY } from './styles';
import { createTurns } from './turns';

/** Pages for people; where their patterns are named, so that they can be counted before they are mounted. */
export const PAGE_ROUTES = ['GET /', 'GET /lists/:region/:edition.html', 'GET /guides/:code.html'] as const;

/** A page as far as it could be made: with a part missing it is not whole, without a page there is none of this address. */
interface Made {
  status: 200 | 404 | 503;
  pieces: Iterable<Html>;
}

export interface PagesOptions {
  ask: AskGraph;
  cache: Pick<AnswerCache, 'answer'>;
}

/** The pages, each made of the graph with the caller's rights and kept as other answers are. */
export function pageRoutes({ ask, cache }: PagesOptions): Record<(typeof PAGE_ROUTES)[number], Route> {
  // A list is read in many steps: two at a time leave room for everybody else's questions.
  const turns = createTurns({ atOnce: 2, waiting: 30 });
  const route =
    (make: (params: Readonly<Record<string, string>>, caller: RequestContext) => Promise<Made>): Route =>
    async (request, response, context, params) => {
      const { pathname } = new URL(request.url ?? '/', 'http://hub');
      // The page's own operations are not what the log calls this request.
      const { observation: _ours, ...caller } = context;
      const { actor } = context;
      const question = questionOf(actor, { method: 'GET', url: pathname, headers: { accept: 'text/html' } }, null);
      const page = await cache.answer(question, async () => toAnswer(await make(params, caller), actor));
      if (page.status === 503) observationOf(response)?.codes.add('PAGE_INCOMPLETE');
      sendKept(request, response, context, acceptsGzip(request) ? page : await unpacked(page, actor));
    };
  return {
    'GET /': route(async (_params, caller) => {
      const latest = await readLatest(ask, caller);
      return { status: statusOf(latest.missing), pieces: [startPage(latest)] };
    }),
    'GET /lists/:region/:edition.html': route(async ({ region = '', edition = '' }, caller) => {
      const asked = askedEdition(edition);
      const list = /^\w{6}$/.test(region) && asked !== null ? await turns(() => readList(ask, region, asked, caller)) : null;
      if (list === 'TOO_MANY_WAIT') return { status: 503, pieces: [unavailablePage('访问人数较多，请稍后刷新。')] };
      if (list === null) return { status: 404, pieces: [notFoundPage('没有公布过这份权力清单，请检查网址中的区划代码和版本。')] };
      if (list.items.length === 0 && list.missing.has('catalog')) return { status: 503, pieces: [unavailablePage(missingNotice(list.missing))] };
      return { status: statusOf(list.missing), pieces: listPage(list, '') };
    }),
    'GET /guides/:code.html': route(async ({ code = '' }, caller) => {
      const { item, missing } = await readGuide(ask, code, caller);
      if (item === null && missing.has('catalog')) return { status: 503, pieces: [unavailablePage(missingNotice(missing))] };
      if (item === null) return { status: 404, pieces: [notFoundPage('清单上没有这个编码的事项，请检查网址。')] };
      return { status: statusOf(missing), pieces: [guidePage(item, missing, '')] };
    }),
  };
}

/** Not whole is not well: programs and caches must not take it for the page. */
const statusOf = (missing: MissingParts): 200 | 503 => (missing.size === 0 ? 200 : 503);

const toAnswer = async ({ status, pieces }: Made, actor: Actor): Promise<Answer> => answer(status, await gzipped(pieces), { 'content-encoding': 'gzip' }, actor);

function answer(status: number, bytes: Buffer, encoding: Record<string, string>, actor: Actor): Answer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    ...encoding,
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    vary: 'accept-encoding',
    ...(status === 200 ? {} : { 'cache-control': 'no-store' }),
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  };
  return answerOf({ status, headers, bytes, repeatable: status === 200, about: { operationName: null, documentHash: null } }, 'GET', actor);
}

const acceptsGzip = ({ headers }: IncomingMessage): boolean => /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/.test(headers['accept-encoding'] ?? '');

/** For the few who cannot unpack. */
const unpacked = async ({ status, bytes }: Answer, actor: Actor): Promise<Answer> => answer(status, await promisify(gunzip)(bytes), {}, actor);
