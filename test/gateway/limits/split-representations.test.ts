import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import { splitRepresentations } from '../../../gateway/limits/split-representations';
import type { SubgraphCall, SubgraphCaller } from '../../../gateway/subgraph-caller';
import { ANONYMOUS } from '../../../services/shared/actor';

const ONE = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Item { name } } }';
const TWO = 'query ($a: [_Any!]!, $b: [_Any!]!, $x: Int) { _e0: _entities(representations: $a) { __typename } _e1: _entities(representations: $b) { __typename } }';
const keys = (count: number): { code: number }[] => Array.from({ length: count }, (_, code) => ({ code }));

/** Splits at 10, over a subgraph that answers each key with itself, and notes how many it was asked for. */
async function ask(text: string, variables: Record<string, unknown>, answer?: (data: Record<string, unknown>) => ExecutionResult) {
  const calls: Record<string, unknown>[] = [];
  const caller = {
    name: 'catalog',
    async call({ variables: own = {} }: SubgraphCall): Promise<ExecutionResult> {
      calls.push(own);
      const data = text === ONE ? { _entities: own.representations } : { _e0: own.a, _e1: own.b };
      return answer?.(data) ?? { data };
    },
  } as unknown as SubgraphCaller;
  const call = { document: parse(text), variables, operationName: undefined, actor: ANONYMOUS, requestId: 'r', operation: {} };
  return { result: await splitRepresentations(caller, 10).call(call, new AbortController().signal), calls };
}

describe('entities of one step', () => {
  it('go in one call up to the limit, as they are', async () => {
    const variables = { representations: keys(10) };
    const { result, calls } = await ask(ONE, variables);
    expect(calls).toEqual([variables]);
    expect(calls[0]).toBe(variables);
    expect(result.data?._entities).toEqual(keys(10));
  });

  it('go in several past it, and come back in order', async () => {
    const { result, calls } = await ask(ONE, { representations: keys(25) });
    expect(calls.map(({ representations }) => (representations as unknown[]).length)).toEqual([10, 10, 5]);
    expect(result).toEqual({ data: { _entities: keys(25) } });
  });

  it('of several places at once each keep theirs', async () => {
    const { result, calls } = await ask(TWO, { a: keys(21), b: keys(3), x: 1 });
    expect(calls.map(({ a, b, x }) => [(a as unknown[]).length, (b as unknown[]).length, x])).toEqual([[10, 3, 1], [10, 0, 1], [1, 0, 1]]);
    expect(result).toEqual({ data: { _e0: keys(21), _e1: keys(3) } });
  });

  it('keep each error at its entity', async () => {
    const { result } = await ask(ONE, { representations: keys(25) }, (data) => ({
      data: { _entities: (data._entities as unknown[]).map(() => null) },
      errors: [new GraphQLError('no', { path: ['_entities', 2, 'name'], extensions: { code: 'FORBIDDEN' } })],
    }));
    expect(result.errors?.map(({ path, message, extensions }) => [path, message, extensions.code])).toEqual([2, 12, 22].map((i) => [['_entities', i, 'name'], 'no', 'FORBIDDEN']));
  });

  it('lose no other part when one part has no data', async () => {
    let parts = 0;
    const { result } = await ask(ONE, { representations: keys(25) }, (data) => (parts++ === 1 ? { data: null, errors: [new GraphQLError('down')] } : { data }));
    const nodes = result.data?._entities as unknown[];
    expect([nodes.length, nodes.slice(10, 20).every((node) => node === null), nodes[24]]).toEqual([25, true, { code: 24 }]);
  });

  it('are the only thing that is split', async () => {
    const text = '{ items(codes: [1]) { name } }';
    const { calls } = await ask(text, { representations: keys(25) });
    expect(calls).toHaveLength(1);
  });
});
