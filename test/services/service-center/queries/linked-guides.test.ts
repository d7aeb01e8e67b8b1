import { recordGuides } from '../../../../services/service-center/commands/record-guides';
import { createFindItemsWithGuides, type ItemOnDay } from '../../../../services/service-center/queries/linked-guides';
import { SERVICE_CENTER_PERMISSIONS } from '../../../../services/service-center/rules/permissions';
import { systemActor } from '../../../../services/shared/actor';
import type { Database } from '../../../../services/shared/database';
import { runCommand } from '../../../../services/shared/run-command';
import { aGuide } from '../a-guide';
import { agency, aServiceCenter, item, WATER, type AServiceCenter } from '../a-service-center';

const [AUTUMN, WINTER] = ['2014-10-01', '2014-12-02'] as const;

describe('items with their guides', () => {
  let center: AServiceCenter;
  /** Documents that came from the database. */
  let documents: number;
  /** Rows that came with whom they name. */
  let named: number;
  let watched: Database;
  beforeEach(async () => {
    center = await aServiceCenter();
    await center.organisationSays(...WATER);
    await center.catalogSays(item('W1'), item('W2'));
    await center.subgraph.catchUp();
    await record(aGuide(), aGuide({ effectiveOn: '2014-12-01', visits: 2 }));
    [documents, named] = [0, 0];
    watched = {
      ...center.store.database,
      async rows<Row extends object>(...asked: Parameters<Database['rows']>) {
        const rows = (await center.store.database.rows(...asked)) as Row[];
        documents += rows.filter((row) => 'document' in row && row.document !== null).length;
        named += rows.filter((row) => 'named' in row && row.named !== null).length;
        return rows;
      },
    };
  });
  afterEach(() => center.drop());

  const record = (...guides: ReturnType<typeof aGuide>[]) => runCommand(center.store, SERVICE_CENTER_PERMISSIONS, recordGuides, { guides }, systemActor('test'));
  const anew = (keys: readonly ItemOnDay[]) => createFindItemsWithGuides(center.store.database)(keys);

  it('read a document once, whoever asks for it on whatever day it holds', async () => {
    const find = createFindItemsWithGuides(watched);
    for (const on of [AUTUMN, '2014-11-30', AUTUMN]) expect(await find([{ code: 'W1', on }])).toEqual(await anew([{ code: 'W1', on }]));
    expect(documents).toBe(1);
  });

  it('say of each day what held then, in whatever order the days are asked for', async () => {
    const find = createFindItemsWithGuides(watched);
    for (const days of [[AUTUMN], [WINTER], [AUTUMN, WINTER], [WINTER, AUTUMN], ['2014-09-01', WINTER]]) {
      const keys = days.flatMap((on) => ['W1', 'W2', 'NONE'].map((code) => ({ code, on })));
      expect(await find(keys)).toEqual(await anew(keys));
    }
    expect((await find([{ code: 'W1', on: AUTUMN }]))[0]!.guide!.document.visits).toBe(1);
    expect((await find([{ code: 'W1', on: WINTER }]))[0]!.guide!.document.visits).toBe(2);
  });

  it('give the version that takes the place of the one known', async () => {
    const find = createFindItemsWithGuides(watched);
    const on = '2015-02-01';
    expect((await find([{ code: 'W1', on }]))[0]!.guide).toMatchObject({ version: 2, document: { visits: 2 } });
    await record(aGuide({ effectiveOn: '2015-01-01', visits: 3 }));
    expect((await find([{ code: 'W1', on }]))[0]!.guide).toMatchObject({ version: 3, document: { visits: 3 } });
    expect(documents).toBe(2);
  });

  it('say once whom all of them name, as it stands now', async () => {
    await record(aGuide({ itemCode: 'W2' }));
    const find = createFindItemsWithGuides(watched);
    const bodies = async () =>
      (await find(['NONE', 'W1', 'W2'].map((code) => ({ code, on: WINTER })))).map(({ agency, guide }) => [agency?.name, guide?.offices.get('14010001302')?.agency?.name, guide?.officers.get('140100013P01')?.name]);
    const of = (name: string) => [[undefined, undefined, undefined], ...[1, 2].map(() => [name, name, '人员140100013P01'])];
    expect(await bodies()).toEqual(of('太原市水务局'));
    expect(named).toBe(1);
    await center.organisationSays(agency('140100013', { name: '太原市水利局' }));
    await center.subgraph.catchUp();
    expect(await bodies()).toEqual(of('太原市水利局'));
  });
});
