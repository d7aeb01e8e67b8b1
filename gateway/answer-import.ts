import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Actor } from '../services/shared/actor';
import type { Outcome } from '../services/shared/outcome';
import { sendError, sendJson, sendRejection } from './answer-http';
import { readBody } from './read-body';
import { readQuestion } from './read-question';

/** A file as large as a spreadsheet of a city's largest department, with room to spare. */
const FILE_BYTES = 20 * 1024 * 1024;

/**
 * Answers a request whose body is a file: 400 for a parameter that is wrong, named in Chinese; 401/403 for callers who
 * may not; 413 above 20 MB; 422 with the refusal; 200 with what became of every row.
 */
export async function answerImport<Question>(
  { request, response, actor }: { request: IncomingMessage; response: ServerResponse; actor: Actor },
  schema: z.ZodType<Question>,
  take: (question: Question, bytes: Uint8Array) => Promise<Outcome<unknown>>,
): Promise<void> {
  if (actor.role === 'PUBLIC') return sendError(response, { status: 401, code: 'UNAUTHENTICATED', message: '请先登录' });
  const question = readQuestion(request, response, schema);
  if (question === null) return;
  const bytes = await readBody(request, FILE_BYTES);
  try {
    const outcome = await take(question, bytes);
    sendJson(response, outcome.ok ? 200 : 422, outcome.ok ? outcome.value : { refusal: outcome.refusal });
  } catch (fault) {
    sendRejection(response, fault);
  }
}
