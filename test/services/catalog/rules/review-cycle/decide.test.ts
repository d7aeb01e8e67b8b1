import { evolve, type CycleState } from '../../../../../services/catalog/rules/review-cycle/cycle-state';
import { decide, decideAll, type CycleMove } from '../../../../../services/catalog/rules/review-cycle/decide';
import { ADVANCE, answer, APPROVED, ARGUED, given, LEGAL, NOW, opened, opinion, PRICES, PUBLISH, signatures, submit, untilStage, WATER, WHOLE_CYCLE } from './a-cycle';

const refusalOf = (state: CycleState, move: CycleMove) => {
  const outcome = decide(state, move, NOW);
  return outcome.ok ? null : outcome.refusal;
};
const at = (stage: CycleState['stage']) => given(untilStage(stage));

describe('the whole cycle', () => {
  it('leads from the first report to the published list', () => {
    const state = given(WHOLE_CYCLE);
    expect(state).toMatchObject({ stage: 'PUBLISHED', published: { editionId: '140100-1' }, decision: { document: { number: '并政发〔2014〕1号' } } });
  });
  it('is told by its events: the same events give the same state', () => {
    const outcome = decideAll(opened(), WHOLE_CYCLE, NOW);
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    expect(outcome.value.events.reduce(evolve, opened())).toEqual(outcome.value.state);
  });
  it('refuses several moves as one, and says which of them', () => {
    expect(decideAll(opened(), [submit(), submit()], NOW, 'returns')).toMatchObject({
      ok: false,
      refusal: { code: 'RETURN_ALREADY_SUBMITTED', details: [{ path: 'returns.1' }, { path: 'submittedAt', value: NOW }] },
    });
  });
});

describe('each stage is left only when it has seen what it must', () => {
  it('the first report: every department has reported (P11)', () => {
    const state = given([submit()], [WATER, PRICES]);
    expect(refusalOf(state, ADVANCE)).toMatchObject({ code: 'RETURNS_MISSING', rule: 'P11', details: [{ path: 'agencyCode', value: PRICES }] });
  });
  it('the first review: every return has the opinion of each first reviewer of its categories (P8)', () => {
    const state = given([submit(WATER, ['LICENSE', 'PENALTY', 'LEVY']), ADVANCE]);
    expect(refusalOf(state, ADVANCE)).toMatchObject({
      code: 'REVIEWS_MISSING',
      rule: 'P8',
      details: ['REFORM_OFFICE', 'LEGAL_OFFICE', 'FINANCE_BUREAU', 'HUMAN_RESOURCES', 'PRICING'].map((value) => ({ path: `reviews.${WATER}`, value })),
    });
  });
  it('an opinion on an item does not stand for the opinion on the return', () => {
    const state = given([submit(), ADVANCE, opinion('REFORM_OFFICE', { category: 'LICENSE' })]);
    expect(refusalOf(state, ADVANCE)).toMatchObject({ code: 'REVIEWS_MISSING' });
  });
  it('a return without items needs no review', () => {
    const state = given([{ kind: 'SUBMIT_RETURN', agencyCode: WATER, items: 0, categories: [] }, ADVANCE]);
    expect(refusalOf(state, ADVANCE)).toBeNull();
  });
  it('the second and third report: every opinion is answered', () => {
    const state = given([submit(), ADVANCE, opinion('REFORM_OFFICE', { verdict: 'AMEND', text: '补充依据' }), ADVANCE]);
    expect(refusalOf(state, submit())).toMatchObject({ code: 'OPINIONS_UNANSWERED', details: [{ path: 'opinions', value: '1' }] });
    expect(refusalOf(state, ADVANCE)?.code).toBe('RETURNS_MISSING');
    expect(refusalOf(given([submit(), ADVANCE, opinion('REFORM_OFFICE', { verdict: 'AMEND', text: '补充依据' }), ADVANCE, answer()]), submit())).toBeNull();
  });
  it.each(signatures)('the joint review: not without the signature of $body (P9)', (missing) => {
    const state = given([...untilStage('JOINT_REVIEW'), ...signatures.filter((each) => each !== missing)]);
    expect(refusalOf(state, ADVANCE)).toMatchObject({ code: 'SIGNATURES_MISSING', rule: 'P9', details: [{ path: 'signatures', value: (missing as { body: string }).body }] });
  });
  it('the final review: the reform office has written on every return, and its opinions are answered', () => {
    expect(refusalOf(at('FINAL_REVIEW'), ADVANCE)).toMatchObject({ code: 'REVIEWS_MISSING', rule: '六' });
    const asked = given([...untilStage('FINAL_REVIEW'), opinion('REFORM_OFFICE', { verdict: 'AMEND', text: '合并表述' })]);
    expect(refusalOf(asked, ADVANCE)).toMatchObject({ code: 'OPINIONS_UNANSWERED' });
    expect(refusalOf(evolve(asked, { type: 'OpinionAnswered', agencyCode: WATER, opinionId: '1' }), ADVANCE)).toBeNull();
  });
  it('argumentation: concluded; legality review: passed (P10); the government: approved', () => {
    expect(refusalOf(at('ARGUMENTATION'), ADVANCE)).toMatchObject({ code: 'ARGUMENTATION_MISSING' });
    expect(refusalOf(at('LEGALITY_REVIEW'), ADVANCE)).toMatchObject({ code: 'LEGALITY_REVIEW_MISSING', rule: 'P10' });
    expect(refusalOf(at('GOVERNMENT_DECISION'), ADVANCE)).toMatchObject({ code: 'GOVERNMENT_APPROVAL_MISSING' });
  });
  it('publication is a move of its own: there is nothing to advance to', () => {
    expect(refusalOf(at('PUBLICATION'), ADVANCE)).toMatchObject({ code: 'WRONG_STAGE', details: [{ path: 'stage', value: 'PUBLICATION' }] });
  });
});

