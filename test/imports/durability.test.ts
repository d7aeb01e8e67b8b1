import { setTimeout as sleep } from 'node:timers/promises';
import { verifyJournal } from '../../services/shared/verify-journal';
import { AUDIENCE, type FakeProvider, fakeProvider } from '../support/fake-provider';
import { sampleHome, type SampleHome, startHub } from '../support/hub-process';
import { listCsv, manyRows } from '../support/list-file';
import { askHub } from '../support/sample-hub';

/** Being recorded, mid-transaction, when the hub is killed. */
const LARGE = 3000;

describe('a hub that is killed', () => {
  let home: SampleHome;
  let provider: FakeProvider;
  beforeAll(async () => {
    home = await sampleHome();
    provider = await fakeProvider();
  });
  afterAll(async () => {
    await provider.stop();
    await home.drop();
  });

  async function importRows(origin: string, file: Uint8Array, headers: Record<string, string>): Promise<number> {
    const search = new URLSearchParams({ region: '140100', scheme: 'TAIYUAN_2014', file: '清单.csv', publishedOn: '2025-06-01' });
    const response = await fetch(`${origin}/imports?${search}`, { method: 'POST', headers, body: file as Uint8Array<ArrayBuffer> });
    const { sheets } = (await response.json()) as { sheets: { imported: number }[] };
    return sheets[0]!.imported;
  }
  const found = async (origin: string, text: string): Promise<number> =>
    (await askHub(origin, 'SearchItems', { filter: { regionCode: '140100', text }, first: 1 })).data.powerItems.totalCount;

  it('keeps what it had recorded, all or nothing of what it was recording, and starts again in the same folder', async () => {
    const environment = { ...home.environment, HUB_OIDC_ISSUER: provider.issuer, HUB_OIDC_AUDIENCE: AUDIENCE };
    const killed = await startHub(environment);
    const headers = { authorization: `Bearer ${await provider.issue({ roles: ['REFORM_OFFICE'], region: '140100' })}` };
    expect(await importRows(killed.origin, listCsv(manyRows(20, '已录事项')), headers)).toBe(20);
    const importing = importRows(killed.origin, listCsv(manyRows(LARGE, '在录事项')), headers).catch(() => null);
    await sleep(550);
    expect(await killed.end('SIGKILL')).toBe('SIGKILL');
    await importing;

    const restarted = await startHub(environment); // the lock of the killed process is taken over
    expect(await found(restarted.origin, '已录事项')).toBe(20);
    expect([0, LARGE]).toContain(await found(restarted.origin, '在录事项'));
    expect(await importRows(restarted.origin, listCsv(manyRows(20, '续录事项')), headers)).toBe(20);
    expect(await restarted.end('SIGTERM')).toBe(0);

    await home.visit(async (connect) => {
      for (const schema of ['catalog', 'organisation', 'service_center']) expect(await verifyJournal(connect(), schema)).toMatchObject({ ok: true });
    });
  });
});
