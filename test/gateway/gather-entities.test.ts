import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import { gatherEntities } from '../../gateway/gather-entities';
import type { SubgraphCall } from '../../gateway/subgraph-caller';
import { CallFailed } from '../../gateway/subgraph-failure';
import { ANONYMOUS, type Actor } from '../../services/shared/actor';
import { setTracer } from '../../services/shared/tracing';

const ONE = parse('query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Item { name } } }');
const TWO = parse('query ($a: [_Any!]!, $b: [_Any!]!) { _e0: _entities(representations: $a) { __typename } _e1: _entities(representations: $b) { __typename } }');
const WANG: Actor = { ...ANONYMOUS, id: 'wang', role: 'STAFFING_OFFICE', regionCode: '140100' };

const echo = ({ document, variables }: SubgraphCall): ExecutionResult => ({ data: document === TWO ? { _e0: variables!.a, _e1: variables!.b } : { _entities: variables!.representations } });
const one = (...representations: unknown[]): Partial<SubgraphCall> => ({ document: ONE, variables: { representations } });

/** A service, all it was asked, and whoever asks it. */
function aService(answer: (call: SubgraphCall, signal: AbortSignal) => ExecutionResult | Promise<ExecutionResult> = echo) {
  const asked: SubgraphCall[] = [];
  const gathered = gatherEntities(async (call, signal) => {
    asked.push(call);
    return answer(call, signal);
  });
  let ids = 0;
  const ask = (call: Partial<SubgraphCall>, signal = new AbortController().signal): Promise<ExecutionResult> =>
    gathered({ document: ONE, variables: {}, operationName: undefined, actor: ANONYMOUS, requestId: `r${(ids += 1)}`, operation: {}, ...call }, signal);
  return { asked, ask };
}

describe('entities asked for in one turn', () => {
  it('go as one call, whoever asks, and each gets its own', async () => {
    const { asked, ask } = aService();
    const answers = await Promise.all([ask(one('a', 'b')), ask(one()), ask(one('b', null, 'c'))]);
    expect(answers).toEqual([['a', 'b'], [], ['b', null, 'c']].map((_entities) => ({ data: { _entities } })));
    expect(asked.map(({ variables, requestId }) => [variables, requestId])).toEqual([[{ representations: ['a', 'b', 'b', null, 'c'] }, 'r1,r2,r3']]);
  });

  it('of several lists keep each in its place', async () => {
    const { asked, ask } = aService();
    const two = (a: string[], b: string[]) => ask({ document: TWO, variables: { a, b } });
    expect(await Promise.all([two(['1'], ['2', '3']), two(['4', '5'], [])])).toEqual([{ data: { _e0: ['1'], _e1: ['2', '3'] } }, { data: { _e0: ['4', '5'], _e1: [] } }]);
    expect(asked).toHaveLength(1);
  });

  it('go as they are when nobody else asks', async () => {
    const { asked, ask } = aService();
    const call = one('a');
    await ask(call);
    await ask(call);
    expect(asked.map(({ variables }) => variables)).toEqual([call.variables, call.variables]);
    expect(asked[0]!.variables).toBe(call.variables);
  });

  it('are apart for callers who are not equal, for other documents, and for whatever else is asked', async () => {
    const { asked, ask } = aService();
    const root = { document: parse('query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } today }'), variables: { representations: ['x'] } };
    const more = { document: parse('query ($representations: [_Any!]!, $on: Date) { _entities(representations: $representations) { name(on: $on) } }'), variables: { representations: ['x'], on: '2014-01-01' } };
    await Promise.all([ask(one('a')), ask({ ...one('b'), actor: WANG }), ask({ ...one('c'), actor: { ...WANG } }), ask({ document: TWO, variables: { a: ['d'], b: [] } }), ask(root), ask(root), ask(more), ask(more)]);
    expect(asked.map(({ requestId }) => requestId).toSorted()).toEqual(['r1', 'r2,r3', 'r4', 'r5', 'r6', 'r7', 'r8']);
    expect(asked.filter(({ requestId }) => requestId.includes('r2')).map(({ actor }) => actor)).toEqual([WANG]);
  });

  it('are at most so many keys and so many calls', async () => {
    const { asked, ask } = aService();
    const keys = (count: number): string[] => Array.from({ length: count }, (_, n) => `${n}`);
    await Promise.all([ask(one(...keys(300))), ask(one(...keys(200))), ask(one('x')), ask(one(...keys(501)))]);
    expect(asked.map(({ requestId }) => requestId).toSorted()).toEqual(['r1,r2', 'r3', 'r4']);
    asked.length = 0;
    const many = await Promise.all(keys(70).map((key) => ask(one(key))));
    expect(many.map(({ data }) => data!._entities)).toEqual(keys(70).map((key) => [key]));
    expect(asked.map(({ requestId }) => requestId.split(',').length)).toEqual([32, 32, 6]);
  });

  it('that meet an error are asked for by each alone: it is only of whose it is', async () => {
    const { asked, ask } = aService((call) => {
      const bad = (call.variables!.representations as unknown[]).indexOf('bad');
      return bad < 0 ? echo(call) : { data: { _entities: null }, errors: [new GraphQLError('no', { path: ['_entities', bad] })] };
    });
    const [good, bad] = await Promise.all([ask(one('good')), ask(one('bad'))]);
    expect(good).toEqual({ data: { _entities: ['good'] } });
    expect(bad.errors?.map(({ path }) => path)).toEqual([['_entities', 0]]);
    expect(asked.map(({ requestId }) => requestId)).toEqual(['r1,r2', 'r1', 'r2']);
  });

  it.each([
    ['a fault', () => Promise.reject(new Error('out of shape'))],
    ['too few entities', () => ({ data: { _entities: ['a'] } })],
    ['no entities', () => ({ data: null })],
  ])('that come back as %s are asked for by each alone', async (_what, answer: () => ExecutionResult | Promise<ExecutionResult>) => {
    const { ask } = aService((call) => (call.requestId.includes(',') ? answer() : echo(call)));
    expect(await Promise.all([ask(one('a')), ask(one('b'))])).toEqual([{ data: { _entities: ['a'] } }, { data: { _entities: ['b'] } }]);
  });

  it('fail for all when the service cannot be reached: whoever asks tries once more himself', async () => {
    const unreachable = new CallFailed('SUBGRAPH_UNAVAILABLE', 'no', { isTransient: true });
    const { asked, ask } = aService(() => Promise.reject(unreachable));
    expect(await Promise.allSettled([ask(one('a')), ask(one('b'))])).toEqual([1, 2].map(() => ({ status: 'rejected', reason: unreachable })));
    expect(asked).toHaveLength(1);
  });

  it('are given up when all have left, and not before', async () => {
    const signals: AbortSignal[] = [];
    const { ask } = aService(async (_call, signal) => {
      signals.push(signal);
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('gone')), { once: true }));
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const both = Promise.allSettled([ask(one('a'), first.signal), ask(one('b'), second.signal)]);
    await new Promise((resolve) => setImmediate(resolve));
    first.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    second.abort();
    expect(signals[0]!.aborted).toBe(true);
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(signals).toHaveLength(1);
  });

  it('are apart while they are traced', async () => {
    setTracer({ begin: () => ({ run: (work) => work(), end: () => undefined }), headers: () => ({}), stop: async () => undefined });
    try {
      const { asked, ask } = aService();
      await Promise.all([ask(one('a')), ask(one('b'))]);
      expect(asked.map(({ requestId }) => requestId)).toEqual(['r1', 'r2']);
    } finally {
      setTracer(null);
    }
  });
});
