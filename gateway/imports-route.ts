import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { dayInChina } from '../services/shared/day';
import { sendError, sendJson } from './answer-http';
import type { AskSubgraph } from './ask-subgraph';
import { isDay } from './imports';
import { readBody } from './read-body';
import type { Route } from './request-handler';
import { takeFile } from './returns';

/** A list file, as large as a spreadsheet of a city's largest department with room to spare. */
const FILE_BYTES = 20 * 1024 * 1024;

const day = z.string().refine(isDay, '应写作 YYYY-MM-DD，且确有这一天');

const Question = z
  .object({
    region: z.string().regex(/^\w{6}$/, '应为六位行政区划代码，例如 140100'),
    scheme: z.string().regex(/^\w{1,40}$/, '应为类别体系代码，例如 NATIONAL_2015'),
    as: z.enum(['published', 'return'], '应为 published（已公布的清单）或 return（部门报送）').default('published'),
    cycle: z.string().regex(/^\w{6}-R\d{1,6}$/, '应为清单编制周期的编号，例如 140100-R1').optional(),
    file: z.string().min(1, '应为文件名').max(200, '文件名过长'),
    publishedOn: day.optional(),
  })
  .refine(({ as, cycle }) => (as === 'return') === (cycle !== undefined), { path: ['cycle'], message: 'as=return 时须给出，且仅此时给出' });

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400 };

/**
 * `POST /imports?region=&scheme=&as=published&file=[&publishedOn=]`, or `…&as=return&cycle=&file=` for a department's
 * return in a review cycle, with the file as body: 200 with what became of every
 * row, 422 with the refusal, 401/403 for callers who may not, 413 above 20 MB.
 */
export const importsRoute =
  (ask: AskSubgraph): Route =>
  async (request, response, { actor }) => {
    if (actor.role === 'PUBLIC') return sendError(response, { status: 401, code: 'UNAUTHENTICATED', message: '请先登录' });
    const { searchParams } = new URL(request.url ?? '/', 'http://hub');
    const question = Question.safeParse(Object.fromEntries(searchParams));
    if (!question.success) {
      const [issue] = question.error.issues;
      return sendError(response, { status: 400, code: 'BAD_USER_INPUT', message: `参数 ${issue!.path.join('.')}：${issue!.message}` });
    }
    const { region, scheme, file, cycle, publishedOn = dayInChina(new Date()) } = question.data;
    const bytes = await readBody(request, FILE_BYTES);
    try {
      const list = { regionCode: region, scheme, fileName: file, bytes };
      const outcome = await takeFile(ask, cycle === undefined ? { ...list, publishedOn } : { ...list, cycleId: cycle }, actor);
      sendJson(response, outcome.ok ? 200 : 422, outcome.ok ? outcome.value : { refusal: outcome.refusal });
    } catch (fault) {
      const code = fault instanceof GraphQLError ? String(fault.extensions.code) : '';
      const status = STATUS[code];
      if (status === undefined) throw fault;
      sendError(response, { status, code, message: (fault as GraphQLError).message });
    }
  };
