import { createClient } from 'graphql-sse';
import { distributedHub } from '../support/distributed-hub';
import { sampleDatabase } from '../support/sample-database';
import { type SampleHub, sampleHub, type ServedHub } from '../support/sample-hub';

const WATER = '140100013';
const ITEM = '14010001301000100';
const WATCH = `subscription($after: String) { supervisionSignalRaised(regionCode: "140100", after: $after) {
  cursor signal { sequence kind caseNumber item { name status legalBases { citation } } } } }`;
const REPORT = `mutation($input: RecordCaseEventsInput!) { recordCaseEvents(input: $input) { __typename ... on Refusal { code message } } }`;

interface Raised {
  cursor: string;
  signal: { sequence: number; kind: string; caseNumber: string; item: { name: string; status: string; legalBases: { citation: string }[] } };
}

/** A case that is received without a fee's basis: a signal at once. */
async function raiseSignal(hub: ServedHub, number: string, headers: Record<string, string>): Promise<void> {
  const at = '2026-01-14T09:00:00+08:00';
  const events = [
    { caseNumber: number, eventId: `${number}-1`, kind: 'RECEIVED', at, itemCode: ITEM },
    { caseNumber: number, eventId: `${number}-2`, kind: 'ACCEPTED', at: '2026-01-14T10:00:00+08:00', fees: [{ name: '工本费', amount: 5 }] },
  ];
  const { data, errors } = await hub.ask(REPORT, { input: { regionCode: '140100', agencyCode: WATER, events } }, headers);
  expect({ errors, type: data?.recordCaseEvents }).toEqual({ errors: [], type: { __typename: expect.not.stringMatching('Refusal') } });
}

/** Reads so many signals from the live feed, then hangs up. */
async function take(hub: ServedHub, count: number, headers: Record<string, string>, after: string | null, meanwhile: () => Promise<void> = async () => {}): Promise<Raised[]> {
  const client = createClient({ url: `${hub.origin}/graphql`, headers, retryAttempts: 0 });
  const stream = client.iterate<{ supervisionSignalRaised: Raised }>({ query: WATCH, variables: { after } });
  const seen: Raised[] = [];
  const first = stream.next();
  await new Promise((resolve) => void setTimeout(resolve, 1000)); // the feed begins with what is raised from now on
  await meanwhile();
  for (let next = await first; !next.done; next = await stream.next()) {
    if (next.value.errors) throw next.value.errors[0]!;
    seen.push(next.value.data!.supervisionSignalRaised);
    if (seen.length === count) break;
  }
  await stream.return?.(undefined);
  client.dispose();
  return seen;
}

function itIsAFeed(hubOf: () => { hub: ServedHub; as: (role: 'SUPERVISION' | 'ADMIN' | 'AGENCY_EDITOR') => Promise<Record<string, string>> }): void {
  it('brings a new signal as it is raised, with the item from another service', async () => {
    const { hub, as } = hubOf();
    const admin = await as('ADMIN');
    const [raised] = await take(hub, 1, await as('SUPERVISION'), null, () => raiseSignal(hub, 'L1', admin));
    expect(raised!.signal).toMatchObject({ caseNumber: `${WATER}-L1`, item: { name: '取水许可', status: 'LISTED' } });
    expect(raised!.signal.item.legalBases.length).toBeGreaterThan(0);
  });

  it('replays from the cursor what was raised while nobody listened, nothing twice', async () => {
    const { hub, as } = hubOf();
    const admin = await as('ADMIN');
    const supervision = await as('SUPERVISION');
    const [last] = await take(hub, 1, supervision, null, () => raiseSignal(hub, 'L2', admin));
    await raiseSignal(hub, 'L3', admin);
    await raiseSignal(hub, 'L4', admin);
    const missed = await take(hub, 2, supervision, last!.cursor);
    expect(missed.every(({ signal }) => signal.sequence > last!.signal.sequence)).toBe(true);
    expect(new Set(missed.map(({ signal }) => signal.sequence)).size).toBe(2);
  });

  it('is closed to who may not read signals, with a typed error', async () => {
    const { hub, as } = hubOf();
    const refusal = async (headers: Record<string, string>): Promise<string> => {
      const response = await fetch(`${hub.origin}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ query: WATCH }) });
      return response.text();
    };
    expect(await refusal({})).toContain('UNAUTHENTICATED');
    expect(await refusal(await as('AGENCY_EDITOR'))).toContain('FORBIDDEN');
  });
}

describe('live signals in one process', () => {
  let hub: SampleHub;
  beforeAll(async () => {
    hub = await sampleHub();
  });
  afterAll(() => hub?.stop());
  itIsAFeed(() => ({ hub, as: (role) => hub.as(role, role === 'ADMIN' ? undefined : '140100', role === 'AGENCY_EDITOR' ? '140100014' : undefined) }));
});

describe('live signals over services of their own', () => {
  let hub: Awaited<ReturnType<typeof distributedHub>>;
  let database: Awaited<ReturnType<typeof sampleDatabase>>;
  beforeAll(async () => {
    database = await sampleDatabase();
    hub = await distributedHub(database);
  });
  afterAll(async () => {
    await hub?.stop();
    await database?.drop();
  });
  itIsAFeed(() => ({ hub, as: (role) => hub.as(role, role === 'ADMIN' ? undefined : '140100', role === 'AGENCY_EDITOR' ? '140100014' : undefined) }));
});
