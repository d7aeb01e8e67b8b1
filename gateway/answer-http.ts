import type { ServerResponse } from 'node:http';

/** Sends a JSON answer. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, ...headers });
  response.end(bytes);
}

/** Refuses a request in the form GraphQL clients understand. */
export const sendError = (
  response: ServerResponse,
  { status, code, message }: { status: number; code: string; message: string },
  headers: Record<string, string> = {},
): void => sendJson(response, status, { errors: [{ message, extensions: { code } }] }, headers);

/** Sends what the gateway answered: at once, or piece by piece when it is a stream. */
export async function sendAnswer(response: ServerResponse, answer: Response): Promise<void> {
  const headers = Object.fromEntries(answer.headers);
  if (!/^(text\/event-stream|multipart\/)/.test(headers['content-type'] ?? '')) {
    const bytes = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { ...headers, 'content-length': bytes.length });
    response.end(bytes);
    return;
  }
  response.writeHead(answer.status, headers);
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) response.write(chunk);
  response.end();
}