describe('publication looks at the whole cycle again', () => {
  const ready = at('PUBLICATION');
  it.each([
    ['a signature', { ...ready, signatures: { ...ready.signatures, LEGAL_OFFICE: undefined } }, 'SIGNATURES_MISSING'],
    ['the legality review (P10)', { ...ready, legality: null }, 'LEGALITY_REVIEW_MISSING'],
    ['the approval', { ...ready, decision: null }, 'GOVERNMENT_APPROVAL_MISSING'],
    ['an answer', { ...ready, departments: { [WATER]: { ...ready.departments[WATER]!, unanswered: ['9'] } } }, 'OPINIONS_UNANSWERED'],
  ])('and refuses without %s', (_what, state, code) => {
    expect(refusalOf(state as CycleState, PUBLISH)).toMatchObject({ code });
  });
});

describe('a no of the legal office or the government', () => {
  const no = (move: CycleMove): CycleMove => ({ ...move, approved: false, opinion: '再议' }) as CycleMove;
  it.each([
    ['legality review', [...untilStage('LEGALITY_REVIEW'), no(LEGAL)]],
    ['the decision', [...untilStage('GOVERNMENT_DECISION'), no(APPROVED)]],
  ])('at %s begins the final review again, and all that follows it', (_what, moves) => {
    const state = given(moves);
    expect(state).toMatchObject({ stage: 'FINAL_REVIEW', sentBack: 1, argumentation: null, legality: null, decision: null });
    expect(refusalOf(state, ADVANCE)).toMatchObject({ code: 'REVIEWS_MISSING' });
    const again: CycleMove[] = [opinion('REFORM_OFFICE', { opinionId: '2' }), ADVANCE, ARGUED, ADVANCE, LEGAL, ADVANCE, APPROVED, ADVANCE, PUBLISH];
    expect(given([...moves, ...again]).stage).toBe('PUBLISHED');
  });
});

describe('who comes second is told what has changed', () => {
  it('a second return of the same round', () => {
    expect(refusalOf(given([submit()]), submit())).toMatchObject({ code: 'RETURN_ALREADY_SUBMITTED', details: [{ value: NOW }] });
  });
  it('a second opinion of the same body on the same return', () => {
    const state = given([submit(), ADVANCE, opinion('REFORM_OFFICE')]);
    expect(refusalOf(state, opinion('REFORM_OFFICE', { opinionId: '2' }))).toMatchObject({ code: 'OPINION_ALREADY_GIVEN', details: [{ path: 'givenAt', value: NOW }] });
  });
  it('a second signature', () => {
    expect(refusalOf(given([...untilStage('JOINT_REVIEW'), signatures[0]!]), signatures[0]!)).toMatchObject({ code: 'ALREADY_SIGNED' });
  });
  it('a second publication', () => {
    expect(refusalOf(given(WHOLE_CYCLE), PUBLISH)).toMatchObject({ code: 'WRONG_STAGE', details: [{ path: 'stage', value: 'PUBLISHED' }] });
  });
  it('an answer to what is not open, or is another department’s', () => {
    const state = given([submit(), submit(PRICES), ADVANCE, opinion('REFORM_OFFICE', { verdict: 'AMEND', text: '补' }), opinion('REFORM_OFFICE', { agencyCode: PRICES, opinionId: '2' }), ADVANCE], [WATER, PRICES]);
    expect(refusalOf(state, answer('7'))).toMatchObject({ code: 'OPINION_NOT_OPEN' });
    expect(refusalOf(state, answer('1', PRICES))).toMatchObject({ code: 'OPINION_NOT_OPEN' });
  });
});

describe('joining', () => {
  const join: CycleMove = { kind: 'JOIN', agencyCode: PRICES };
  it('a department nobody named may join the first report (P11)', () => expect(Object.keys(given([join]).departments)).toEqual([PRICES, WATER]));
  it('and none later, when its items would escape the first review', () => {
    expect(refusalOf(given([submit(), ADVANCE]), join)).toMatchObject({ code: 'AGENCY_NOT_IN_CYCLE', rule: 'P11' });
  });
});
