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

const ROOT = '<div id="root"></div>';

async function renderPage(apiSdl: string): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({ title: '权力清单枢纽', endpoint: '/graphql', defaultQuery: '' });
  if (!html.includes(ROOT)) throw new Error('the GraphiQL page has no root element to put the operations before');
  const bytes = gzipSync(html.replace(ROOT, () => `<script>${openTabs(tabs(apiSdl))}</script>${ROOT}`));
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}

interface Tab {
  id: string;
  title: string;
  operationName: string;
  query: string;
  variables: string;
  headers: null;
  response: null;
}

/** Operations with example variables; those whose fields do not exist yet are left out. */
function tabs(apiSdl: string): Tab[] {
  const schema = buildSchema(apiSdl);
  return readOperations()
    .filter(({ document, variables }) => variables !== null && validate(schema, document).length === 0)
    .map(({ name, text, variables }) => ({
      id: `operation-${name}`,
      title: name,
      operationName: name,
      query: text,
      variables: JSON.stringify(variables ?? {}, null, 2),
      headers: null,
      response: null,
    }));
}

/**
 * Script that puts the operations before a visitor's own tabs, once for each set of operations. Written to GraphiQL's
 * storage: its `defaultTabs` option drops the variables of the tab that is open.
 */
function openTabs(operations: readonly Tab[]): string {
  const given = JSON.stringify(operations).replaceAll('<', '\\u003c');
  const version = createHash('sha256').update(given).digest('hex').slice(0, 16);
  return `{
  const given = ${given}, seen = 'power-list-hub:operations', state = 'graphiql:tabState';
  if (given.length > 0 && localStorage.getItem(seen) !== '${version}') {
    let own = [];
    try { own = JSON.parse(localStorage.getItem(state)).tabs.filter((tab) => !given.some(({ id }) => id === tab.id)); } catch {}
    localStorage.setItem(state, JSON.stringify({ tabs: [...given, ...own], activeTabIndex: 0 }));
    localStorage.setItem('graphiql:query', given[0].query);
    localStorage.setItem('graphiql:variables', given[0].variables);
    localStorage.setItem(seen, '${version}');
  }
}`;
}
