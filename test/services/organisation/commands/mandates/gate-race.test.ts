import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../../../support/until';
import { approve, duty, inForce, propose, staleOnRecord, stating } from './mandate-operations';
import { mandatesUnderTest, WATER, type MandatesUnderTest } from './mandates-under-test';

const ROUNDS = 30;

/** Pseudo-random, so that a failing round comes again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the gate cannot be raced (P13)', () => {
  let hub: MandatesUnderTest;
  beforeAll(async () => {
    hub = await mandatesUnderTest();
    await hub.begin();
  });
  afterAll(() => hub.organisation.drop());
  const follow = () => hub.organisation.subgraph.catchUp();

  it('an item is cancelled while a mandate that names it is being approved: refused, or approved with exactly one finding', async () => {
    const random = dice(20260601);
    const outcomes = { refused: 0, approved: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const code = `R${round}`;
      hub.catalog.say(code);
      await follow();
      const effectiveOn = `2026-${String(7 + Math.floor(round / 28)).padStart(2, '0')}-${String(1 + (round % 28)).padStart(2, '0')}`;
      const proposed = await propose(hub, stating([duty('（一）', `第${round}项`, [code])], effectiveOn));
      hub.catalog.say(code, { status: 'CANCELLED', validFrom: '2026-06-01' });
      const [first, second] = [random() * 6, random() * 6];
      const steps = [
        async () => (await sleep(first), approve(hub, { mandateId: proposed.id })),
        async () => (await sleep(second), follow()),
      ];
      const started = random() < 0.5 ? steps.map((step) => step()) : steps.toReversed().map((step) => step()).toReversed();
      const answer = (await Promise.all(started))[0]!;

      const found = (await staleOnRecord(hub)).filter(({ id }) => id.includes(`:${code}:`));
      const said = (await hub.said()).filter((line) => line.startsWith('FindingRaised') && line.includes(`:${code}:`));
      if (answer.state === 'APPROVED') {
        outcomes.approved += 1;
        expect(found).toEqual([{ id: `STALE_DUTY:${WATER}:${proposed.id}:0:${code}:2026-06-01`, state: 'OPEN' }]);
        expect(said).toHaveLength(1);
      } else {
        outcomes.refused += 1;
        expect(answer).toMatchObject({ code: 'DUTY_NAMES_UNLISTED_ITEM', details: [{ path: 'duties.0.items.0', value: code }] });
        expect([found, said]).toEqual([[], []]);
      }
    }
    expect(outcomes.approved + outcomes.refused).toBe(ROUNDS);
    expect(Math.min(outcomes.approved, outcomes.refused)).toBeGreaterThan(0); // both ways were taken
    expect(await hub.organisation.subgraph.verifyJournal([])).toMatchObject({});
  });
});

describe('the feed stops for a while', () => {
  let hub: MandatesUnderTest;
  beforeAll(async () => {
    hub = await mandatesUnderTest();
    await hub.begin();
    for (const code of ['W1', 'W2', 'W3']) hub.catalog.say(code);
    hub.organisation.subgraph.followers[0]!.start();
  });
  afterAll(() => hub.organisation.drop());
  const cursor = async () => (await hub.organisation.subgraph.followers[0]!.status()).cursor;
  const reached = (seq: number) => until(cursor, (at) => at === seq);

  it('and starts again: nothing is lost, nothing applied twice', async () => {
    const [follower] = hub.organisation.subgraph.followers;
    await reached(3);
    await inForce(hub, [duty('（一）', '甲', ['W1', 'W2', 'W3'])]);
    hub.catalog.say('W1', { status: 'CANCELLED', validFrom: '2026-05-01' });
    await reached(4);

    hub.catalog.silent = true; // the catalog is down
    await until(() => follower!.status(), ({ error }) => error !== null);
    hub.catalog.say('W2', { status: 'MERGED', validFrom: '2026-05-02' });
    expect(await cursor()).toBe(4);
    hub.catalog.silent = false;
    await reached(5);

    await follower!.stop(); // and so is the follower
    hub.catalog.say('W3', { status: 'DELEGATED', validFrom: '2026-05-03' });
    hub.catalog.say('W1', { status: 'CANCELLED', validFrom: '2026-05-01', name: '取水许可（旧）' });
    follower!.start();
    await Promise.all([reached(7), follower!.catchUp()]); // two at once
    expect((await hub.said()).filter((line) => line.startsWith('FindingRaised'))).toEqual(
      [['W1', '05-01'], ['W2', '05-02'], ['W3', '05-03']].map(([code, day]) => `FindingRaised STALE_DUTY:${WATER}:${WATER}-M1:0:${code}:2026-${day}`),
    );
    expect(await staleOnRecord(hub)).toHaveLength(3);
    expect(await hub.rows(`SELECT code, name, status FROM organisation.listed_item WHERE valid_from > '2020-01-01' ORDER BY code`)).toEqual([
      { code: 'W1', name: '取水许可（旧）', status: 'CANCELLED' },
      { code: 'W2', name: '事项W2', status: 'MERGED' },
      { code: 'W3', name: '事项W3', status: 'DELEGATED' },
    ]);
  });
});
