import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HubConfig } from '../../gateway/config';
import { createHubFace } from '../../gateway/hub-face';
import { createDevelopmentIdentity, type DevelopmentIdentity } from '../../gateway/identity';
import { DEFAULT_LIMITS, type Limits } from '../../gateway/limits/limits';
import { localSubgraph } from '../../gateway/local-subgraph';
import { type Log, SILENT } from '../../gateway/log';
import { NO_RATES, type Rates } from '../../gateway/rates/rates';
import type { Watch } from '../../gateway/observed/watch-hub';
import { defaultWatch, type WatchConfig } from '../../gateway/observed/settings';
import type { TrustedDocuments } from '../../gateway/operations/trusted-documents';
import type { LagMeter } from '../../gateway/resilience/event-loop-lag';
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
  watch: Watch;
  reload(supergraph: string): Promise<boolean>;
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
  /** Nothing is counted by default. */
  rates?: Partial<Rates>;
  redisUrl?: string;
  trustedProxies?: number;
  operations?: Partial<HubConfig['operations']>;
  watching?: Partial<WatchConfig>;
  /** In place of the operations registered in `schema/`. */
  trusted?: TrustedDocuments | undefined;
  /** Readings of the event loop's lag in place of its own. */
  lag?: LagMeter;
}

export async function toyHub(options: ToyHubOptions = {}): Promise<ToyHub> {
  const { limits = {}, introspection = true, subgraphTimeoutMs = 2000, callers = (toys) => toys.map(localSubgraph), log = SILENT } = options;
  const toys = toySubgraphs();
  const identity = createDevelopmentIdentity(path.join(mkdtempSync(path.join(tmpdir(), 'toy-hub-')), 'identity.key'));
  const face = await createHubFace({
    config: {
      limits: { ...DEFAULT_LIMITS, ...limits },
      introspection,
      subgraphTimeoutMs,
      operations: { trustedOnly: false, rememberedBytes: 1024 * 1024, ...options.operations },
      rates: { ...NO_RATES, ...options.rates },
      redisUrl: options.redisUrl ?? null,
      trustedProxies: options.trustedProxies ?? 0,
      watching: { ...defaultWatch(), ...options.watching },
    },
    callers: callers(toys),
    identity,
    log,
    schemas: toySchemas(),
    trusted: options.trusted,
    ...(options.lag ? { lag: options.lag } : {}),
  });
  const served = await serve(face.handler, { port: 0, host: '127.0.0.1' });
  const [catalog, organisation, serviceCenter] = toys as [ToySubgraph, ToySubgraph, ToySubgraph];
  return {
    origin: served.origin,
    identity,
    catalog,
    organisation,
    serviceCenter,
    watch: face.watch,
    reload: face.reload,
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
