import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendError } from '../answer-http';
import { endWaiting } from './waiting';

/** A handler that can be told that it is the last round. */
export interface Draining {
  handler: RequestListener;
  /** From here on new requests are refused; resolves when those under way are answered, true, or at the deadline, false. */
  drain(deadlineMs: number): Promise<boolean>;
}

/** A stream has no end of its own: its reader takes it up again elsewhere. */
const isStream = (response: ServerResponse): boolean => response.headersSent && String(response.getHeader('content-type')).startsWith('text/event-stream');

export function draining(handler: RequestListener): Draining {
  const underWay = new Set<ServerResponse>();
  let isDraining = false;
  let onEmpty = (): void => undefined;
  return {
    handler(request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) {
      const isAlive = request.url === '/healthz'; // still true, and whoever asks must not kill what is about to end
      if (isDraining && !isAlive) {
        const told = { status: 503, code: 'STOPPING', message: '服务正在停止，请重试' };
        sendError(response, told, { connection: 'close', 'retry-after': '1' });
        request.resume();
        return;
      }
      handler(request, response);
      if (response.writableEnded) return; // answered in the turn in which it came
      underWay.add(response);
      response.once('close', () => {
        underWay.delete(response);
        if (underWay.size === 0) onEmpty();
      });
    },
    async drain(deadlineMs) {
      isDraining = true;
      for (const response of underWay) {
        if (isStream(response)) response.end();
        else if (!response.headersSent) response.setHeader('connection', 'close'); // the next request goes to whoever is there then
        endWaiting(response);
      }
      if (underWay.size === 0) return true;
      let timer: NodeJS.Timeout | undefined;
      const empty = new Promise<boolean>((resolve) => {
        onEmpty = () => resolve(true);
        timer = setTimeout(() => resolve(false), deadlineMs);
      });
      return empty.finally(() => clearTimeout(timer));
    },
  };
}
