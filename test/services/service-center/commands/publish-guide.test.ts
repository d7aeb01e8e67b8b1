import { publishGuide } from '../../../../services/service-center/commands/publish-guide';
import { SERVICE_CENTER_PERMISSIONS } from '../../../../services/service-center/rules/permissions';
import { readJournal } from '../../../../services/shared/journal';
import { runCommand } from '../../../../services/shared/run-command';
import type { Actor } from '../../../../services/shared/actor';
import { aGuide } from '../a-guide';
import { agency, aServiceCenter, item, office, WATER, type AServiceCenter } from '../a-service-center';

const head: Actor = { id: 'h', role: 'AGENCY_HEAD', regionCode: '140100', agencyCode: '140100013' };
const TODAY = '2014-09-20';
const ELSEWHERE = [{ order: 1, name: '受理', officeId: '14010001501' }];
const TOO_LONG = { value: 50, unit: 'WORKING_DAY' as const };

let center: AServiceCenter;
beforeAll(async () => {
  center = await aServiceCenter(new Date(`${TODAY}T02:00:00Z`));
  await center.organisationSays(...WATER, agency('140100015'), office('14010001501'), office('14010001305', { closedOn: '2014-06-30' }));
  await center.catalogSays(
    ...['W1', 'W2', 'W3', 'W4', 'W5', 'W6'].map((code) => item(code)),
    item('GONE', { status: 'CANCELLED' }),
    item('OTHERS', { agencyCode: '140100015' }),
  );
  await center.subgraph.catchUp();
});
afterAll(() => center.drop());

const publish = (guide: unknown, agencyCode = '140100013', actor = head) =>
  runCommand(center.store, SERVICE_CENTER_PERMISSIONS, publishGuide, { agencyCode, guide }, actor);
const today = (changes: Parameters<typeof aGuide>[0] = {}) => aGuide({ effectiveOn: TODAY, ...changes });

describe('publishing a guide', () => {
  it('is recorded as a version, checked, with who did it', async () => {
    expect(await publish(today())).toEqual({ ok: true, value: { itemCode: 'W1', version: 1 } });
    const { entries } = await readJournal(center.database, 'service_center', 0, 10);
    expect(entries.at(-1)).toMatchObject({ action: 'GuidePublished', actor: head, after: { origin: 'PUBLISHED', version: 1 } });
  });

  it('changes nothing in the same words, and makes a version of others', async () => {
    await publish(today({ itemCode: 'W2' }));
    expect(await publish(today({ itemCode: 'W2' }))).toEqual({ ok: true, value: { itemCode: 'W2', version: 1 } });
    expect(await publish(today({ itemCode: 'W2', visits: 2 }))).toEqual({ ok: true, value: { itemCode: 'W2', version: 2 } });
  });

  it.each([
    ['P5: an item that is not on the list', today({ itemCode: 'NOBODYS' }), 'NOT_ON_LIST', 'P5', 'itemCode'],
    ['P5: an item that was cancelled', today({ itemCode: 'GONE' }), 'NOT_ON_LIST', 'P5', 'itemCode'],
    ['another body’s item', today({ itemCode: 'OTHERS' }), 'NOT_THE_IMPLEMENTING_BODY', 'P2', 'agencyCode'],
    ['an office that is not registered', today({ itemCode: 'W3', responsibleOfficeId: 'O9' }), 'OFFICE_UNKNOWN', 'P3', 'responsibleOfficeId'],
    ['an office that is closed', today({ itemCode: 'W3', responsibleOfficeId: '14010001305' }), 'OFFICE_CLOSED', 'P3', 'responsibleOfficeId'],
    ['an office of another body', today({ itemCode: 'W3', steps: ELSEWHERE }), 'OFFICE_OF_ANOTHER_BODY', 'P3', 'steps.0.officeId'],
    ['a promise above the statutory limit', today({ itemCode: 'W3', promisedLimit: TOO_LONG }), 'PROMISE_EXCEEDS_STATUTE', '许可法 42¶1', 'promisedLimit'],
    ['no supervision phone', today({ itemCode: 'W3', supervisionPhone: null }), 'ELEMENTS_MISSING', 'P3', 'supervisionPhone'],
    ['no steps that could be read', { ...today({ itemCode: 'W3' }), steps: [{ order: 1 }] }, 'MALFORMED_GUIDE', null, 'steps.0.name'],
    ['a day that is over', aGuide({ itemCode: 'W3', effectiveOn: '2014-09-19' }), 'EFFECTIVE_IN_THE_PAST', 'P7', 'effectiveOn'],
  ])('is refused for %s', async (_what, guide, code, rule, path) => {
    const before = (await readJournal(center.database, 'service_center', 0, 100)).head;
    expect(await publish(guide)).toMatchObject({ ok: false, refusal: { code, rule, details: [{ path }] } });
    expect((await readJournal(center.database, 'service_center', 0, 100)).head).toEqual(before);
  });

  it('is for what is on the list on the day it takes effect (P5)', async () => {
    const from = (code: string, status: string, validFrom: string) => item(code, { status, validFrom });
    await center.catalogSays(from('SOON', 'LISTED', '2014-10-01'), from('LEAVING', 'LISTED', '2014-09-10'), from('LEAVING', 'CANCELLED', '2014-10-01'));
    await center.subgraph.catchUp();
    const on = (itemCode: string, effectiveOn: string) => publish(today({ itemCode, effectiveOn }));
    expect(await on('SOON', TODAY)).toMatchObject({ refusal: { code: 'NOT_ON_LIST' } });
    expect(await on('SOON', '2014-10-01')).toMatchObject({ ok: true });
    expect(await on('LEAVING', '2014-10-01')).toMatchObject({ refusal: { code: 'NOT_ON_LIST' } });
    expect(await on('LEAVING', TODAY)).toMatchObject({ ok: true });
  });

  it('may wait for its day, and not be overtaken', async () => {
    expect(await publish(today({ itemCode: 'W4', effectiveOn: '2014-12-01' }))).toMatchObject({ ok: true });
    expect(await publish(today({ itemCode: 'W4', visits: 9 }))).toMatchObject({ ok: false, refusal: { code: 'BEFORE_LAST_VERSION' } });
  });

  it.each<[string, Actor, string]>([
    ['the agency’s head', head, ''],
    ['the service center of the city', { ...head, role: 'SERVICE_CENTER', agencyCode: null }, ''],
    ['another agency’s head', { ...head, agencyCode: '140100015' }, 'FORBIDDEN'],
    ['the service center of another city', { ...head, role: 'SERVICE_CENTER', regionCode: '140200' }, 'FORBIDDEN'],
    ['an editor of the agency', { ...head, role: 'AGENCY_EDITOR' }, 'FORBIDDEN'],
    ['the public', { id: 'anonymous', role: 'PUBLIC', regionCode: null, agencyCode: null }, 'UNAUTHENTICATED'],
  ])('is asked by %s', async (_who, actor, code) => {
    const asked = publish(today({ itemCode: 'W5' }), '140100013', actor);
    if (code) await expect(asked).rejects.toMatchObject({ extensions: { code } });
    else expect(await asked).toMatchObject({ ok: true });
  });
});
