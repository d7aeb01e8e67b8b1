import { readdirSync, readFileSync } from 'node:fs';
import { systemActor } from '../../services/shared/actor';
import { inProject } from '../../services/shared/project-root';
import { addItem } from '../../services/catalog/commands/adjust/add-item';
import { cancelItem } from '../../services/catalog/commands/adjust/cancel-item';
import { confirmHandover } from '../../services/catalog/commands/adjust/confirm-handover';
import { delegateItem } from '../../services/catalog/commands/adjust/delegate-item';
import { mergeItems } from '../../services/catalog/commands/adjust/merge-items';
import { importList } from '../../services/catalog/commands/import-list/import-list';
import { publishEdition } from '../../services/catalog/commands/publish-edition/publish-edition';
import { parseCitations } from '../../services/catalog/importers/citations';
import { readListFile } from '../../services/catalog/importers/read-list-file';
import { itemsOnDay } from '../../services/catalog/queries/items-on-day';
import { exerciseCheck } from '../../services/catalog/rules/exercise-check';
import type { ListedPower } from '../../services/catalog/rules/listed-power';
import { FIRST_REVIEWERS } from '../../services/catalog/rules/review-cycle/first-reviewers';
import type { PowerCategory } from '../../services/catalog/rules/vocabulary';
import { verifyJournal } from '../../services/shared/verify-journal';
import { decision, exception, GOVERNMENT, stated } from '../services/catalog/commands/adjust/adjusted-catalog';
import { accepted, actor, aRegion, FINANCE, LEGAL, REFORM, type Region } from '../services/catalog/commands/review/a-region';
import { listOf, power } from '../support/powers';

const FOLDER = inProject('prisma', 'catalog', 'seed', '140100');
const SCHEME = Object.keys(FIRST_REVIEWERS).filter((category) => category !== 'INSPECTION') as PowerCategory[];
const REVIEWERS = {
  REFORM_OFFICE: REFORM,
  LEGAL_OFFICE: LEGAL,
  FINANCE_BUREAU: FINANCE,
  HUMAN_RESOURCES: actor('JOINT_REVIEWER', '140100008'),
  PRICING: actor('JOINT_REVIEWER', '140100009'),
};
/** 监管措施 without any basis at all, reported all the same (P11). */
const NO_BASIS = '14010002910000100';
const WATER_LICENCE = '14010001301000100';
const DISTRICT_WATER = '140105013';

/** What each department reports: its sample spreadsheet, read by the importer. */
function returns(): Map<string, ListedPower[]> {
  return new Map(
    readdirSync(FOLDER).filter((name) => name.endsWith('.csv')).map((fileName) => {
      const read = readListFile({ fileName, bytes: readFileSync(`${FOLDER}/${fileName}`), categories: SCHEME }, parseCitations);
      if (!read.ok) throw new Error(read.message);
      return [fileName.slice(0, 9), read.list.sheets.flatMap((sheet) => sheet.powers)];
    }),
  );
}

