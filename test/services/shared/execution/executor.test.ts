import { buildSchema, execute, type ExecutionResult, GraphQLError, type GraphQLResolveInfo, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import { createExecutor } from '../../../../services/shared/execution/executor';

const SDL = `
  type Query { town(code: ID = "1"): Town  towns(first: Int, kinds: [Kind!]): [Town!]  find(filter: Filter): [Place]  must: Town!  path: String  variables: String }
  type Mutation { found(name: String!): Town! }
  input Filter { name: String  kind: Kind = CITY  near: [Int!] }
  enum Kind { CITY TOWN }
  union Place = Town | River
  type Town { code: ID!  name: String  kind: Kind!  mayor: Mayor!  twins: [Town!]!  notes: [String]  shout(times: Int = 1): String! }
  type Mayor { name: String! }
  type River { name: String!  length: Float }
`;
const town = (code: string) => ({ __typename: 'Town', code, name: `town ${code}`, kind: 'CITY', mayor: Promise.resolve({ name: 'Li' }), twins: [], notes: ['a', null, Promise.resolve('b')], shout: ({ times }: { times: number }) => '!'.repeat(times) });
const told = (args: object): string => JSON.stringify(args);

/** What each field answers; whatever is not here is read from its parent. */
const RESOLVERS: Record<string, (source: unknown, args: never, context: unknown, info: GraphQLResolveInfo) => unknown> = {
  'Query.town': (_source, { code }: { code: string }) => (code === 'none' ? null : code === 'broken' ? new Error('broken') : Promise.resolve(town(code))),
  'Query.towns': (_source, { first = 2 }: { first?: number }) => Array.from({ length: first }, (_, n) => (n % 2 ? town(String(n)) : Promise.resolve(town(String(n))))),
  'Query.find': (_source, { filter }: { filter?: object }) => [town('1'), null, Promise.resolve({ __typename: 'River', name: filter ? told(filter) : 'no filter', length: 1.5 }), { __typename: 'Kind' }].slice(0, filter ? 3 : 4),
  'Query.must': () => null,
  'Query.path': (_source, _args, _context, info) => JSON.stringify(info.path),
  'Query.variables': (_source, _args, _context, info) => told(info.variableValues),
  'Mutation.found': (_source, { name }: { name: string }) => {
    founded.push(name);
    return null;
  },
};
const founded: string[] = [];
const asked: string[] = [];

function schemaOf(resolvers: typeof RESOLVERS): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type))
      for (const field of Object.values(type.getFields())) {
        const resolve = resolvers[`${type.name}.${field.name}`];
        if (resolve) field.resolve = (source, args, context, info) => (asked.push(field.name), resolve(source, args as never, context, info));
      }
  return schema;
}

const schema = schemaOf(RESOLVERS);
const executor = createExecutor(schema);
const textOf = ({ data, errors }: ExecutionResult): string => JSON.stringify({ data, errors: errors?.map((error) => error.toJSON()) });

