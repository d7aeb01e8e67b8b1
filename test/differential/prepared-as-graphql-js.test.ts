import { execute, type ExecutionResult, GraphQLError, type GraphQLSchema, isObjectType, parse, print, validate } from 'graphql';
import { ANONYMOUS, type Actor } from '../../services/shared/actor';
import { createExecutor, plainExecution } from '../../services/shared/execution/executor';
import { type SampleHub, sampleHub } from '../support/sample-hub';
import { chanceFrom, type Pools, randomOperation } from './random-operation';
import { varied } from './varied-operation';

/** Of each service. */
const OPERATIONS = 600;

const CODES = ['14010001301000100', '14010001301000101', '14010001601000101', '14010000802000100', 'unknown'];
const AGENCIES = ['140100013', '140100030', '650200001'];
const POOLS: Pools = {
  code: [...CODES, '140100', '140100013'],
  itemCode: CODES,
  regionCode: ['140100', '650200'],
  agencyCode: AGENCIES,
  first: [1, 2, 3, 0, 5000],
  asOf: ['2026-01-15', '2014-09-10', 'yesterday'],
  on: ['2026-01-15'],
  from: ['2014-01-01'],
  to: ['2026-01-15'],
  startedOn: ['2014-09-05'],
  value: [1, 20],
  filter: [{ regionCode: '140100' }, { text: '处罚' }],
  sequence: [1, 2],
  treeSize: [5],
  representations: [[{ __typename: 'PowerItem', code: CODES[0] }, { __typename: 'PowerItem', code: 'unknown' }], [{ __typename: 'Agency', code: AGENCIES[0] }, { __typename: 'PowerItem', code: CODES[1] }], [{ __typename: 'Nothing' }]],
};
const STAFFING: Actor = { id: 'tester', role: 'STAFFING_OFFICE', regionCode: '140100', agencyCode: null };

/** Makes any field fail: null, an error that is returned, thrown or comes later. */
const FAULTS = {
  null: () => null,
  error: () => new Error('returned'),
  thrown: () => {
    throw new GraphQLError('thrown', { extensions: { code: 'FORBIDDEN' } });
  },
  late: () => Promise.reject(new Error('late')),
};
type Fault = keyof typeof FAULTS;

function withFaults(schema: GraphQLSchema): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (...asked) => {
        const fault = faults.get(`${type.name}.${field.name}`);
        return fault === undefined ? resolve(...asked) : FAULTS[fault]();
      };
    }
  }
  return faults;
}

let hub: SampleHub;
beforeAll(async () => {
  hub = await sampleHub();
  await Promise.all(Object.values(hub.hub.subgraphs).flatMap(({ followers }) => followers.map((follower) => follower.stop())));
});
afterAll(() => hub?.stop());

it.each([
  ['catalog', 21],
  ['organisation', 22],
  ['service-center', 23],
] as const)('%s: prepared queries answer as graphql-js does, over random operations of which some fail', async (name, seed) => {
  const subgraph = hub.hub.subgraphs[name];
  const { schema } = subgraph;
  const faults = withFaults(schema);
  const chance = chanceFrom(seed);
  const roots = Object.keys(schema.getQueryType()!.getFields());
  const [executor, plainly] = [createExecutor(schema), plainExecution(schema)];
  const counts = { plain: 0, failed: 0, directed: 0 };
  for (let i = 0; i < OPERATIONS; i += 1) {
    const { document, variables: variableValues, fields } = varied(schema, randomOperation(schema, chance, POOLS, roots), chance);
    if (validate(schema, document).length > 0) continue;
    faults.clear();
    if (chance() < 0.25) faults.set(fields[Math.floor(chance() * fields.length)] ?? '', Object.keys(FAULTS)[Math.floor(chance() * 4)] as Fault);
    const actor = chance() < 0.5 ? ANONYMOUS : STAFFING;
    const asked = (): Parameters<typeof executor>[0] => ({ document: parse(print(document)), variableValues, contextValue: subgraph.createContext({ actor, requestId: 'test' }) });
    const expected = await execute({ ...asked(), schema });
    const told = { query: print(document), variableValues, faults: [...faults] };
    const data = await plainly(asked());
    const isDirected = print(document).includes('@');
    expect({ ...told, isPlain: data !== null }).toEqual({ ...told, isPlain: expected.errors === undefined && !isDirected });
    if (data !== null) expect({ ...told, data: JSON.stringify(data) }).toEqual({ ...told, data: JSON.stringify(expected.data) });
    expect({ ...told, ...wordsOf(await executor(asked())) }).toEqual({ ...told, ...wordsOf(expected) });
    counts[data !== null ? 'plain' : isDirected ? 'directed' : 'failed'] += 1;
  }
  expect(counts.plain).toBeGreaterThan(OPERATIONS / 10);
  expect(counts.failed).toBeGreaterThan(OPERATIONS / 20);
  expect(counts.directed).toBeGreaterThan(0);
});

/** The order of errors that come later is the database's. */
const wordsOf = ({ data, errors = [] }: ExecutionResult) => ({ data: JSON.stringify(data), errors: errors.map((error) => JSON.stringify(error)).toSorted() });
