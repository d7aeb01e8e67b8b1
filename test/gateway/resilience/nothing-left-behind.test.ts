import { toyHub } from '../../support/toy-hub';
import { until } from '../../support/until';

/** What keeps a process alive, by kind. */
const active = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};
const QUERY = '{ powerItem(code: "item-0") { name link { status } } }';

/** A hub from start to stop, with requests, a scrape and a failure in between. */
async function life(): Promise<void> {
  const hub = await toyHub();
  await hub.ask(QUERY);
  hub.serviceCenter.mood = 'failing';
  await hub.ask(QUERY);
  await (await fetch(`${hub.origin}/metrics`, { headers: { connection: 'close' } })).text();
  await hub.stop();
}

describe('a hub that has stopped', () => {
  it('leaves no timer, no server and no listener behind, twenty times over', async () => {
    await life(); // what a process loads once
    const before = { active: active(), listeners: listeners() };
    for (let i = 0; i < 20; i += 1) await life();
    const grown = async () => Object.entries(active()).filter(([kind, count]) => count > (before.active[kind] ?? 0) + 2);
    expect(await until(grown, (kinds) => kinds.length === 0)).toEqual([]); // closed sockets go some turns later
    expect(listeners()).toEqual(before.listeners);
  });
});

const listeners = (): number[] => ['SIGTERM', 'SIGINT', 'SIGHUP', 'exit', 'unhandledRejection'].map((event) => process.listenerCount(event));
