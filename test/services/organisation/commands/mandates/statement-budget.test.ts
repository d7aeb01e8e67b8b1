import { duty, inForce, run } from './mandate-operations';
import { FORESTRY, mandatesUnderTest, STAFFING, WATER, type MandatesUnderTest } from './mandates-under-test';

const CHECK = `{ mandateCrossCheck(regionCode: "140100") { asOf totals { kind count } runs { number }
  findings(first: 100, kinds: [STALE_DUTY, OFFICE_UNKNOWN]) { totalCount nodes { id explanation state agency { name } office { name } item { code } duty { text office { name } } } } } }`;
const BUDGET = 30;

/** Statements of a first run, a second run and a fresh region check over a list of some size. */
async function statementsFor(items: number): Promise<{ firstRun: number; secondRun: number; check: number; approval: number; page: number }> {
  const hub: MandatesUnderTest = await mandatesUnderTest();
  await hub.begin();
  for (let i = 0; i < items; i += 1) hub.catalog.say(`W${i}`, { name: `第${i}种许可`, agencyCode: i % 2 ? WATER : FORESTRY });
  await hub.organisation.subgraph.catchUp();
  const duties = Array.from({ length: items / 2 }, (_, i) => duty(`（${i}）`, `第${2 * i + 1}项职责`, i % 3 === 0 ? [] : [`W${2 * i + 1}`]));
  const count = async (work: () => Promise<unknown>) => (await hub.organisation.statementsOf(work)).length;
  const approval = await count(() => inForce(hub, duties));
  const firstRun = await count(() => run(hub, { regionCode: '140100' }));
  for (let i = 0; i < items; i += 4) hub.catalog.say(`W${i + 1}`, { status: 'CANCELLED', validFrom: '2026-06-01' });
  const page = await count(() => hub.organisation.subgraph.catchUp());
  const check = await count(() => hub.organisation.ask(CHECK, {}, STAFFING));
  const secondRun = await count(() => run(hub, { regionCode: '140100' }));
  await hub.organisation.drop();
  return { firstRun, secondRun, check, approval, page };
}

describe('statements of the cross-check', () => {
  it('are at most thirty for a run and for a fresh region check, and as many for 200 items as for 20', async () => {
    const small = await statementsFor(20);
    for (const count of Object.values(small)) expect(count).toBeLessThanOrEqual(BUDGET);
    expect(await statementsFor(200)).toEqual(small);
  });
});
