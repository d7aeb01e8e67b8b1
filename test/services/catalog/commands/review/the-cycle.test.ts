import { itemsOnDay } from '../../../../../services/catalog/queries/items-on-day';
import { searchItems } from '../../../../../services/catalog/queries/search-items';
import { systemActor } from '../../../../../services/shared/actor';
import { readJournal } from '../../../../../services/shared/journal';
import { verifyJournal } from '../../../../../services/shared/verify-journal';
import { power } from '../../../../support/powers';
import { accepted, actor, aRegion, CYCLE, FINANCE, head, LEGAL, MEMBERS, PRICES, REFORM, WATER, type Region } from './a-region';

let region: Region;
beforeEach(async () => {
  region = await aRegion();
  region.at('2014-08-08');
});
afterEach(() => region.db.drop());

const listed = async (on: string) => (await searchItems(region.store.database, { regionCode: '140100', status: ['LISTED', 'TIGHTENED', 'SUSPENDED'] }, on, { first: 100, after: null })).nodes.map(({ name }) => name);
const journalLength = async () => (await readJournal(region.store.database, 'catalog', 0, 1)).head.seq;

describe('opening a cycle', () => {
  it('takes the plan’s windows and bodies for Taiyuan, and marks a pilot county', async () => {
    expect(await accepted(region.open())).toEqual({ cycleId: CYCLE });
    const state = await region.stateOf();
    expect(state.windows).toContainEqual({ stage: 'REPORT_1', from: '2014-08-06', to: '2014-08-15' });
    expect(state.bodies).toEqual({ DEVELOPMENT_REFORM: '140100004', HUMAN_RESOURCES: '140100008', PRICING: PRICES });
    const county = { regionCode: '140121', agencyCodes: ['140121001'], bodies: { DEVELOPMENT_REFORM: '140121004' } };
    await accepted(region.open(county));
    const { rows } = await region.store.database.pool.query(`SELECT pilot, state->'windows' AS windows FROM catalog.review_cycle WHERE region_code = '140121'`);
    expect(rows).toEqual([{ pilot: true, windows: [{ stage: 'PUBLICATION', from: null, to: '2014-09-30' }] }]);
  });
  it('is refused while one is open, naming it', async () => {
    await accepted(region.open());
    expect(await region.open()).toMatchObject({ refusal: { code: 'CYCLE_ALREADY_OPEN', details: [{ path: 'cycleId', value: CYCLE }, { path: 'stage', value: 'REPORT_1' }] } });
  });
  it.each([
    [{ scheme: 'NONE' }, 'UNKNOWN_SCHEME'],
    [{ title: ' ' }, 'TEXT_MISSING'],
    [{ agencyCodes: [] }, 'NO_DEPARTMENTS'],
    [{ agencyCodes: ['650200001'] }, 'AGENCY_OF_OTHER_REGION'],
    [{ bodies: {} }, 'MEMBER_UNNAMED'],
    [{ regionCode: '140200', agencyCodes: ['140200001'] }, 'WINDOWS_MISSING'],
    [{ windows: [{ stage: 'REPORT_1' as const, from: '2014-08-09', to: '2014-08-08' }] }, 'WINDOWS_INVALID'],
  ])('is refused with %j: %s, and writes nothing', async (input, code) => {
    const before = await journalLength();
    expect(await region.open(input, systemActor('test'))).toMatchObject({ ok: false, refusal: { code } });
    expect(await journalLength()).toBe(before);
  });
  it('is the reform office’s of its region', async () => {
    await expect(region.open({}, actor('REFORM_OFFICE', null, '140200'))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(region.open({}, head(WATER))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

describe('reporting', () => {
  beforeEach(() => accepted(region.open()));

  it('takes powers with and without a basis (P11), as drafts that nobody else sees', async () => {
    const outcome = await accepted(region.report(['取水许可', power('无依据的收费', { category: 'LEVY', citations: [] })]));
    expect(outcome).toMatchObject({ unchanged: 0, reported: [{ name: '取水许可' }, { name: '无依据的收费' }] });
    expect(await region.drafts()).toMatchObject([{ status: 'DRAFT', round: 1 }, { status: 'DRAFT', round: 1 }]);
    expect(await listed('2014-12-31')).toEqual([]);
  });
  it('changes nothing when the same comes again, and restates what comes changed', async () => {
    await accepted(region.report(['取水许可', '河道采砂许可']));
    const before = await journalLength();
    expect(await accepted(region.report(['取水许可', '河道采砂许可']))).toMatchObject({ reported: [], unchanged: 2 });
    expect(await journalLength()).toBe(before);
    expect(await accepted(region.report([power('取水许可', { duty: '水资源管理' })]))).toMatchObject({ reported: [{ name: '取水许可' }] });
    expect(await region.drafts()).toHaveLength(2);
  });
  it('recognises a renamed item by its code in a file, and by its id where the item is named', async () => {
    await accepted(region.report([power('取水许可', { publishedCode: 'X1' }), '采砂']));
    await accepted(region.report([power('取水审批', { publishedCode: 'X1' })]));
    const named = { ...power('采砂许可'), draftId: await region.draftId('采砂') };
    await accepted(region.report([named]));
    expect((await region.drafts()).map(({ name }) => name)).toEqual(['取水审批', '采砂许可']);
  });
  it('lets two items exchange their names', async () => {
    await accepted(region.report(['甲', '乙']));
    const [first, second] = await region.drafts();
    await accepted(region.report([{ ...power('乙'), draftId: first!.id } as never, { ...power('甲'), draftId: second!.id } as never]));
    expect((await region.drafts()).map(({ id, name }) => [id, name])).toEqual([[first!.id, '乙'], [second!.id, '甲']]);
  });
  it('keeps two powers that the list repeats word for word, and 500 of one file, in few statements', async () => {
    await accepted(region.report(['取水许可', '取水许可']));
    expect(await accepted(region.report(['取水许可', '取水许可']))).toMatchObject({ unchanged: 2 });
    const statements: string[] = [];
    const stop = region.store.database.onStatement((text) => statements.push(text));
    await accepted(region.report(Array.from({ length: 500 }, (_, i) => `事项${i}`)));
    stop();
    expect(statements.length).toBeLessThan(15);
  });
  it('is refused for another department’s item, as if there were none', async () => {
    await accepted(region.report(['取水许可']));
    const draftId = await region.draftId('取水许可');
    expect(await region.report([{ ...power('甲'), draftId } as never], PRICES)).toMatchObject({ refusal: { code: 'UNKNOWN_DRAFT' } });
    expect(await region.report([{ ...power('甲'), draftId: '999' } as never], PRICES)).toMatchObject({ refusal: { code: 'UNKNOWN_DRAFT' } });
    await expect(region.report(['甲'], WATER, head(PRICES))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
  it('is rejected alike for a cycle of another region, whether it exists or not', async () => {
    for (const cycleId of ['650200-R1', '650200-R9', 'nonsense'])
      await expect(region.report(['甲'], WATER, head(WATER), cycleId)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await region.report(['甲'], WATER, head(WATER), '140100-R9')).toMatchObject({ refusal: { code: 'UNKNOWN_CYCLE' } });
  });
  it('is refused with a category outside the scheme (P1), and nothing of the file is taken', async () => {
    expect(await region.report(['甲', power('乙', { category: 'INSPECTION' })])).toMatchObject({
      refusal: { code: 'CATEGORY_NOT_IN_SCHEME', rule: 'P1', details: [{ path: 'items.1.category', value: 'INSPECTION' }, { path: 'row' }] },
    });
    expect(await region.drafts()).toEqual([]);
  });
  it('ends with the submission of the round', async () => {
    await accepted(region.report(['甲']));
    expect(await accepted(region.submit())).toEqual({ round: 1, items: 1 });
    expect(await region.drafts()).toMatchObject([{ status: 'UNDER_REVIEW' }]);
    expect(await region.report(['乙'])).toMatchObject({ refusal: { code: 'RETURN_ALREADY_SUBMITTED' } });
    expect(await region.submit()).toMatchObject({ refusal: { code: 'RETURN_ALREADY_SUBMITTED' } });
  });
});

describe('opinions and answers', () => {
  beforeEach(async () => {
    await accepted(region.open({ agencyCodes: [WATER, PRICES] }));
    await accepted(region.report(['取水许可', power('水资源费', { category: 'LEVY' }), power('违法取水处罚', { category: 'PENALTY' })]));
    await accepted(region.report(['价格备案'], PRICES));
    await accepted(region.submit());
    await accepted(region.submit(PRICES));
    await accepted(region.advance());
  });
  const on = async (name: string, verdict: 'AMEND' | 'CANCEL' | 'ACCEPT' = 'AMEND', text = '补充依据') => [{ agencyCode: WATER, draftId: await region.draftId(name), verdict, text }];

  it('are the first reviewer’s by category, and the co-reviewers’ (P8)', async () => {
    expect(await region.opine(await on('违法取水处罚'), REFORM)).toMatchObject({ refusal: { code: 'NOT_THE_REVIEWER', rule: 'P8', details: [{ path: 'opinions.0' }, { path: 'reviewer', value: 'LEGAL_OFFICE' }] } });
    for (const [by, name] of [[REFORM, '取水许可'], [LEGAL, '违法取水处罚'], [FINANCE, '水资源费'], [actor('JOINT_REVIEWER', '140100008'), '水资源费'], [actor('JOINT_REVIEWER', PRICES), '水资源费']] as const)
      await accepted(region.opine(await on(name), by));
    expect(await region.opine(await on('水资源费'), actor('JOINT_REVIEWER', '140100004'))).toMatchObject({ refusal: { code: 'NOT_THE_REVIEWER' } });
  });
  it('of two reviewers of one body on one item the first counts; the second learns what was said', async () => {
    const said = await on('取水许可', 'CANCEL', '无必要');
    const answers = await Promise.all([region.opine(said, REFORM), region.opine(await on('取水许可'), { ...REFORM, id: 'reform-2' })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ refusal: { code: 'OPINION_ALREADY_GIVEN', details: expect.arrayContaining([{ path: 'draftId', value: said[0]!.draftId }, expect.objectContaining({ path: 'verdict' }), expect.objectContaining({ path: 'reviewerId' })]) } });
  });
  it('all of several are taken, or none', async () => {
    expect(await region.opine([...(await on('取水许可')), ...(await on('违法取水处罚'))], REFORM)).toMatchObject({ ok: false, refusal: { details: [{ path: 'opinions.1' }, {}] } });
    expect((await region.store.database.pool.query('SELECT 1 FROM catalog.opinion')).rowCount).toBe(0);
  });
  it('must be answered before the next report is submitted; a cancellation agreed to ends the item', async () => {
    const given = await accepted(region.opine([...(await on('取水许可')), ...(await on('取水许可')).map((each) => ({ ...each, draftId: null }))], REFORM));
    await accepted(region.opine(await on('违法取水处罚', 'CANCEL'), LEGAL));
    await accepted(region.review(REFORM, PRICES));
    await accepted(region.review(LEGAL, WATER));
    for (const by of [FINANCE, actor('JOINT_REVIEWER', '140100008'), actor('JOINT_REVIEWER', PRICES)]) await accepted(region.review(by, WATER));
    await accepted(region.advance());
    expect(await region.submit()).toMatchObject({ refusal: { code: 'OPINIONS_UNANSWERED', details: [{ path: 'opinions' }, {}, {}] } });
    const open = (await region.stateOf()).departments[WATER]!.unanswered;
    expect(open).toEqual(expect.arrayContaining(given.opinionIds));
    expect(await region.reply(open.map((opinionId) => ({ opinionId, answer: '照办', accepted: true })), PRICES)).toMatchObject({ refusal: { code: 'OPINION_NOT_OPEN' } });
    await accepted(region.reply(open.map((opinionId) => ({ opinionId, answer: '照办', accepted: true }))));
    expect(await accepted(region.submit())).toEqual({ round: 2, items: 2 });
    expect((await region.drafts()).find(({ name }) => name === '违法取水处罚')).toMatchObject({ status: 'WITHDRAWN' });
  });
  it('a signature of every member completes the joint review (P9); nobody signs for another', async () => {
    expect(await region.sign(REFORM)).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
    for (const by of [FINANCE, LEGAL, actor('JOINT_REVIEWER', '140100008'), actor('JOINT_REVIEWER', PRICES)]) await accepted(region.review(by, WATER));
    await accepted(region.review(REFORM, WATER, PRICES));
    await accepted(region.advance());
    await accepted(region.submit());
    await accepted(region.submit(PRICES));
    await accepted(region.advance());
    expect(await region.sign(actor('JOINT_REVIEWER', '140100008'))).toMatchObject({ refusal: { code: 'NOT_A_JOINT_MEMBER', rule: 'P9' } });
    for (const member of MEMBERS.slice(1)) await accepted(region.sign(member));
    expect(await region.advance()).toMatchObject({ refusal: { code: 'SIGNATURES_MISSING', details: [{ path: 'signatures', value: 'REFORM_OFFICE' }] } });
    expect(await accepted(region.sign(REFORM))).toMatchObject({ missing: [] });
    await accepted(region.advance());
  });
});

describe('publication', () => {
  const through = async (...names: string[]) => {
    await accepted(region.open());
    await accepted(region.report(names));
    await region.throughReviews();
    region.at('2014-09-08');
  };

  it('makes the approved items the list from its day on, as an edition with the government’s document', async () => {
    await through('取水许可', '河道采砂许可');
    expect(await listed('2014-09-30')).toEqual([]);
    expect(await accepted(region.publish())).toMatchObject({ editionId: '140100-1', listed: 2, cancelled: 0, leftOut: [] });
    expect(await listed('2014-09-07')).toEqual([]);
    expect(await listed('2014-09-08')).toEqual(['取水许可', '河道采砂许可']);
    const { rows } = await region.store.database.pool.query('SELECT origin, total, document_number, cycle_id FROM catalog.edition');
    expect(rows).toEqual([{ origin: 'PUBLISHED', total: 2, document_number: '并政发〔2014〕40号', cycle_id: CYCLE }]);
    expect(await region.stateOf()).toMatchObject({ stage: 'PUBLISHED', published: { editionId: '140100-1' } });
    expect(await verifyJournal(region.store.database, 'catalog')).toMatchObject({ ok: true });
  });
  it('says nothing of drafts in the journal’s public lines, and everything of the list', async () => {
    await through('取水许可');
    await accepted(region.publish());
    const { entries } = await readJournal(region.store.database, 'catalog', 0, 100);
    expect(entries.filter(({ subject }) => subject.kind === 'ReviewCycle').map(({ summary }) => summary).join()).not.toMatch(/取水|140100013/);
    expect(entries.find(({ action }) => action === 'ItemListed')!.after).toMatchObject({ name: '取水许可', status: 'LISTED', regionCode: '140100', agencyCode: WATER, validFrom: '2014-09-08' });
  });
  it('happens once: of two at the same moment one is refused', async () => {
    await through('取水许可');
    const answers = await Promise.all([region.publish(), region.publish()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'WRONG_STAGE', details: [{ path: 'stage', value: 'PUBLISHED' }] } });
  });
  it('ends what the list had and the department did not report, and leaves the rest of the list as it was', async () => {
    await through('取水许可', '河道采砂许可');
    await accepted(region.publish());
    region.at('2015-08-01');
    region.story.cycleId = '140100-R2';
    await accepted(region.open({ agencyCodes: [] })); // whoever holds items reports
    expect(Object.keys((await region.stateOf()).departments)).toEqual([WATER]);
    await accepted(region.report(['取水许可']));
    await region.throughReviews();
    expect(await accepted(region.publish('2015-08-01'))).toMatchObject({ editionId: '140100-2', listed: 0, cancelled: 1 });
    expect(await listed('2015-07-31')).toEqual(['取水许可', '河道采砂许可']);
    expect(await listed('2015-08-01')).toEqual(['取水许可']);
    const [kept, ended] = await itemsOnDay(region.store.database, [{ code: `${WATER}01000100`, on: '2015-08-01' }, { code: `${WATER}01000200`, on: '2015-08-01' }]);
    expect(kept).toMatchObject({ validFrom: '2014-09-08', status: 'LISTED' });
    expect(ended).toMatchObject({ validFrom: '2015-08-01', status: 'CANCELLED', name: '河道采砂许可' });
  });
});

describe('only fewer (P6)', () => {
  it('a second list with more items is refused, naming the additions; nothing is written', async () => {
    await accepted(region.open());
    await accepted(region.report(['取水许可']));
    await region.throughReviews();
    region.at('2014-09-08');
    await accepted(region.publish());
    region.at('2015-08-01');
    region.story.cycleId = '140100-R2';
    await accepted(region.open());
    await accepted(region.report(['取水许可', '新增许可']));
    await region.throughReviews();
    const before = await journalLength();
    expect(await region.publish('2015-08-01')).toMatchObject({
      refusal: { code: 'ONLY_FEWER', rule: 'P6', details: [{ path: 'previousTotal', value: '1' }, { path: 'nextTotal', value: '2' }, { path: 'addition', value: `${WATER}01000200 新增许可` }] },
    });
    expect(await journalLength()).toBe(before);
    expect(await listed('2015-08-01')).toEqual(['取水许可']);
  });
});
