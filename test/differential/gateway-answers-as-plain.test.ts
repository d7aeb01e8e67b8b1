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
 * Six gateways over one hub's data; each operation is asked of two of them, in turn. The hub runs the Rust planner, by the
 * runtime's pipeline and by the short lane, which takes what is registered, here everything; the JavaScript one fails some operations, which it then says, and tells errors at other places; it must not answer otherwise.
 */
const MODES = [
  ['one process', 'rust', 'pipeline'],
  ['distributed', 'javascript', 'pipeline'],
  ['distributed', 'rust', 'short lane'],
  ['one process', 'javascript', 'pipeline'],
  ['one process', 'rust', 'short lane'],
  ['distributed', 'rust', 'pipeline'],
] as const;
const EACH = 2;

let hub: SampleHub;
let apart: DistributedHub;
let gateways: ServedHub[];
beforeAll(async () => {
  hub = await sampleHub();
  apart = await distributedHub(hub.database);
  const subgraphs = [...Object.values(hub.hub.subgraphs), ...Object.values(apart.services).map(({ subgraph }) => subgraph)];
  await Promise.all(subgraphs.flatMap(({ followers }) => followers.map((follower) => follower.stop())));
  const callers = { 'one process': Object.values(hub.hub.subgraphs).map(localSubgraph), distributed: apart.callers() };
  gateways = await Promise.all(MODES.map(([deployment, planner, lane]) => serveFace(hubConfig(), callers[deployment], hub.hub.identity.development!, { planner, trusted: lane === 'short lane' ? EVERY_TEXT : undefined })));
});
afterAll(async () => {
  for (const gateway of gateways ?? []) await gateway.stop();
  await apart?.stop();
  await hub?.stop();
});

const STAFFING: Actor = { id: 'tester', role: 'STAFFING_OFFICE', regionCode: '140100', agencyCode: null };

it.each([
  ['the public', ANONYMOUS, 11],
  ['the staffing office', STAFFING, 12],
])('both planners in both deployments, by both lanes, answer as a single schema without a planner does, over random valid operations of %s', async (_who, actor, seed) => {
  const api = buildSchema(API, { assumeValid: true });
  const plain = plainSchema(API, Object.values(hub.hub.subgraphs), { actor, requestId: 'plain' });
  const chance = chanceFrom(seed);
  const headers = actor === ANONYMOUS ? {} : await hub.as(actor.role, '140100');
  const compared = MODES.map(() => 0);
  let withErrors = 0;
  let failed = 0;
  for (let i = 0; i < OPERATIONS / 2; i += 1) {
    const query = randomOperation(api, chance, POOLS, ROOTS);
    const document = parse(query);
    if (validate(api, document).length > 0) continue;
    const expected = await execute({ schema: plain, document });
    const asked = Array.from({ length: EACH }, (_, k) => (i * EACH + k) % MODES.length);
    for (const mode of asked) {
      const isOurs = MODES[mode]![1] === 'rust';
      if (!isOurs && expected.errors) continue; // where a field fails, it may never answer
      const answer = await gateways[mode]!.ask(query, {}, headers);
      // What a limit or the permission of a root field refuses whole is another test's; the plain schema has neither.
      if (answer.status !== 200 || answer.data === undefined) continue;
      if (!isOurs && codesOf(answer.errors).join() !== codesOf(expected.errors ?? []).join()) {
        failed += 1;
        continue;
      }
      const tell = isOurs ? placesOf : codesOf;
      compared[mode]! += 1;
      if (answer.errors.length > 0) withErrors += 1;
      const found = { mode: MODES[mode], query, data: answer.data, errors: tell(answer.errors) };
      expect(found).toEqual({ mode: MODES[mode], query, data: JSON.parse(JSON.stringify(expected.data)), errors: tell(expected.errors ?? []) });
    }
  }
  for (const count of compared) expect(count).toBeGreaterThan((OPERATIONS * EACH) / MODES.length / 4);
  expect(withErrors).toBeGreaterThan(OPERATIONS / 100);
  expect(failed).toBeLessThan(OPERATIONS / 20);
}, 3_600_000);

type Errors = readonly { path?: readonly (string | number)[] | undefined; extensions: object }[];

const codeOf = ({ extensions }: Errors[number]): string => String((extensions as { code?: unknown }).code);

/** Which errors there are. */
const codesOf = (errors: Errors): string[] => [...new Set(errors.map(codeOf))].toSorted();

/** Which errors there are, and at which fields; of many in one list the gateway tells the first one's place for all. */
const placesOf = (errors: Errors): string[] => {
  const fieldsOf = ({ path = [] }: Errors[number]): string => path.filter((step) => typeof step === 'string').join('.');
  return [...new Set(errors.map((error) => `${fieldsOf(error)}: ${codeOf(error)}`))].toSorted();
};
