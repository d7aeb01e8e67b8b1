import { buildSchema, execute, GraphQLError } from 'graphql';
import type { RequestContext } from '../../gateway/gateway';
import { DEFAULT_LIMITS } from '../../gateway/limits/limits';
import type { OperationCheck } from '../../gateway/operation-checks';
import type { AskedOverHttp } from '../../gateway/operations/plain-params';
import { createShortLane, type Executor, type ShortLane } from '../../gateway/short-lane';
import { hashOf } from '../../schema/trusted-operations';
import { ANONYMOUS } from '../../services/shared/actor';
import { EVERY_TEXT } from '../support/lanes';
import { type ToyHub, toyHub } from '../support/toy-hub';

const QUERY = 'query A($n: Int) { a(n: $n) }';
const TYPE = 'application/json; charset=utf-8';
const schema = buildSchema('type Query { a(n: Int): String trackCase(number: ID): String } type Mutation { b: String }');
const registered = { hash: hashOf(QUERY), consumer: 'tests', name: 'A', text: QUERY };
const trusted = { ...EVERY_TEXT, byHash: (hash: string) => (hash === registered.hash ? registered : null), byText: (text: string) => (text.startsWith('#') ? null : EVERY_TEXT.byText(text)) };

let runs: Record<string, unknown>[];
let refused: boolean;
let lane: ShortLane;
const executor: Executor = ({ document, variables }) => {
  runs.push(variables);
  return execute({ schema, document, variableValues: variables, rootValue: { a: ({ n }: { n?: number }) => (n === 13 ? new Error('unlucky') : `a${n ?? ''}`), trackCase: () => 'x', b: () => 'b' } });
};
const check: OperationCheck = () => (refused ? [new GraphQLError('no')] : []);
beforeEach(() => {
  [runs, refused] = [[], false];
  lane = createShortLane({ limits: DEFAULT_LIMITS, introspection: false, trusted, schema, executor, checks: [check] });
  lane.learn(posted({}), { status: 200, headers: { 'content-type': TYPE }, bytes: Buffer.of() });
});

const contextOf = (): RequestContext => ({ actor: ANONYMOUS, requestId: 'r', address: '127.0.0.1', traits: { repeatable: false } });
const posted = (body: object, headers: Record<string, string> = {}): AskedOverHttp => ({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, body: Buffer.from(JSON.stringify(body)) });
const got = (address: string): AskedOverHttp => ({ method: 'GET', url: `/graphql?${address}`, headers: {}, body: null });
const id = `documentId=sha256:${registered.hash}`;

describe('the short lane answers a registered query', () => {
  it.each<[string, AskedOverHttp]>([
    ['in words', posted({ query: QUERY, variables: { n: 1 } })],
    ['with its name', posted({ query: QUERY, operationName: 'A', variables: { n: 1 }, extensions: null })],
    ['by its id', posted({ documentId: `sha256:${registered.hash}`, variables: { n: 1 } })],
    ['by its hash, as @apollo/client does', posted({ extensions: { persistedQuery: { version: 1, sha256Hash: registered.hash } }, variables: { n: 1 } })],
    ['in an address', got(`${id}&variables=${encodeURIComponent('{"n":1}')}`)],
  ])('%s', async (_how, asked) => {
    const context = contextOf();
    const answer = await lane.answer(asked, context);
    expect(answer).toEqual({ status: 200, headers: { 'content-type': TYPE, 'content-length': '19' }, bytes: Buffer.from('{"data":{"a":"a1"}}') });
    expect([runs, context.traits]).toEqual([[{ n: 1 }], { repeatable: true }]);
  });
});

describe('the short lane leaves to the pipeline, and executes nothing of it,', () => {
  it.each<[string, AskedOverHttp]>([
    ['a text nobody registered', posted({ query: `# mine\n${QUERY}` })],
    ['a mutation', posted({ query: 'mutation { b }' })],
    ['what tries codes', posted({ query: 'query { trackCase(number: "1") }' })],
    ['what is not valid', posted({ query: '{ nothing }' })],
    ['what is beyond the limits of documents', posted({ query: `{ ${Array.from({ length: 31 }, (_, i) => `x${i}: a`).join(' ')} }` })],
    ['introspection where it is off', posted({ query: '{ __schema { types { name } } }' })],
    ['another operation’s name', posted({ query: QUERY, operationName: 'B' })],
    ['variables nested too deep', posted({ query: QUERY, variables: { n: JSON.parse('['.repeat(40) + ']'.repeat(40)) } })],
    ['variables of an unsafe name', posted({ query: QUERY, variables: JSON.parse('{"__proto__":1}') })],
    ['a parameter nobody knows', posted({ query: QUERY, more: 1 })],
    ['a parameter of the wrong type', posted({ query: QUERY, variables: [] })],
    ['a batch', posted([{ query: QUERY }])],
    ['a form', posted({ query: QUERY }, { 'content-type': 'application/x-www-form-urlencoded' })],
    ['a body that is no JSON', { ...posted({}), body: Buffer.from('{') }],
    ['a parameter that is there twice', got(`${id}&${id}`)],
    ['an id beside a text', posted({ query: QUERY, documentId: `sha256:${registered.hash}` })],
    ['a type that the pipeline has not answered yet', posted({ query: QUERY }, { accept: 'application/graphql-response+json' })],
  ])('%s', async (_what, asked) => {
    expect(await lane.answer(asked, contextOf())).toBeNull();
    expect(runs).toEqual([]);
  });

  it('what a check refuses', async () => {
    refused = true;
    expect(await lane.answer(posted({ query: QUERY }), contextOf())).toBeNull();
    expect(runs).toEqual([]);
  });
});

it('the short lane hands over what went wrong, so that it is executed once and told by the pipeline', async () => {
  const context = contextOf();
  expect(await lane.answer(posted({ query: QUERY, variables: { n: 13 } }), context)).toBeNull();
  expect(context.executed).toMatchObject({ data: { a: null }, errors: [{ message: 'unlucky' }] });
  expect(context.traits).toEqual({ repeatable: false });
});

describe('both lanes', () => {
  let [long, short]: ToyHub[] = [];
  beforeAll(async () => {
    [long, short] = [await toyHub(), await toyHub({ trusted: EVERY_TEXT })];
  });
  afterAll(() => Promise.all([long!.stop(), short!.stop()]));

  const answerOf = async ({ origin }: ToyHub, accept: string) => {
    const body = JSON.stringify({ query: '{ powerItem(code: "item-0") { name implementingAgency { name } } }' });
    const response = await fetch(`${origin}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', accept, 'x-request-id': 'r' } });
    const headers = [...response.headers].filter(([name]) => name !== 'date');
    return { status: response.status, headers, text: await response.text() };
  };

  it.each(['*/*', 'application/json', 'application/graphql-response+json', 'application/graphql-response+json,application/json;q=0.9', 'text/html'])('answer who accepts %s with the same head and bytes', async (accept) => {
    const expected = await answerOf(long!, accept);
    for (let i = 0; i < 3; i += 1) expect(await answerOf(short!, accept)).toEqual(expected);
  });
});
