import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SERVICES, variableOf, type Service } from '../../gateway/config';
import { type Lane, type Operation, OPERATIONS } from './load/requests';
import { start, together, type Running } from './process-tree';

export const SETUP_NAMES = [
  'hub',
  'monolith',
  'monolith-one-sql',
  'hub-embedded',
  'hub-cached-post',
  'raw-post',
  'hub-cached-get',
  'raw-get',
  'hub-cached-304',
  'hub-distributed',
  'apollo-gateway',
] as const;
export type SetupName = (typeof SETUP_NAMES)[number];

/** What a run has made for its setups. */
export interface Bench {
  /** The database that all share. */
  url: string;
  /** Data directory of the hub that has the same contents in its embedded database. */
  embedded: string;
  /** Folder of the run's own. */
  folder: string;
  /** Makes the hub's processes accept the run's tokens. */
  identity: Record<string, string>;
  /** Where the reference's answers are, for the server that gives them as they are. */
  answers: string;
}

/** One way of answering, beside the others in one run. */
export interface Setup {
  name: SetupName;
  operations: readonly Operation[];
  lane: Lane;
  /** Answers are kept: each is asked once before the time is taken. */
  keeps: boolean;
  start(bench: Bench): Promise<Running>;
}

/** Every guard is on; only how often and how much at once one client may ask is lifted, since the load is one client. */
const WITHOUT_RATES = { HUB_RATE_ADDRESS: '0', HUB_RATE_CLIENT: '0', HUB_RATE_GUESS: '0', HUB_SHED_KEEP: '64', HUB_SAMPLE: 'off' };
const KEEPS_NOTHING = { HUB_CACHE_BYTES: '0' };

const hubEnvironment = (name: SetupName, { url, folder, identity }: Bench): Record<string, string> => ({
  ...WITHOUT_RATES,
  ...identity,
  DATABASE_URL: url,
  PGAPPNAME: name,
  HUB_DATA: `${folder}/hub`,
});

const hub = (name: SetupName, lane: Lane, environment: Record<string, string> = {}): Setup => ({
  name,
  operations: OPERATIONS,
  lane,
  keeps: environment.HUB_CACHE_BYTES === undefined,
  start: (bench) => start({ file: 'gateway/one-process.js', environment: { ...hubEnvironment(name, bench), PORT: '0', ...environment } }),
});

/** Processes that must know each other's addresses before they listen. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Addresses of the three services, and a secret for their calls. */
async function placesOf(name: SetupName, bench: Bench): Promise<{ environment: Record<string, string>; portOf: (service: Service) => string; gateway: string }> {
  const [gateway, ...ports] = (await freePorts(SERVICES.length + 1)).map(String);
  const portOf = (service: Service): string => ports[SERVICES.indexOf(service)]!;
  const origins = Object.fromEntries(SERVICES.map((service) => [variableOf(service, 'PORT').replace(/PORT$/, 'ORIGIN'), `http://127.0.0.1:${portOf(service)}`]));
  return { environment: { ...hubEnvironment(name, bench), ...KEEPS_NOTHING, ...origins, HUB_SECRET: 'a secret of the bench alone' }, portOf, gateway: gateway! };
}

const distributed: Setup = {
  name: 'hub-distributed',
  operations: OPERATIONS,
  lane: 'POST',
  keeps: false,
  async start(bench) {
    const { environment, gateway } = await placesOf('hub-distributed', bench);
    return start({ file: 'gateway/distributed.js', environment: { ...environment, PORT: gateway }, says: /分布式.*http:\/\/localhost:(\d+)/ });
  },
};

/** By itself it would report to its maker where it runs. */
const TELLS_NOBODY = { APOLLO_TELEMETRY_DISABLED: 'true' };

const apolloGateway: Setup = {
  name: 'apollo-gateway',
  operations: OPERATIONS,
  lane: 'POST',
  keeps: false,
  async start(bench) {
    const { environment, portOf } = await placesOf('apollo-gateway', bench);
    const services = await Promise.all(SERVICES.map((service) => start({ file: `services/${service}/server.js`, environment: { ...environment, [variableOf(service, 'PORT')]: portOf(service) } })));
    return together(await start({ file: 'test/bench/peers/apollo-gateway.js', environment: { ...environment, ...TELLS_NOBODY } }), services);
  },
};

const monolith = (name: 'monolith' | 'monolith-one-sql', operations: readonly Operation[]): Setup => ({
  name,
  operations,
  lane: 'POST',
  keeps: false,
  start: ({ url }) => start({ file: name === 'monolith' ? 'test/bench/peers/monolith/server.js' : 'test/bench/peers/monolith-one-sql.js', environment: { DATABASE_URL: url, PGAPPNAME: name } }),
});

const raw = (name: 'raw-post' | 'raw-get', lane: Lane): Setup => ({
  name,
  operations: OPERATIONS,
  lane,
  keeps: false,
  start: ({ answers }) => start({ file: 'test/bench/peers/raw.js', args: [answers], environment: {} }),
});

/**
 * In the order in which they are measured: what is compared stands side by side, since the machine's speed drifts.
 * A monolith has no cross-check of mandates; its page of 50 is Prisma's, however it reads a guide.
 */
export const SETUPS: readonly Setup[] = [
  hub('hub', 'POST', KEEPS_NOTHING),
  monolith('monolith', ['ItemGuide', 'SearchItems']),
  monolith('monolith-one-sql', ['ItemGuide']),
  {
    ...hub('hub-embedded', 'POST'),
    operations: ['ItemGuide', 'SearchItems'],
    keeps: false,
    start: ({ embedded }) => start({ file: 'gateway/one-process.js', environment: { ...WITHOUT_RATES, ...KEEPS_NOTHING, HUB_DATA: embedded, PORT: '0' } }),
  },
  hub('hub-cached-post', 'POST'),
  raw('raw-post', 'POST'),
  hub('hub-cached-get', 'GET'),
  raw('raw-get', 'GET'),
  hub('hub-cached-304', '304'),
  distributed,
  apolloGateway,
];