describe('the list of Taiyuan, 2014', () => {
  const reported = returns();
  const departments = [...reported.keys()];
  let region: Region;
  beforeAll(async () => {
    region = await aRegion();
    await accepted(
      region.run(
        importList,
        {
          regionCode: '140105',
          scheme: 'TAIYUAN_2014',
          publishedOn: '2014-08-01',
          list: listOf(power('区内事项')),
          bodies: [{ name: '市水务局', agencyCode: DISTRICT_WATER, offices: [] }],
        },
        systemActor('test'),
      ),
    );
  });
  afterAll(() => region.db.drop());

  const on = async (day: string, code: string) => (await itemsOnDay(region.store.database, [{ code, on: day }]))[0]!;
  const verdict = async (day: string, code: string, agencyCode: string) => exerciseCheck(await on(day, code), agencyCode);
  const submitAll = async () => {
    for (const agencyCode of departments) await accepted(region.submit(agencyCode));
    await accepted(region.advance());
  };
  const editions = async () =>
    (await region.store.database.pool.query('SELECT number, total, counts FROM catalog.edition WHERE region_code = $1 ORDER BY number', ['140100'])).rows;

  it('first report: every department clears what it holds, with or without basis (P11)', async () => {
    region.at('2014-08-06');
    await accepted(region.open({ agencyCodes: departments }));
    for (const [agencyCode, powers] of reported) await accepted(region.report(powers, agencyCode));
    region.at('2014-08-14');
    await submitAll();
    expect((await region.stateOf()).stage).toBe('REVIEW_1');
  });

  it('first review: each category by its own reviewers (P8); what has no basis is named', async () => {
    region.at('2014-08-18');
    for (const [agencyCode, powers] of reported) {
      const bodies = new Set(powers.flatMap(({ category }) => [FIRST_REVIEWERS[category].first, ...FIRST_REVIEWERS[category].with]));
      for (const body of bodies) await accepted(region.review(REVIEWERS[body as keyof typeof REVIEWERS], agencyCode));
    }
    const { name, category } = reported.get('140100029')!.find(({ publishedCode }) => publishedCode === NO_BASIS)!;
    const reviewer = REVIEWERS[FIRST_REVIEWERS[category].first as keyof typeof REVIEWERS];
    const opinion = { agencyCode: '140100029', draftId: await region.draftId(name), verdict: 'NO_BASIS' as const, text: '未列明法律法规依据' };
    await accepted(region.opine([opinion], reviewer));
    await accepted(region.advance());
    expect((await region.stateOf()).stage).toBe('REPORT_2');
  });

  it('second report waits for the answer to every opinion; the department gives the item up', async () => {
    region.at('2014-08-24');
    expect(await region.submit('140100029')).toMatchObject({ ok: false });
    const { rows } = await region.store.database.pool.query('SELECT id::text FROM catalog.opinion WHERE verdict = $1', ['NO_BASIS']);
    await accepted(region.reply([{ opinionId: rows[0].id, answer: '同意取消', accepted: true }], '140100029'));
    await submitAll();
  });

  it('joint review needs every member (P9); nothing is published before legality review and decision (P10)', async () => {
    expect(await region.advance()).toMatchObject({ ok: false });
    await region.signAll();
    await accepted(region.advance());
    region.at('2014-08-29');
    await submitAll();
    await accepted(region.review(REFORM, ...departments));
    await accepted(region.advance());
    await accepted(region.argue());
    await accepted(region.advance());
    expect(await region.publish()).toMatchObject({ ok: false });
    await accepted(region.legality());
    await accepted(region.advance());
    region.at('2014-09-05');
    await accepted(region.decideIt());
    await accepted(region.advance());
  });

  it('publication makes the first edition; off it, no power (P5)', async () => {
    region.at('2014-09-08');
    const all = [...reported.values()].flat().length;
    expect(await accepted(region.publish('2014-09-08'))).toMatchObject({ listed: all - 1 });
    expect(await editions()).toMatchObject([{ number: 1, total: all - 1 }]);
    expect(await on('2014-09-08', NO_BASIS)).toBeNull();
    expect(await verdict('2014-09-07', WATER_LICENCE, '140100013')).toBe('NOT_ON_LIST');
    expect(await verdict('2014-09-08', WATER_LICENCE, '140100013')).toBe('PERMITTED');
    expect(await verdict('2014-09-08', WATER_LICENCE, '140100014')).toBe('OTHER_BODY');
  });

  it('a cancel, a delegation with handover, a merge, and an addition that is refused (P14, P6)', async () => {
    region.at('2014-09-20');
    const input = (effectiveOn: string) => ({ regionCode: '140100', decision: decision(effectiveOn) });
    const [first, second] = reported.get('140100024')!.filter(({ category, subItem }) => category === 'LICENSE' && subItem === null);
    const cancelled = reported.get('140100015')!.find(({ category }) => category === 'LICENSE')!.publishedCode!;
    await accepted(region.run(cancelItem, { ...input('2014-10-01'), item: { code: cancelled } }, GOVERNMENT));
    await accepted(
      region.run(
        delegateItem,
        { ...input('2014-11-01'), item: { code: WATER_LICENCE }, form: 'AUTHORISE', to: { agencyCode: DISTRICT_WATER, bodyName: '小店区水务局', nature: 'STATUTORY_ORGAN', levels: ['COUNTY'] } },
        GOVERNMENT,
      ),
    );
    await accepted(region.run(confirmHandover, { regionCode: '140100', item: { code: WATER_LICENCE }, handedOverOn: '2015-01-01' }, REFORM));
    await accepted(
      region.run(mergeItems, { ...input('2014-12-01'), sources: [{ code: second!.publishedCode! }], into: { code: first!.publishedCode! }, newItem: null }, REFORM),
    );
    const newcomer = { ...input('2014-12-01'), exception: { ...exception, superiorLaw: '' }, newItem: stated('新设许可') };
    expect(await region.run(addItem, newcomer, GOVERNMENT)).toMatchObject({ ok: false, refusal: { rule: expect.stringContaining('P6') } });

    expect(await on('2014-09-30', cancelled)).toMatchObject({ status: 'LISTED' });
    expect(await on('2014-10-01', cancelled)).toMatchObject({ status: 'CANCELLED' });
    expect(await verdict('2014-12-31', WATER_LICENCE, '140100013')).toBe('PERMITTED'); // decided, not yet handed over
    expect(await verdict('2015-01-01', WATER_LICENCE, '140100013')).toBe('DELEGATED');
    expect(await on('2014-11-30', second!.publishedCode!)).toMatchObject({ status: 'LISTED' });
    expect(await on('2014-12-01', second!.publishedCode!)).toMatchObject({ status: 'MERGED' });
  });

  it('the second edition has three items fewer, the first stays as it was, and the journal tells it all', async () => {
    region.at('2015-02-02');
    const [before] = await editions();
    const document = { title: '关于公布调整后权力清单的决定', number: '并政发〔2015〕3号', date: '2015-01-30' };
    await accepted(region.run(publishEdition, { regionCode: '140100', publishedOn: '2015-02-01', document }, actor('GOVERNMENT_OFFICE')));
    expect(await editions()).toMatchObject([before, { number: 2, total: before.total - 3 }]);
    expect(await verifyJournal(region.store.database, 'catalog')).toMatchObject({ ok: true });
  });
});
