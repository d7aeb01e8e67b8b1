import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHubFace } from '../../gateway/hub-face';
import { createDevelopmentIdentity, type DevelopmentIdentity } from '../../gateway/identity';
import { DEFAULT_LIMITS, type Limits } from '../../gateway/limits/limits';
import { localSubgraph } from '../../gateway/local-subgraph';
import { type Log, SILENT } from '../../gateway/log';
import { serve } from '../../gateway/serve';
import type { SubgraphCaller } from '../../gateway/subgraph-caller';
import { toySchemas } from './toy-supergraph';
import { type ToySubgraph, toySubgraphs } from './toy-subgraphs';

/** A whole hub over toy subgraphs, listening on a port of its own. */
export interface ToyHub {
  origin: string;
  identity: DevelopmentIdentity;
  catalog: ToySubgraph;
  organisation: ToySubgraph;
  serviceCenter: ToySubgraph;
  /** Posts a GraphQL request. */
  ask(query: string, variables?: unknown, headers?: Record<string, string>): Promise<ToyAnswer>;
  stop(): Promise<void>;
}

export interface ToyAnswer {
  status: number;
  text: string;
  // Tests read answers freely.
  // oxlint-disable-next-line typescript/no-explicit-any
  data: any;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string; service?: string } }[];
}

export interface ToyHubOptions {
  limits?: Partial<Limits>;
  introspection?: boolean;
  subgraphTimeoutMs?: number;
  /** How the toys are reached; in this process by default. */
  callers?: (toys: ToySubgraph[]) => SubgraphCaller[];
  log?: Log;
}

export async function toyHub(options: ToyHubOptions = {}): Promise<ToyHub> {
  const { limits = {}, introspection = true, subgraphTimeoutMs = 300, callers = (toys) => toys.map(localSubgraph), log = SILENT } = options;
  const toys = toySubgraphs();
  const identity = createDevelopmentIdentity(path.join(mkdtempSync(path.join(tmpdir(), 'toy-hub-')), 'identity.key'));
  const face = await createHubFace({
    config: { limits: { ...DEFAULT_LIMITS, ...limits }, introspection, subgraphTimeoutMs },
    callers: callers(toys),
    identity,
    log,
    schemas: toySchemas(),
  });
  const served = await serve(face.handler, { port: 0, host: '127.0.0.1' });
  const [catalog, organisation, serviceCenter] = toys as [ToySubgraph, ToySubgraph, ToySubgraph];
  return {
    origin: served.origin,
    identity,
    catalog,
    organisation,
    serviceCenter,
    ask: (query, variables, headers) => post(`${served.origin}/graphql`, JSON.stringify({ query, variables }), headers),
    async stop() {
      await served.stop();
      await face.stop();
    },
  };
}

/** Posts a body as it is. */
export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<ToyAnswer> {
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const text = await response.text();
  const answer = (text.startsWith('{') ? JSON.parse(text) : {}) as Partial<ToyAnswer>;
  return { status: response.status, text, data: answer.data, errors: answer.errors ?? [] };
}
