import { Rejected } from '../errors';
import type { CallContext, HubBuilder } from './schema-builder';

/** How many there are; or that there are more than so many, where counting on would take too long. */
export type Total = number | { moreThan: number };

/** One page of a keyset walk. `total` is computed only when a field needs it. */
export interface Page<Node> {
  nodes: Node[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  cursorOf(node: Node): string;
  total(): Promise<Total>;
}

/** Where a page starts and how long it is, checked. */
export interface PageRequest {
  first: number;
  /** The key after which the page starts; null for the first page. */
  after: string | null;
}

const MAX_PAGE = 100;

/** Checks `first` (1–100) and opens the cursor. */
export function pageRequest(args: { first?: number | null; after?: string | null }, fallback = 20): PageRequest {
  const first = args.first ?? fallback;
  if (first < 1 || first > MAX_PAGE)
    throw new Rejected('BAD_USER_INPUT', `first 应在 1 与 ${MAX_PAGE} 之间，收到 ${first}`, 'first');
  return { first, after: args.after == null ? null : openCursor(args.after) };
}

/** Cursors are opaque to clients: base64url of the key. */
export const toCursor = (key: string): string => Buffer.from(`k:${key}`).toString('base64url');

export function openCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith('k:') || text.includes('\0') || toCursor(text.slice(2)) !== cursor)
    throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
  return text.slice(2);
}

/** A page from one row more than asked for, which tells whether there is a next page. */
export function toPage<Node>(
  rows: readonly Node[],
  request: PageRequest,
  keyOf: (node: Node) => string,
  total: () => Promise<Total>,
): Page<Node> {
  let counted: Promise<Total> | null = null;
  return {
    nodes: rows.slice(0, request.first),
    hasNextPage: rows.length > request.first,
    hasPreviousPage: request.after !== null,
    cursorOf: (node) => toCursor(keyOf(node)),
    total: () => (counted ??= total()), // several fields tell of one count
  };
}

/** Any Pothos reference to an object type whose values are `Node`, entities of other services included. */
interface NodeRef<Node> {
  readonly $inferType: Node;
}

interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

const pageInfoOf = <Node>(page: Page<Node>): PageInfo => ({
  hasNextPage: page.hasNextPage,
  hasPreviousPage: page.hasPreviousPage,
  startCursor: page.nodes.length > 0 ? page.cursorOf(page.nodes[0]!) : null,
  endCursor: page.nodes.length > 0 ? page.cursorOf(page.nodes.at(-1)!) : null,
});

interface ConnectionTraits {
  /** Several services have it. */
  shareable?: boolean;
  /** Whether its `total` is always of all, or may be a lower bound: then a field says which. */
  counts?: 'ALL' | 'UP_TO_A_BOUND';
}

/** Adds PageInfo and returns a maker of connection types, all of one shape: nodes, edges, pageInfo, totalCount. */
export function connections<Context extends CallContext>(typed: HubBuilder<Context>) {
  // The shapes below use nothing of the service's own context.
  const builder = typed as unknown as HubBuilder;
  const PageInfoRef = builder.objectRef<PageInfo>('PageInfo').implement({
    shareable: true,
    description: 'Where a page stands in its list. Cursors are opaque.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'More follow after `endCursor`.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'The page did not start at the beginning.' }),
      startCursor: t.exposeString('startCursor', { nullable: true, description: 'Cursor of the first node; null on an empty page.' }),
      endCursor: t.exposeString('endCursor', { nullable: true, description: 'Pass as `after` for the next page.' }),
    }),
  });
  return function connectionOf<Node>(name: string, nodeRef: NodeRef<Node>, { shareable = false, counts = 'ALL' }: ConnectionTraits = {}) {
    const edge = builder.objectRef<{ cursor: string; node: Node }>(`${name}Edge`).implement({
      shareable,
      description: `One ${name} and its place in the list.`,
      fields: (t) => ({
        cursor: t.exposeString('cursor', { description: 'Opaque place of this node.' }),
        node: t.field({ type: nodeRef as never, resolve: (parent) => parent.node as never }),
      }),
    });
    return builder.objectRef<Page<Node>>(`${name}Connection`).implement({
      shareable,
      description: `A page of ${name}, in stable order, by keyset.`,
      fields: (t) => ({
        nodes: t.field({ type: [nodeRef] as never, resolve: (page) => page.nodes as never }),
        edges: t.field({
          type: [edge],
          resolve: (page) => page.nodes.map((item) => ({ cursor: page.cursorOf(item), node: item })),
        }),
        pageInfo: t.field({ type: PageInfoRef, resolve: pageInfoOf }),
        totalCount: t.int({
          description: `Size of the whole list under the same filter; counted only when asked for.${counts === 'ALL' ? '' : ' Of a very long one it is a lower bound, see `totalCountIsLowerBound`.'}`,
          resolve: async (page) => {
            const total = await page.total();
            return typeof total === 'number' ? total : total.moreThan;
          },
        }),
        ...(counts === 'ALL'
          ? {}
          : {
              totalCountIsLowerBound: t.boolean({
                description: 'There are more than `totalCount`: so many match that they were not counted to the end.',
                resolve: async (page) => typeof (await page.total()) !== 'number',
              }),
            }),
      }),
    });
  };
}
