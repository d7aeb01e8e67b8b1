import { recordGuides } from '../../../../services/service-center/commands/record-guides';
import { SERVICE_CENTER_PERMISSIONS } from '../../../../services/service-center/rules/permissions';
import { systemActor, type Actor } from '../../../../services/shared/actor';
import { readHead, readJournal } from '../../../../services/shared/journal';
import { runCommand } from '../../../../services/shared/run-command';
import { verifyJournal } from '../../../../services/shared/verify-journal';
import { aGuide } from '../a-guide';
import { aServiceCenter, type AServiceCenter } from '../a-service-center';

let center: AServiceCenter;
beforeAll(async () => (center = await aServiceCenter()));
afterAll(() => center.drop());

const record = (guides: unknown[], actor: Actor = systemActor('test')) =>
  runCommand(center.store, SERVICE_CENTER_PERMISSIONS, recordGuides, { guides }, actor);
const versionsOf = async (...codes: string[]) =>
  (
    await center.database.pool.query(
      `SELECT item_code, version, valid_from::text AS since, valid_to::text AS until, origin, office_ids, officer_ids
       FROM service_center.guide_version WHERE item_code = ANY($1) ORDER BY item_code, version`,
      [codes],
    )
  ).rows;
const journalHead = () => readHead(center.database, 'service_center');

describe('recording guides from elsewhere', () => {
  it('takes them as they are, for items on the list or off it', async () => {
    const { seq } = await journalHead();
    const guides = [aGuide({ itemCode: 'A1' }), aGuide({ itemCode: 'A2', responsibleOfficeId: 'NOWHERE' })];
    expect(await record(guides)).toEqual({ ok: true, value: { recorded: 2, unchanged: 0 } });
    expect(await versionsOf('A1', 'A2')).toMatchObject([
      {
        item_code: 'A1',
        version: 1,
        since: '2014-09-10',
        until: '9999-12-31',
        origin: 'REPORTED',
        office_ids: ['14010001301', '14010001302'],
        officer_ids: ['140100013P01', '140100013P02'],
      },
      { item_code: 'A2', version: 1 },
    ]);
    const { entries } = await readJournal(center.database, 'service_center', seq, 1);
    expect(entries[0]).toMatchObject({
      action: 'GuideRecorded',
      subject: { kind: 'ServiceGuide', id: 'A1' },
      before: null,
      after: { itemCode: 'A1', version: 1, validFrom: '2014-09-10', document: { conditions: ['取水口在本市审批权限内'] } },
    });
    expect(await verifyJournal(center.database, 'service_center')).toMatchObject({ ok: true });
  });

  it('changes nothing the second time, whatever the order of keys', async () => {
    const guide = aGuide({ itemCode: 'B1' });
    await record([guide]);
    const before = await journalHead();
    const turned = Object.fromEntries(Object.entries(guide).toReversed());
    expect(await record([turned])).toEqual({ ok: true, value: { recorded: 0, unchanged: 1 } });
    expect(await journalHead()).toEqual(before);
  });

  it('makes a new version of new words and ends the one before', async () => {
    await record([aGuide({ itemCode: 'C1', version: 1 })]);
    const changed = aGuide({ itemCode: 'C1', version: 1, effectiveOn: '2014-10-01', visits: 2 });
    expect(await record([changed])).toMatchObject({ value: { recorded: 1 } });
    expect(await versionsOf('C1')).toMatchObject([
      { version: 1, since: '2014-09-10', until: '2014-10-01' },
      { version: 2, since: '2014-10-01', until: '9999-12-31' },
    ]);
  });

  it('takes several versions of one guide at once, in the order they take effect', async () => {
    const on = (effectiveOn: string, visits: number) => aGuide({ itemCode: 'D1', effectiveOn, visits });
    await record([on('2014-11-01', 3), on('2014-09-10', 1), on('2014-10-01', 2)]);
    expect(await versionsOf('D1')).toMatchObject([
      { version: 1, since: '2014-09-10', until: '2014-10-01' },
      { version: 2, since: '2014-10-01', until: '2014-11-01' },
      { version: 3, since: '2014-11-01', until: '9999-12-31' },
    ]);
  });

  it('writes nothing of an array with one malformed guide, and says which', async () => {
    const malformed = aGuide({ itemCode: 'E2', steps: [{ order: 0, name: '受理' }] });
    expect(await record([aGuide({ itemCode: 'E1' }), malformed])).toMatchObject({
      ok: false,
      refusal: { code: 'MALFORMED_GUIDE', details: [{ path: 'guides.1.steps.0.order', value: '0' }] },
    });
    expect(await versionsOf('E1', 'E2')).toEqual([]);
  });

  it('refuses a version that would rewrite the past (P7)', async () => {
    await record([aGuide({ itemCode: 'F1' })]);
    expect(await record([aGuide({ itemCode: 'F1', effectiveOn: '2014-09-01', visits: 2 })])).toMatchObject({
      ok: false,
      refusal: { code: 'BEFORE_LAST_VERSION', rule: 'P7', details: [{ path: 'guides.0.effectiveOn', value: '2014-09-01' }] },
    });
  });

  it('costs the same number of statements for one guide and for a hundred', async () => {
    const guides = (from: string, count: number) => Array.from({ length: count }, (_, i) => aGuide({ itemCode: `${from}${i}` }));
    const one = await center.statements(() => record(guides('G', 1)));
    const hundred = await center.statements(() => record(guides('H', 100)));
    expect(hundred).toHaveLength(one.length);
  });

  it('is nobody’s but the administrator’s', async () => {
    const clerk: Actor = { id: 'c', role: 'SERVICE_CENTER', regionCode: '140100', agencyCode: null };
    await expect(record([aGuide()], clerk)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

describe('a recorded version', () => {
  it('cannot be changed or removed, even around the commands', async () => {
    await record([aGuide({ itemCode: 'Z1' })]);
    const run = (sql: string) => center.database.pool.query(sql);
    for (const sql of [
      `UPDATE service_center.guide_version SET document = '{}' WHERE item_code = 'Z1'`,
      `UPDATE service_center.guide_version SET valid_from = '2010-01-01', valid_to = '2015-01-01' WHERE item_code = 'Z1'`,
      `DELETE FROM service_center.guide_version WHERE item_code = 'Z1'`,
      `TRUNCATE service_center.guide_version`,
    ])
      await expect(run(sql)).rejects.toThrow('immutable');
    await run(`UPDATE service_center.guide_version SET valid_to = '2015-01-01' WHERE item_code = 'Z1'`);
    const again = `UPDATE service_center.guide_version SET valid_to = '2016-01-01' WHERE item_code = 'Z1'`;
    await expect(run(again)).rejects.toThrow('immutable');
  });
});
