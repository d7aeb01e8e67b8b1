import { GraphQLError } from 'graphql';
import type { ServerResponse } from 'node:http';
import { observationOf } from './observed/observation';

/** Sends a JSON answer. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, ...headers });
  response.end(bytes);
}

/** Refuses a request in the form GraphQL clients understand. */
export function sendError(
  response: ServerResponse,
  { status, code, message }: { status: number; code: string; message: string },
  headers: Record<string, string> = {},
): void {
  observationOf(response)?.codes.add(code);
  sendJson(response, status, { errors: [{ message, extensions: { code } }] }, headers);
}

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400 };

/** Answers what a service rejected with its status and words; every other fault is thrown on. */
export function sendRejection(response: ServerResponse, fault: unknown): void {
  const code = fault instanceof GraphQLError ? String(fault.extensions.code) : '';
  const status = STATUS[code];
  if (status === undefined) throw fault;
  sendError(response, { status, code, message: (fault as GraphQLError).message });
}

/** The headers of an answer that is a file to keep, under a name for programs and one for people. */
export const fileHeaders = ({ contentType, asciiName, name }: { contentType: string; asciiName: string; name: string }): Record<string, string> => ({
  'content-type': contentType,
  'content-disposition': `attachment; filename="${asciiName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
});

/** Sends what the gateway answered: at once, or piece by piece when it is a stream. */
export async function sendAnswer(response: ServerResponse, answer: Response): Promise<void> {
  const headers = Object.fromEntries(answer.headers);
  if (!/^(text\/event-stream|multipart\/)/.test(answer.headers.get('content-type') ?? '')) {
    const bytes = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { ...headers, 'content-length': bytes.length });
    response.end(bytes);
    return;
  }
  response.writeHead(answer.status, headers);
  response.flushHeaders();
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  response.once('close', () => void reader.cancel().catch(() => undefined)); // the client has gone: nothing is left to tell
  for (let next = await reader.read(); !next.done && !response.destroyed; next = await reader.read()) response.write(next.value);
  response.end();
}
