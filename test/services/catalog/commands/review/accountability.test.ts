import { excludeItem } from '../../../../../services/catalog/commands/review/exclude-item';
import { recordAccountability } from '../../../../../services/catalog/commands/review/record-accountability';
import { withdrawItem } from '../../../../../services/catalog/commands/review/withdraw-item';
import { accepted, actor, aRegion, CYCLE, head, MEMBERS, PRICES, REFORM, WATER, type Region } from './a-region';

let region: Region;
beforeEach(async () => {
  region = await aRegion();
  region.at('2014-08-08');
  await accepted(region.open({ agencyCodes: [WATER, PRICES] }));
  await accepted(region.report(['取水许可', '采砂许可']));
  await accepted(region.submit());
});
afterEach(() => region.db.drop());

const SUPERVISION = actor('SUPERVISION');

describe('interviews and accountability (P12)', () => {
  const interview = (agencyCode: string, by = SUPERVISION) =>
    region.run(recordAccountability, { step: 'OPEN', cycleId: CYCLE, agencyCode, stage: 'REPORT_1', kind: 'INTERVIEW', reason: '逾期未报送' }, by);
  const records = async () => (await region.store.database.pool.query(`SELECT agency_code, stage, kind, opened_on::text, held_on::text, outcome FROM catalog.accountability_record`)).rows;

  it('a department that missed a window is listed, interviewed, and the outcome recorded', async () => {
    expect(await interview(PRICES)).toMatchObject({ refusal: { code: 'NOT_LATE', rule: 'P12' } });
    region.at('2014-08-18');
    expect(await interview(WATER)).toMatchObject({ refusal: { code: 'NOT_LATE' } });
    const { recordId } = await accepted(interview(PRICES));
    expect(await interview(PRICES)).toMatchObject({ refusal: { code: 'ALREADY_OPENED', details: [{ path: 'recordId', value: recordId }] } });
    const conclude = () => region.run(recordAccountability, { step: 'CONCLUDE', cycleId: CYCLE, recordId, outcome: '限期三日内报送' }, SUPERVISION);
    expect(await conclude()).toMatchObject({ refusal: { code: 'NOT_HELD_YET' } });
    const hold = (heldOn: string) => region.run(recordAccountability, { step: 'HOLD', cycleId: CYCLE, recordId, heldOn }, SUPERVISION);
    expect(await hold('2014-08-19')).toMatchObject({ refusal: { code: 'DATE_OUT_OF_RANGE' } });
    region.at('2014-08-20');
    await accepted(hold('2014-08-19'));
    expect(await hold('2014-08-20')).toMatchObject({ refusal: { code: 'ALREADY_HELD', details: [{ value: '2014-08-19' }] } });
    await accepted(conclude());
    expect(await conclude()).toMatchObject({ refusal: { code: 'ALREADY_CONCLUDED' } });
    expect(await records()).toEqual([{ agency_code: PRICES, stage: 'REPORT_1', kind: 'INTERVIEW', opened_on: '2014-08-18', held_on: '2014-08-19', outcome: '限期三日内报送' }]);
  });
  it('is the supervision bureau’s alone, of its region', async () => {
    region.at('2014-08-18');
    for (const by of [REFORM, head(PRICES), actor('SUPERVISION', null, '140200')]) await expect(interview(PRICES, by)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await records()).toEqual([]);
  });
  it('knows no record of another cycle', async () => {
    const hold = (recordId: string) => region.run(recordAccountability, { step: 'HOLD', cycleId: CYCLE, recordId, heldOn: '2014-08-08' }, SUPERVISION);
    for (const recordId of ['77', "1' OR true"]) expect(await hold(recordId)).toMatchObject({ refusal: { code: 'UNKNOWN_RECORD' } });
  });
});

describe('leaving the draft list (P11)', () => {
  const withdraw = async (name: string, agencyCode = WATER, by = head(agencyCode)) => region.run(withdrawItem, { cycleId: CYCLE, agencyCode, draftId: await region.draftId(name) }, by);
  const exclude = async (name: string) => region.run(excludeItem, { cycleId: CYCLE, draftId: await region.draftId(name), reason: '无法律依据' }, REFORM);

  const toSecondReport = async () => {
    await accepted(region.report(['价格备案', '误报'], PRICES));
    expect(await accepted(withdraw('误报', PRICES))).toBeDefined(); // never submitted
    await accepted(region.submit(PRICES));
    await accepted(region.advance());
    await accepted(region.opine([{ agencyCode: WATER, draftId: await region.draftId('采砂许可'), verdict: 'MERGE', text: '与取水许可合并' }]));
    await accepted(region.review(REFORM, WATER, PRICES));
    await accepted(region.advance());
  };

  it('is free before submission; afterwards only what a reviewer spoke against may go', async () => {
    expect(await withdraw('取水许可')).toMatchObject({ refusal: { code: 'RETURN_ALREADY_SUBMITTED' } });
    await toSecondReport();
    expect(await withdraw('取水许可')).toMatchObject({ refusal: { code: 'NOT_PROPOSED_FOR_REMOVAL', rule: 'P11' } });
    await accepted(withdraw('采砂许可'));
    expect(await withdraw('采砂许可')).toMatchObject({ refusal: { code: 'ALREADY_WITHDRAWN' } });
    expect((await region.drafts()).map(({ name, status }) => `${name} ${status}`)).toEqual(['取水许可 UNDER_REVIEW', '采砂许可 WITHDRAWN', '价格备案 UNDER_REVIEW', '误报 WITHDRAWN']);
  });
  it('what a department keeps against the reviewers’ opinion, the reform office may leave out of the draft for approval', async () => {
    await toSecondReport();
    expect(await exclude('采砂许可')).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
    const [opinionId] = (await region.stateOf()).departments[WATER]!.unanswered;
    await accepted(region.reply([{ opinionId: opinionId!, answer: '两项依据不同，应予保留', accepted: false }]));
    for (const agency of [WATER, PRICES]) await accepted(region.submit(agency));
    await accepted(region.advance());
    for (const member of MEMBERS) await accepted(region.sign(member));
    await accepted(region.advance());
    expect(await region.report(['新事项'])).toMatchObject({ refusal: { code: 'ITEM_TOO_LATE', rule: 'P9' } });
    for (const agency of [WATER, PRICES]) await accepted(region.submit(agency));
    await accepted(region.advance());
    expect(await exclude('取水许可')).toMatchObject({ refusal: { code: 'NOT_PROPOSED_FOR_REMOVAL' } });
    await accepted(exclude('采砂许可'));
    expect((await region.drafts())[1]).toMatchObject({ status: 'WITHDRAWN' });
  });
  it('another department’s item is as if it were not there', async () => {
    expect(await withdraw('取水许可', PRICES)).toMatchObject({ refusal: { code: 'UNKNOWN_DRAFT' } });
    await expect(withdraw('取水许可', WATER, head(PRICES))).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});
