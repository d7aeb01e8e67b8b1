import { localSubgraph } from '../../gateway/local-subgraph';
import { type SampleHub, sampleHub, serveFace, type ServedHub, hubConfig } from '../support/sample-hub';

const ROUNDS = 2_000;
const CHANGES = 100;

/** Repeatable chance, so that a failure can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

let hub: SampleHub;
let fresh: ServedHub;
let codes: string[];
let agencies: string[];
beforeAll(async () => {
  hub = await sampleHub({ cacheBytes: 64 * 1024 * 1024 });
  const subgraphs = Object.values(hub.hub.subgraphs);
  fresh = await serveFace({ ...hubConfig(), cacheBytes: 0 }, subgraphs.map(localSubgraph), hub.hub.identity.development!);
  // Followers move when they are told to: both faces are asked over the same data.
  await Promise.all(subgraphs.flatMap(({ followers }) => followers.map((follower) => follower.stop())));
  const items = await fresh.ask('SearchItems', { filter: { regionCode: '140100' }, first: 100 });
  codes = items.data.powerItems.nodes.map(({ code }: { code: string }) => code);
  const directory = await fresh.ask('AgencyDirectory', { regionCode: '140100' });
  agencies = directory.data.region.agencies.nodes.map(({ code }: { code: string }) => code);
});
afterAll(async () => {
  await fresh?.stop();
  await hub?.stop();
});

const catchUp = async () => {
  for (const subgraph of Object.values(hub.hub.subgraphs)) await subgraph.catchUp();
};

describe('answers from the cache', () => {
  it(`are those that are made anew, over ${ROUNDS} operations of several callers with ${CHANGES} changes between them`, async () => {
    const next = chance(7);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    const callers = [{}, {}, await hub.as('STAFFING_OFFICE', '140100'), await hub.as('AGENCY_EDITOR', '140100', '140100013'), await hub.as('AGENCY_EDITOR', '140100', '140100030')];
    const operations: (() => [string, unknown])[] = [
      () => ['ItemGuide', { code: pick(codes.slice(0, 8)) }],
      () => ['SearchItems', { filter: { regionCode: '140100', text: pick(['取水', '许可', '处罚', '登记']) }, first: 10 }],
      () => ['AgencyMandate', { code: pick(agencies.slice(10, 16)) }],
      () => ['MandateFindings', { regionCode: '140100', first: 20 }],
      () => ['LinkCoverage', { regionCode: '140100' }],
      () => ['ListSummary', { regionCode: '140100', groupBy: ['CATEGORY'] }],
      () => ['MayExercise', { itemCode: pick(codes.slice(0, 8)), agencyCode: '140100013' }],
    ];
    const government = await hub.as('GOVERNMENT', '140100');
    const admin = await hub.as('ADMIN');
    const changes: ((i: number) => Promise<unknown>)[] = [
      (i) => hub.ask('mutation($input: RegisterOfficesInput!) { registerOffices(input: $input) { __typename } }', { input: { offices: [{ id: '14010001302', agencyCode: '140100013', name: '水资源科', phone: `0351-00${10_000 + i}` }] } }, admin),
      (i) =>
        hub.ask(
          'mutation($input: CancelItemInput!) { cancelItem(input: $input) { __typename } }',
          { input: { regionCode: '140100', item: { code: codes[i % codes.length] }, decision: { grounds: '依据废止', document: { title: '决定', number: null, date: '2026-01-05' }, legalityOpinion: '应予取消', approver: '市政府', effectiveOn: '2026-01-10' } } },
          government,
        ),
      (i) => hub.ask('mutation($input: DecideDutyMatchInput!) { decideDutyMatch(input: $input) { __typename } }', { input: { mandateId: '140100013-M1', place: 5, itemCode: '14010001308000100', verdict: i % 2 === 0 ? 'CONFIRMED' : 'REJECTED' } }, callers[2]),
      catchUp,
    ];
    let different = 0;
    for (let i = 0; i < ROUNDS; i += 1) {
      if (i % (ROUNDS / CHANGES) === 0) await pick(changes)(i);
      const [name, variables] = pick(operations)();
      const headers = pick(callers);
      const [kept, made] = [await hub.ask(name, variables, headers), await fresh.ask(name, variables, headers)];
      if (kept.text !== made.text || kept.status !== made.status) {
        different += 1;
        expect({ i, name, variables, text: kept.text }).toEqual({ i, name, variables, text: made.text });
      }
    }
    expect(different).toBe(0);
    const counts = await (await fetch(`${hub.origin}/metrics`)).text();
    const hits = Number(/hub_cache_answers_total\{result="hit"\} (\d+)/.exec(counts)?.[1] ?? 0);
    expect(hits).toBeGreaterThan(ROUNDS / 10); // else nothing was tried
  });

  it('are given with a validator to GET, and not at all to who has them', async () => {
    const url = `${hub.origin}/graphql?${new URLSearchParams({ query: '{ region(code: "140100") { name } }' })}`;
    const headers = { 'apollo-require-preflight': 'true', accept: 'application/json' };
    const first = await fetch(url, { headers });
    expect({ status: first.status, cache: first.headers.get('cache-control'), vary: first.headers.get('vary') }).toEqual({ status: 200, cache: 'public, max-age=0, must-revalidate', vary: 'authorization, accept' });
    const etag = first.headers.get('etag')!;
    const again = await fetch(url, { headers: { ...headers, 'if-none-match': etag } });
    expect({ status: again.status, text: await again.text(), etag: again.headers.get('etag') }).toEqual({ status: 304, text: '', etag });
    const own = await fetch(url, { headers: { ...headers, ...(await hub.as('STAFFING_OFFICE', '140100')) } });
    expect(own.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('that carry errors, and those of mutations, are never kept', async () => {
    const before = await (await fetch(`${hub.origin}/metrics`)).text();
    const hitsIn = (text: string) => Number(/result="hit"\} (\d+)/.exec(text)?.[1] ?? 0);
    for (let i = 0; i < 3; i += 1) {
      await hub.ask('MandateFindings', { regionCode: '140100' });
      await hub.ask('{ nonsense }');
      await hub.ask('query TrackCase($number: ID!, $queryCode: String!) { trackCase(number: $number, queryCode: $queryCode) { number } }', { number: '140100013-x', queryCode: 'ABCDEF' });
    }
    expect(hitsIn(await (await fetch(`${hub.origin}/metrics`)).text())).toBe(hitsIn(before));
  });
});
