import { firstReviewersOf, FIRST_REVIEWERS } from '../../../../../services/catalog/rules/review-cycle/first-reviewers';
import { JOINT_MEMBERS, membersToSign } from '../../../../../services/catalog/rules/review-cycle/joint-members';
import { mayGiveOpinion, mustBeAnswered, VERDICTS, type Verdict } from '../../../../../services/catalog/rules/review-cycle/opinions';
import { bodyOf, REVIEW_BODIES, type ReviewBody } from '../../../../../services/catalog/rules/review-cycle/review-bodies';
import { STAGES, type CycleStage } from '../../../../../services/catalog/rules/review-cycle/stages';
import { POWER_CATEGORIES, type PowerCategory } from '../../../../../services/catalog/rules/vocabulary';
import { BODIES } from './a-cycle';

const may = (stage: CycleStage, body: ReviewBody | null, more: { category?: PowerCategory; verdict?: Verdict; text?: string; whole?: PowerCategory[] } = {}) =>
  mayGiveOpinion(stage, BODIES, {
    body,
    subject: more.whole ? { kind: 'RETURN', categories: more.whole } : { kind: 'ITEM', category: more.category ?? 'LICENSE' },
    verdict: more.verdict ?? 'ACCEPT',
    text: more.text ?? '理由',
  });

describe('P8: the first reviewer by category', () => {
  it.each([
    ['审改办', 'REFORM_OFFICE', ['LICENSE', 'NON_LICENSE_APPROVAL', 'OTHER']],
    ['法制办', 'LEGAL_OFFICE', ['PENALTY', 'COERCION', 'CONFIRMATION', 'ADJUDICATION']],
    ['财政局', 'FINANCE_BUREAU', ['LEVY', 'PAYMENT', 'REWARD']],
  ] as [string, ReviewBody, PowerCategory[]][])('%s reviews its categories and no others', (_name, body, categories) => {
    for (const category of categories) expect(may('REVIEW_1', body, { category }).ok).toBe(true);
    const others = (Object.keys(POWER_CATEGORIES) as PowerCategory[]).filter((category) => FIRST_REVIEWERS[category].first !== body);
    for (const category of others) expect(may('REVIEW_1', body, { category })).toMatchObject({ refusal: { code: 'NOT_THE_REVIEWER', rule: 'P8' } });
  });
  it('财政局 together with 人社 and 物价', () => {
    expect(firstReviewersOf('LEVY', BODIES)).toEqual(['FINANCE_BUREAU', 'HUMAN_RESOURCES', 'PRICING']);
    expect(may('REVIEW_1', 'PRICING', { category: 'REWARD' }).ok).toBe(true);
    expect(may('REVIEW_1', 'PRICING', { category: 'PENALTY' }).ok).toBe(false);
  });
  it('a county without a pricing bureau has no such co-reviewer', () => expect(firstReviewersOf('LEVY', { HUMAN_RESOURCES: '1' })).toEqual(['FINANCE_BUREAU', 'HUMAN_RESOURCES']));
  it('every category has a first reviewer', () => expect(Object.keys(FIRST_REVIEWERS).toSorted()).toEqual(Object.keys(POWER_CATEGORIES).toSorted()));
  it('a return is reviewed by those its categories need', () => {
    expect(may('REVIEW_1', 'LEGAL_OFFICE', { whole: ['LICENSE', 'PENALTY'] }).ok).toBe(true);
    expect(may('REVIEW_1', 'LEGAL_OFFICE', { whole: ['LICENSE'] }).ok).toBe(false);
  });
});

describe('P9: the joint review', () => {
  it.each(JOINT_MEMBERS)('%s may speak on any item', (body) => expect(may('JOINT_REVIEW', body, { category: 'LEVY' }).ok).toBe(true));
  it.each(['HUMAN_RESOURCES', 'PRICING', 'GOVERNMENT', null] as const)('%s is no member', (body) =>
    expect(may('JOINT_REVIEW', body)).toMatchObject({ refusal: { code: 'NOT_THE_REVIEWER', rule: 'P9' } }));
  it('is signed by six: the reform office, which leads, 政府办公厅, 发改委, 法制办, 财政局, 政务办', () => {
    expect(membersToSign({})).toEqual(['REFORM_OFFICE', 'GOVERNMENT_OFFICE', 'DEVELOPMENT_REFORM', 'LEGAL_OFFICE', 'FINANCE_BUREAU', 'SERVICE_CENTER']);
  });
  it('knows 发改委, 人社 and 物价 by their agency, not by their role alone', () => {
    const reviewer = (agencyCode: string | null) => bodyOf({ role: 'JOINT_REVIEWER', agencyCode }, BODIES);
    expect([reviewer('140100004'), reviewer('140100008'), reviewer('140100009'), reviewer('140100013'), reviewer(null)]).toEqual(['DEVELOPMENT_REFORM', 'HUMAN_RESOURCES', 'PRICING', null, null]);
    expect(bodyOf({ role: 'AGENCY_HEAD', agencyCode: '140100004' }, BODIES)).toBeNull();
  });
});

describe('opinions', () => {
  it('the final review is the reform office’s', () => {
    for (const body of Object.keys(REVIEW_BODIES) as ReviewBody[]) expect(may('FINAL_REVIEW', body).ok).toBe(body === 'REFORM_OFFICE');
  });
  it('are given in the three reviews only', () => {
    const reviews = new Set(['REVIEW_1', 'JOINT_REVIEW', 'FINAL_REVIEW']);
    for (const stage of (Object.keys(STAGES) as CycleStage[]).filter((each) => !reviews.has(each))) expect(may(stage, 'REFORM_OFFICE')).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
  });
  it('must be answered, each but acceptance', () => expect((Object.keys(VERDICTS) as Verdict[]).filter((verdict) => !mustBeAnswered(verdict))).toEqual(['ACCEPT']));
  it('are written, each but acceptance', () => {
    expect(may('REVIEW_1', 'REFORM_OFFICE', { verdict: 'AMEND', text: ' ' })).toMatchObject({ refusal: { code: 'OPINION_WITHOUT_TEXT' } });
    expect(may('REVIEW_1', 'REFORM_OFFICE', { text: '' }).ok).toBe(true);
    expect(may('REVIEW_1', 'REFORM_OFFICE', { text: '长'.repeat(2001) })).toMatchObject({ refusal: { code: 'TEXT_TOO_LONG' } });
  });
  it('on a whole return accept it or ask to amend it; the rest names an item', () => {
    expect(may('REVIEW_1', 'REFORM_OFFICE', { whole: ['LICENSE'], verdict: 'AMEND' }).ok).toBe(true);
    for (const verdict of ['CANCEL', 'NO_BASIS', 'MERGE', 'DELEGATE'] as const)
      expect(may('REVIEW_1', 'REFORM_OFFICE', { whole: ['LICENSE'], verdict })).toMatchObject({ refusal: { code: 'VERDICT_NEEDS_ITEM' } });
  });
});
