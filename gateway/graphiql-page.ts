import { buildSchema, validate } from 'graphql';
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { readOperations } from '../schema/read-operations';
import type { Route } from './request-handler';

/** The page brings everything with it; it may load nothing else from anywhere. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self' blob:",
  "frame-ancestors 'none'",
].join('; ');

interface Page {
  bytes: Buffer;
  etag: string;
}

/**
 * GraphiQL with the consumers' operations ready to run, one tab each. Made at the first visit, since the editor is
 * 9 MB of script, and kept compressed.
 */
export function graphiqlPage(apiSdl: string): Route {
  let page: Promise<Page> | null = null;
  return async (request, response) => {
    page ??= renderPage(apiSdl);
    const { bytes, etag } = await page;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    sendPage(response, bytes, etag);
  };
}

function sendPage(response: ServerResponse, bytes: Buffer, etag: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': bytes.length,
    'content-security-policy': CONTENT_POLICY,
    'cache-control': 'no-cache',
    etag,
  });
  response.end(bytes);
}

async function renderPage(apiSdl: string): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({ title: '权力清单枢纽', endpoint: '/graphql', defaultTabs: tabs(apiSdl) });
  const bytes = gzipSync(html);
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}

/** Operations whose fields do not exist yet are left out. `<` is escaped because the page carries them in a script. */
function tabs(apiSdl: string): { query: string; variables: string }[] {
  const schema = buildSchema(apiSdl);
  return readOperations()
    .filter(({ document }) => validate(schema, document).length === 0)
    .map(({ text, variables }) => ({ query: text, variables: JSON.stringify(variables ?? {}, null, 2) }));
}
