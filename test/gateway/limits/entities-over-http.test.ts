import { capRepresentations } from '../../../services/shared/cap-representations';
import { systemActor } from '../../../services/shared/actor';
import { signCall } from '../../../services/shared/signed-call';
import { serveSubgraph, type SubgraphServer } from '../../../services/shared/subgraph-server';
import { toySubgraph } from '../../support/toy-subgraphs';

describe('a subgraph of its own', () => {
  const secret = 'a secret of sixteen';
  let server: SubgraphServer;
  beforeAll(async () => {
    const toy = toySubgraph('organisation');
    server = await serveSubgraph({ ...toy, schema: capRepresentations(toy.schema) }, { port: 0, host: '127.0.0.1', secret });
  });
  afterAll(() => server.stop());

  const ask = async (count: number) => {
    const representations = Array.from({ length: count }, (_, i) => ({ __typename: 'Office', id: String(i) }));
    const body = JSON.stringify({ query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Office { name } } }', variables: { r: representations } });
    const signature = signCall(secret, { method: 'POST', path: '/graphql', body }, systemActor('gateway'), new Date());
    const response = await fetch(`${server.origin}/graphql`, { method: 'POST', body, headers: { ...signature, 'content-type': 'application/json' } });
    const { data, errors } = (await response.json()) as { data?: { _entities: unknown[] }; errors?: { extensions: { code: string; http?: unknown } }[] };
    return { status: response.status, found: data?._entities?.length ?? 0, extensions: errors?.[0]?.extensions };
  };

  it('answers a thousand keys and refuses 20,000 with 400, and answers again', async () => {
    expect(await ask(1000)).toMatchObject({ status: 200, found: 1000 });
    expect(await ask(20_000)).toEqual({ status: 400, found: 0, extensions: { code: 'BAD_USER_INPUT', inputPath: 'representations' } });
    expect(await ask(1)).toMatchObject({ status: 200, found: 1 });
  });
});
