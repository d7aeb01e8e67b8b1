import { buildSchema, execute, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { inProject } from '../../services/shared/project-root';
import { ANONYMOUS, type Actor } from '../../services/shared/actor';
import { type SampleHub, sampleHub } from '../support/sample-hub';
import { plainSchema } from './plain-schema';
import { chanceFrom, type Pools, randomOperation } from './random-operation';

const OPERATIONS = 1_000;
const API = readFileSync(inProject('schema', 'api.graphql'), 'utf8');

const CODES = ['14010001301000100', '14010001301000101', '14010001601000101', '14010003001000200', '14010000802000100', '14010001801000100', 'unknown'];
const POOLS: Pools = {
  code: [...CODES, '140100', '650200', '140100013', '140100030', '140100041'],
  itemCode: CODES,
  regionCode: ['140100', '650200', '140105'],
  agencyCode: ['140100013', '140100030', '650200001'],
  first: [1, 2, 3],
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

let hub: SampleHub;
beforeAll(async () => {
  hub = await sampleHub();
  await Promise.all(Object.values(hub.hub.subgraphs).flatMap(({ followers }) => followers.map((follower) => follower.stop())));
});
afterAll(() => hub?.stop());

const STAFFING: Actor = { id: 'tester', role: 'STAFFING_OFFICE', regionCode: '140100', agencyCode: null };

it.each([
  ['the public', ANONYMOUS, 11],
  ['the staffing office', STAFFING, 12],
])(
  'the gateway answers as a single schema without a planner does, over random valid operations of %s',
  async (_who, actor, seed) => {
    const api = buildSchema(API, { assumeValid: true });
    const plain = plainSchema(API, Object.values(hub.hub.subgraphs), { actor, requestId: 'plain' });
    const chance = chanceFrom(seed);
    const headers = actor === ANONYMOUS ? {} : await hub.as(actor.role, '140100');
    let compared = 0;
    for (let i = 0; i < OPERATIONS / 2; i += 1) {
      const query = randomOperation(api, chance, POOLS, ROOTS);
      const document = parse(query);
      if (validate(api, document).length > 0) continue;
      const answer = await hub.ask(query, {}, headers);
      // What a limit or the permission of a root field refuses whole is another test's; the plain schema has neither.
      if (answer.status !== 200 || answer.data === undefined) continue;
      const expected = await execute({ schema: plain, document });
      // An error in one field takes what else was asked of its service in the same step: the planner's way, not ours to compare.
      if (answer.errors.length > 0) continue;
      compared += 1;
      expect({ query, data: answer.data, errors: [] }).toEqual({ query, data: JSON.parse(JSON.stringify(expected.data)), errors: expected.errors ?? [] });
    }
    expect(compared).toBeGreaterThan(OPERATIONS / 8);
  },
  300_000,
);
