import { remoteSubgraph } from '../../gateway/remote-subgraph';
import { contractOperations } from '../../schema/read-operations';
import { serveSubgraph, type SubgraphServer } from '../../services/shared/subgraph-server';
import { type ToyHub, toyHub } from '../support/toy-hub';
import { type ToySubgraph, toySubgraphs } from '../support/toy-subgraphs';

const SECRET = 'a secret of sixteen';
const VARIABLES: Record<string, unknown> = {
  ItemGuide: { code: 'item-0' },
  MayExercise: { itemCode: 'item-0', agencyCode: 'agency-0' },
  AgencyMandate: { code: 'agency-0' },
  ApproveMandate: { input: { mandateId: 'x' } },
};

describe('one process and several', () => {
  let local: ToyHub;
  let remote: ToyHub;
  let toys: ToySubgraph[];
  let servers: SubgraphServer[];
  beforeAll(async () => {
    toys = toySubgraphs();
    servers = await Promise.all(toys.map((toy) => serveSubgraph(toy, { port: 0, host: '127.0.0.1', secret: SECRET })));
    local = await toyHub();
    remote = await toyHub({ callers: () => servers.map(({ origin }, i) => remoteSubgraph(toys[i]!.name, origin, SECRET)), subgraphTimeoutMs: 2000 });
  });
  afterAll(async () => {
    await Promise.all([local.stop(), remote.stop()]);
    await Promise.all(servers.map((server) => server.stop()));
  });

  it.each(contractOperations().map(({ name, text, variables }) => ({ name, text, variables: VARIABLES[name] ?? variables })))(
    '$name is answered the same',
    async ({ text, variables }) => {
      const [here, there] = await Promise.all([local.ask(text, variables), remote.ask(text, variables)]);
      expect(there.status).toBe(here.status);
      expect(JSON.parse(there.text)).toEqual(JSON.parse(here.text));
      expect(here.data ?? null).not.toBeNull();
    },
  );

  it('whoever asks at the same time as others is answered as if alone', async () => {
    const tokenOf = async (hub: ToyHub, id: string) => `Bearer ${await hub.identity.issue({ id, role: 'AGENCY_HEAD', regionCode: '140100', agencyCode: '140100013' }, 60)}`;
    const { text } = contractOperations().find(({ name }) => name === 'ItemGuide')!;
    const answersOf = async (hub: ToyHub) => {
      const callers: Record<string, string>[] = [{}, { authorization: await tokenOf(hub, 'wang') }, { authorization: await tokenOf(hub, 'li') }];
      const asked = Array.from({ length: 60 }, async (_, n) => (await hub.ask(text, { code: `item-${n % 5}` }, callers[n % 3])).text);
      return (await Promise.all(asked)).map((answer) => JSON.parse(answer) as unknown);
    };
    expect(await answersOf(remote)).toEqual(await answersOf(local));
  });

  it('the caller is carried, signed, to the other process', async () => {
    const actor = { id: 'wang', role: 'AGENCY_HEAD', regionCode: '140100', agencyCode: '140100013' } as const;
    const token = await remote.identity.issue(actor, 60);
    await remote.ask('{ powerItem(code: "item-0") { name } }', {}, { authorization: `Bearer ${token}`, 'x-request-id': 'request-9' });
    expect(toys[0]!.contexts.at(-1)).toMatchObject({ actor, requestId: 'request-9' });
  });

  it('readiness is asked of the other process', async () => {
    expect((await fetch(`${remote.origin}/readyz`)).status).toBe(200);
    toys[1]!.ready = async () => ({ database: 'unreachable', followers: [] });
    expect((await fetch(`${remote.origin}/readyz`)).status).toBe(503);
  });
});
