import { type ToyHub, toyHub } from '../support/toy-hub';

// The toys themselves refuse a context that was made for another of them.
describe('a subgraph in this process', () => {
  let hub: ToyHub;
  beforeAll(async () => void (hub = await toyHub()));
  afterAll(() => hub.stop());
  beforeEach(() => [hub.catalog, hub.organisation, hub.serviceCenter].forEach((toy) => toy.contexts.splice(0)));

  const BOTH = '{ powerItems { nodes { code implementingAgency { name } link { status } } } region(code: "140100") { name } }';

  it('makes one context for all fetches of an operation, and another for the next', async () => {
    const [first, second] = await Promise.all([hub.ask(BOTH), hub.ask(BOTH)]);
    expect([...first.errors, ...second.errors]).toEqual([]);
    for (const toy of [hub.catalog, hub.organisation, hub.serviceCenter]) {
      expect(toy.contexts).toHaveLength(2);
      expect(new Set(toy.contexts.map((context) => context.requestId)).size).toBe(2);
    }
  });

  it('is told who asks', async () => {
    const actor = { id: 'li', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode: '140100013' } as const;
    const token = await hub.identity.issue(actor, 60);
    await hub.ask(BOTH, {}, { authorization: `Bearer ${token}`, 'x-request-id': 'request-7' });
    await hub.ask(BOTH);
    expect(hub.catalog.contexts.map((context) => context.actor.id)).toEqual(['li', 'anonymous']);
    expect(hub.organisation.contexts[0]).toMatchObject({ actor, requestId: 'request-7' });
  });

  it('gives every operation of a busy moment its own actor', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `clerk-${i}`);
    const answers = await Promise.all(
      ids.map(async (id) => {
        const token = await hub.identity.issue({ id, role: 'REPORTING', regionCode: null, agencyCode: null }, 60);
        return hub.ask(BOTH, {}, { authorization: `Bearer ${token}`, 'x-request-id': id });
      }),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    for (const { actor, requestId } of hub.serviceCenter.contexts) expect(actor.id).toBe(requestId);
    expect(hub.serviceCenter.contexts).toHaveLength(20);
  });
});
