import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { sendError } from './answer-http';

/** What the query string of a request asks; null when it is wrong: then the answer, 400 with the parameter and what it should be, is sent. */
export function readQuestion<Question>(request: IncomingMessage, response: ServerResponse, schema: z.ZodType<Question>): Question | null {
  const { searchParams } = new URL(request.url ?? '/', 'http://hub');
  const question = schema.safeParse(Object.fromEntries(searchParams));
  if (question.success) return question.data;
  const [issue] = question.error.issues;
  sendError(response, { status: 400, code: 'BAD_USER_INPUT', message: `参数 ${issue!.path.join('.')}：${issue!.message}` });
  return null;
}
