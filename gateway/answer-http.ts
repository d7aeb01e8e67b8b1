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