const CASES: [what: string, text: string, variables?: Record<string, unknown>][] = [
  ['a field', '{ town { code name kind } }'],
  ['aliases and fields in order', '{ b: town(code: "2") { name code } a: town { twins { code } mayor { name } } __typename }'],
  ['promises in their places', '{ towns(first: 4) { code notes mayor { name } code2: code } }'],
  ['merged selections', 'fragment F on Town { mayor { name } } { town { mayor { __typename } ...F ... on Town { code ...F } ... { name } } }'],
  ['a union', '{ find(filter: { name: "x" }) { __typename ... on Town { code } ... on River { name length } } }'],
  ['a union of a type it does not have', '{ find { __typename ... on River { name } } }'],
  ['defaults inside an input', '{ find(filter: { near: 1 }) { ... on River { name } } }'],
  ['variables inside an input, absent', 'query ($name: String) { find(filter: { name: $name }) { ... on River { name } } }'],
  ['variables inside an input, null', 'query ($name: String) { find(filter: { name: $name }) { ... on River { name } } }', { name: null }],
  ['an input as a variable', 'query ($filter: Filter) { find(filter: $filter) { ... on River { name } } }', { filter: { kind: 'TOWN', near: [1, 2] } }],
  ['a default of the operation', 'query ($code: ID = "7") { town(code: $code) { code } }'],
  ['an argument inside a list', 'query ($times: Int) { towns { shout(times: $times) } loud: towns { shout(times: 3) } }'],
  ['null for an argument', 'query ($code: ID) { town(code: $code) { code } }', { code: null }],
  ['nothing found', '{ town(code: "none") { code } }'],
  ['the schema itself', '{ __schema { queryType { name } } __type(name: "Kind") { enumValues { name } } }'],
  ['skipped fields', 'query ($no: Boolean!) { town { code @skip(if: $no) name @include(if: $no) } }', { no: true }],
  ['one of several operations', 'query A { town { code } } query B { town { name } }'],
  ['an error in place of a value', '{ town(code: "broken") { code } towns { code } }'],
  ['null where none may be', '{ must { code } town { code } }'],
  ['a variable that does not fit', 'query ($first: Int!) { towns(first: $first) { code } }', { first: 'many' }],
  ['a variable that is missing', 'query ($first: Int!) { towns(first: $first) { code } }'],
  ['an unknown value', 'query ($kinds: [Kind!]) { towns(kinds: $kinds) { code } }', { kinds: ['VILLAGE'] }],
  ['an unknown field of an input', 'query ($filter: Filter) { find(filter: $filter) { __typename } }', { filter: { height: 1 } }],
  ['a name that would poison', '{ __proto__: town { code } town { __proto__: name } }'],
  ['what reads its place', '{ here: path variables }'],
];

describe('an executor', () => {
  beforeEach(() => asked.splice(0));

  it.each(CASES.map(([what, text, variables = {}]) => ({ what, text, variables })))('answers as graphql-js does: $what', async ({ text, variables }) => {
    const args = { document: parse(text), variableValues: variables, operationName: text.startsWith('query A') ? 'B' : undefined };
    const expected = textOf(await execute({ ...args, schema }));
    expect(textOf(await executor(args))).toBe(expected);
    expect(textOf(await executor(args))).toBe(expected);
  });

  it('asks each resolver once when all goes well', async () => {
    await executor({ document: parse('{ town { code } towns { code } }') });
    expect(asked).toEqual(['town', 'towns']);
  });

  it('asks the resolver that a field has at the time', async () => {
    const own = schemaOf({ 'Query.path': () => 'before' });
    const [execute, document] = [createExecutor(own), parse('{ path }')];
    expect(await execute({ document })).toEqual({ data: { path: 'before' } });
    own.getQueryType()!.getFields().path!.resolve = () => 'after';
    expect(await execute({ document })).toEqual({ data: { path: 'after' } });
  });

  it('answers at once what needs no waiting', () => {
    expect(executor({ document: parse('{ find(filter: {}) { __typename } }') })).toBeInstanceOf(Promise);
    expect(executor({ document: parse('{ __typename }') })).toEqual({ data: { __typename: 'Query' } });
  });

  it('asks a query again when something fails, and a mutation never', async () => {
    await executor({ document: parse('{ must { code } }') });
    expect(asked).toEqual(['must', 'must']);
    const { errors } = await executor({ document: parse('mutation { found(name: "x") { code } }') });
    expect(errors).toHaveLength(1);
    expect(founded).toEqual(['x']);
  });

  it('leaves no promise unheard when another fails', async () => {
    const late = (): Promise<never> => sleep(1).then(() => Promise.reject(new GraphQLError('late')));
    const failing = schemaOf({ 'Query.find': () => [new Error('first'), late(), late()], 'Query.town': late, 'Query.must': () => { throw new Error('at once'); } });
    const unheard: unknown[] = [];
    const hear = (fault: unknown): void => void unheard.push(fault);
    process.on('unhandledRejection', hear);
    try {
      const document = parse('{ town { code } find { __typename } must { code } path }');
      expect(textOf(await createExecutor(failing)({ document }))).toBe(textOf(await execute({ schema: failing, document })));
      await sleep(20);
      expect(unheard).toEqual([]);
    } finally {
      process.off('unhandledRejection', hear);
    }
  });

  it('tells what graphql-js tells of a resolver that throws beside others that wait', async () => {
    const failing = schemaOf({ ...RESOLVERS, 'Query.must': () => { throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } }); } });
    const document = parse('{ town { code } must { code } }');
    expect(textOf(await createExecutor(failing)({ document }))).toBe(textOf(await execute({ schema: failing, document })));
  });
});
