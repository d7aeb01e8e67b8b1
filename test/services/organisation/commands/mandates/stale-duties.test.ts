import { duty, findings, inForce, recordExisting, run, staleOnRecord } from './mandate-operations';
import { FORESTRY, mandatesUnderTest, SQUAD, WATER, type MandatesUnderTest } from './mandates-under-test';

describe('the list loses an item that a mandate rests on (P13)', () => {
  let hub: MandatesUnderTest;
  beforeAll(async () => {
    hub = await mandatesUnderTest();
  });
  beforeEach(async () => {
    await hub.begin();
    for (const code of ['W1', 'W2', 'W3']) hub.catalog.say(code);
    await hub.organisation.subgraph.catchUp();
    await inForce(hub, [duty('（一）', '负责取水许可', ['W1', 'W2'])]);
  });
  afterAll(() => hub.organisation.drop());
  const lose = async (code: string, state: object) => {
    hub.catalog.say(code, state);
    await hub.organisation.subgraph.catchUp();
  };
  const raised = async () => (await hub.said()).filter((line) => line.startsWith('FindingRaised'));
  const LOST = `STALE_DUTY:${WATER}:${WATER}-M1:0:W1:2026-05-01`;

  it('raises one finding by itself, with its deadline, and says so in the journal', async () => {
    await lose('W1', { status: 'CANCELLED', validFrom: '2026-05-01' });
    expect(await raised()).toEqual([`FindingRaised ${LOST}`]);
    expect((await findings(hub)).filter(({ kind }) => kind === 'STALE_DUTY')).toMatchObject([
      { id: LOST, state: 'OPEN', raisedOn: '2026-06-01', deadline: '2026-07-01', explanation: '职责“（一）负责取水许可”所依的事项“事项W1”已自2026-05-01起取消，职责应随清单修改。' },
    ]);
    const entry = (await hub.organisation.journal()).at(-1)!;
    expect(entry).toMatchObject({ actor: { id: 'system:follower:catalog' }, summary: expect.stringContaining('事项W1'), after: { itemText: '事项W1［W1］', duty: { text: '负责取水许可' } } });
  });

  it.each([
    ['is delegated', { status: 'DELEGATED', validFrom: '2026-05-01' }, '下放'],
    ['is merged', { status: 'MERGED', validFrom: '2026-05-01' }, '合并'],
    ['goes to another body', { agencyCode: FORESTRY, validFrom: '2026-05-01' }, '划转其他机构'],
    ['will be cancelled', { status: 'CANCELLED', validFrom: '2027-01-01' }, '将自2027-01-01起取消'],
  ])('does so when the item %s', async (_what, state, words) => {
    await lose('W1', state);
    expect((await findings(hub)).filter(({ kind }) => kind === 'STALE_DUTY').map(({ explanation }) => explanation)).toEqual([expect.stringContaining(words)]);
    expect(await raised()).toHaveLength(1);
  });

  it.each([
    ['is tightened', { status: 'TIGHTENED', validFrom: '2026-05-01' }],
    ['is suspended', { status: 'SUSPENDED', validFrom: '2026-05-01' }],
    ['is exercised by an institution the agency entrusts', { agencyCode: SQUAD, validFrom: '2026-05-01' }],
    ['is one that no duty names', { code: 'W3', status: 'CANCELLED', validFrom: '2026-05-01' }],
  ])('does not when the item %s', async (_what, { code = 'W1', ...state }: { code?: string; validFrom: string }) => {
    await lose(code, state);
    expect(await raised()).toEqual([]);
  });

  it('raises it once, whatever else is said of the item, and when all is replayed from zero', async () => {
    await lose('W1', { status: 'CANCELLED', validFrom: '2026-05-01' });
    await lose('W1', { status: 'CANCELLED', validFrom: '2026-05-01', name: '取水许可（旧）' });
    const before = await hub.said();
    await hub.organisation.subgraph.rebuild();
    expect(await hub.said()).toEqual(before);
    expect(await staleOnRecord(hub)).toEqual([{ id: LOST, state: 'OPEN' }]);
  });

  it('raises another when an item that came back is lost again', async () => {
    await lose('W1', { status: 'CANCELLED', validFrom: '2026-05-01' });
    await lose('W1', { validFrom: '2026-05-10' });
    await lose('W1', { status: 'CANCELLED', validFrom: '2026-05-20' });
    expect(await raised()).toEqual([`FindingRaised ${LOST}`, `FindingRaised STALE_DUTY:${WATER}:${WATER}-M1:0:W1:2026-05-20`]);
  });

  it('raises it with the approval when the loss was known before', async () => {
    await lose('W3', { status: 'CANCELLED', validFrom: '2026-12-01' });
    await inForce(hub, [duty('（一）', '负责取水许可', ['W3'])], '2026-07-01');
    expect((await hub.said()).slice(-3)).toEqual([`MandateApproved ${WATER}-M2`, `MandateReplaced ${WATER}-M1`, `FindingRaised STALE_DUTY:${WATER}:${WATER}-M2:0:W3:2026-12-01`]);
  });

  it('raises it for a mandate that takes effect later, and for an institution’s own', async () => {
    await inForce(hub, [duty('（一）', '负责取水许可', ['W3'])], '2026-12-01');
    await lose('W9', { agencyCode: SQUAD });
    await recordExisting(hub, { agencyCode: SQUAD, mandate: { effectiveOn: '2010-01-01', duties: [duty('（一）', '水政监察', ['W9'])] } });
    await lose('W3', { status: 'CANCELLED', validFrom: '2026-05-01' });
    await lose('W9', { agencyCode: SQUAD, status: 'CANCELLED', validFrom: '2026-05-01' });
    const ids = [`STALE_DUTY:${WATER}:${WATER}-M2:0:W3:2026-05-01`, `STALE_DUTY:${SQUAD}:${SQUAD}-M1:0:W9:2026-05-01`];
    expect(await raised()).toEqual(ids.map((id) => `FindingRaised ${id}`));
    await run(hub, { regionCode: '140100' });
    expect(await staleOnRecord(hub)).toEqual(ids.toSorted().map((id) => ({ id, state: 'OPEN' }))); // a run finds what was raised
  });

  it('ends with the mandate, when the next one takes its place', async () => {
    await lose('W1', { status: 'CANCELLED', validFrom: '2026-05-01' });
    hub.setDay('2026-06-10');
    await inForce(hub, [duty('（一）', '负责取水许可', ['W2'])], '2026-06-10');
    expect((await hub.said()).slice(-3)).toEqual([`MandateApproved ${WATER}-M2`, `MandateReplaced ${WATER}-M1`, `FindingClosed ${LOST}`]);
    expect(await staleOnRecord(hub)).toEqual([{ id: LOST, state: 'CLOSED' }]);
  });
});

describe('replaying a long list from zero', () => {
  let hub: MandatesUnderTest;
  beforeAll(async () => {
    hub = await mandatesUnderTest();
  });
  afterAll(() => hub.organisation.drop());

  it('raises nothing about states in between, in which the end of a page leaves an item', async () => {
    await hub.begin();
    hub.catalog.say('W1', { agencyCode: FORESTRY, officeIds: [] });
    for (let i = 0; i < 1000; i += 1) hub.catalog.say(`X${i}`);
    hub.catalog.say('W1', { validFrom: '2016-01-01' });
    await hub.organisation.subgraph.catchUp();
    await inForce(hub, [duty('（一）', '负责取水许可', ['W1'])]);
    const before = await hub.said();
    await hub.organisation.subgraph.rebuild();
    expect(await hub.said()).toEqual(before);
    expect(await staleOnRecord(hub)).toEqual([]);
  });
});
