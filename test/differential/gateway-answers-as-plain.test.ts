import { buildSchema, execute, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { inProject } from '../../services/shared/project-root';
import { ANONYMOUS, type Actor } from '../../services/shared/actor';
import { localSubgraph } from '../../gateway/local-subgraph';
import { type DistributedHub, distributedHub } from '../support/distributed-hub';
import { EVERY_TEXT } from '../support/lanes';
import { hubConfig, type SampleHub, sampleHub, serveFace, type ServedHub } from '../support/sample-hub';
import { plainSchema } from './plain-schema';
import { chanceFrom, type Pools, randomOperation } from './random-operation';

/** Of both callers; twice as many answers are compared. */
const OPERATIONS = 1_000;
const API = readFileSync(inProject('schema', 'api.graphql'), 'utf8');

const CODES = ['14010001301000100', '14010001301000101', '14010001601000101', '14010003001000200', '14010000802000100', '14010001801000100', 'unknown'];
const POOLS: Pools = {
  code: [...CODES, '140100', '650200', '140100013', '140100030', '140100041'],
  itemCode: CODES,
  regionCode: ['140100', '650200', '140105'],
  agencyCode: ['140100013', '140100030', '650200001'],
  first: [1, 2, 3, 3, 0],
  asOf: ['2026-01-15', '2014-09-10', '2019-06-01'],
  on: ['2026-01-15', '2014-09-10'],
  startedOn: ['2014-09-05', '2015-01-30'],
  value: [1, 5, 20],
  from: ['2014-01-01'],
  to: ['2026-01-15'],
  filter: [{ regionCode: '140100' }, { regionCode: '650200', text: '处罚' }],
  sequence: [1, 2],
  treeSize: [5],
  limit: [2],
};
/** Public ones; what is protected below them answers by who asks. */
const ROOTS = ['powerItem', 'powerItems', 'agency', 'region', 'exerciseCheck', 'listSummary', 'linkCoverage', 'dueDate', 'guideVersions', 'catalogChanges', 'organisationChanges', 'serviceCenterChanges'];

/**
 * Four gateways as the hub runs them, each operation asked of two in turn: in one process and distributed, by the runtime's
 * pipeline and by the short lane, which takes what is registered, here everything.
 */
const MODES = [
  ['one process', 'pipeline'],
  ['distributed', 'short lane'],
  ['distributed', 'pipeline'],
  ['one process', 'short lane'],
] as const;
const EACH = 2;
/** Every so many operations are asked of the runtime's other planner too. */
const EVERY = 10;

let hub: SampleHub;
let apart: DistributedHub;
let gateways: ServedHub[];
/** With the JavaScript planner, in both deployments. */
let others: ServedHub[];
beforeAll(async () => {
  hub = await sampleHub();
  apart = await distributedHub(hub.database);
  const subgraphs = [...Object.values(hub.hub.subgraphs), ...Object.values(apart.services).map(({ subgraph }) => subgraph)];
  await Promise.all(subgraphs.flatMap(({ followers }) => followers.map((follower) => follower.stop())));
  const callers = { 'one process': Object.values(hub.hub.subgraphs).map(localSubgraph), distributed: apart.callers() };
  const { development } = hub.hub.identity;
  gateways = await Promise.all(MODES.map(([deployment, lane]) => serveFace(hubConfig(), callers[deployment], development!, { trusted: lane === 'short lane' ? EVERY_TEXT : undefined })));
  others = await Promise.all([callers['one process'], callers.distributed].map((of) => serveFace(hubConfig(), of, development!, { planner: 'javascript' })));
});
afterAll(async () => {
  for (const gateway of [...(gateways ?? []), ...(others ?? [])]) await gateway.stop();
  await apart?.stop();
  await hub?.stop();
});

const STAFFING: Actor = { id: 'tester', role: 'STAFFING_OFFICE', regionCode: '140100', agencyCode: null };

it.each([
  ['the public', ANONYMOUS, 11],
  ['the staffing office', STAFFING, 12],
])('both deployments, by both lanes, answer as a single schema without a planner does, over random valid operations of %s', async (_who, actor, seed) => {
  const api = buildSchema(API, { assumeValid: true });
  const plain = plainSchema(API, Object.values(hub.hub.subgraphs), { actor, requestId: 'plain' });
  const chance = chanceFrom(seed);
  const headers = actor === ANONYMOUS ? {} : await hub.as(actor.role, '140100');
  const compared = MODES.map(() => 0);
  let withErrors = 0;
  let byOthers = 0;
  for (let i = 0; i < OPERATIONS / 2; i += 1) {
    const query = randomOperation(api, chance, POOLS, ROOTS);
    const document = parse(query);
    if (validate(api, document).length > 0) continue;
    const expected = await execute({ schema: plain, document });
    const data = JSON.parse(JSON.stringify(expected.data)) as unknown;
    for (const mode of Array.from({ length: EACH }, (_, k) => (i * EACH + k) % MODES.length)) {
      const answer = await gateways[mode]!.ask(query, {}, headers);
      // What a limit or the permission of a root field refuses whole is another test's; the plain schema has neither.
      if (answer.status !== 200 || answer.data === undefined) continue;
      compared[mode]! += 1;
      if (answer.errors.length > 0) withErrors += 1;
      expect({ mode: MODES[mode], query, data: answer.data, errors: placesOf(answer.errors) }).toEqual({ mode: MODES[mode], query, data, errors: placesOf(expected.errors ?? []) });
    }
    if (i % EVERY !== 0) continue;
    const other = await askOther(others[(i / EVERY) % others.length]!, query, headers);
    if (other === null) continue;
    byOthers += 1;
    expect({ query, data: other }).toEqual({ query, data });
  }
  for (const count of compared) expect(count).toBeGreaterThan((OPERATIONS * EACH) / MODES.length / 4);
  expect(withErrors).toBeGreaterThan(OPERATIONS / 100);
  expect(byOthers).toBeGreaterThan(OPERATIONS / EVERY / 8);
}, 3_600_000);

/**
 * What the planner that the hub does not run answers to an operation, where it does without an error. There are operations
 * that it fails and some that it never answers; it must not answer otherwise.
 */
async function askOther({ origin }: ServedHub, query: string, headers: Record<string, string>): Promise<unknown> {
  const signal = AbortSignal.timeout(10_000);
  const asked = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }), signal };
  const answer = await fetch(`${origin}/graphql`, asked)
    .then(async (response) => (await response.json()) as { data?: unknown; errors?: unknown })
    .catch((fault: unknown): { data?: unknown; errors?: unknown } => {
      if (signal.aborted) return {};
      throw fault;
    });
  return answer.errors === undefined && answer.data ? answer.data : null;
}

type Errors = readonly { path?: readonly (string | number)[] | undefined; extensions: object }[];

const codeOf = ({ extensions }: Errors[number]): string => String((extensions as { code?: unknown }).code);

/** Which errors there are, and at which fields; of many in one list the gateway tells the first one's place for all. */
const placesOf = (errors: Errors): string[] => {
  const fieldsOf = ({ path = [] }: Errors[number]): string => path.filter((step) => typeof step === 'string').join('.');
  return [...new Set(errors.map((error) => `${fieldsOf(error)}: ${codeOf(error)}`))].toSorted();
};
