import type { ExecutionResult } from 'graphql';
import type { ServerResponse } from 'node:http';
import { maskFault } from './mask-fault';

/** Sends the answers of a subscription, one JSON line each, until it ends or its reader goes; a single answer is one line. */
export async function sendStream(response: ServerResponse, answers: ExecutionResult | AsyncIterable<ExecutionResult>): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  const line = ({ errors, ...answer }: ExecutionResult): string =>
    `${JSON.stringify({ ...answer, ...(errors ? { errors: errors.map((error) => maskFault(error.toJSON(), error)) } : {}) })}\n`;
  if (!(Symbol.asyncIterator in answers)) {
    response.end(line(answers));
    return;
  }
  response.flushHeaders();
  const iterator = answers[Symbol.asyncIterator]();
  response.once('close', () => void iterator.return?.());
  for (let next = await iterator.next(); !next.done && !response.destroyed; next = await iterator.next()) response.write(line(next.value));
  response.end();
}
