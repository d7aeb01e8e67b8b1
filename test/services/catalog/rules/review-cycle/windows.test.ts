import { checkWindows, lateDuties } from '../../../../../services/catalog/rules/review-cycle/windows';
import type { CycleMove } from '../../../../../services/catalog/rules/review-cycle/decide';
import { decideAll } from '../../../../../services/catalog/rules/review-cycle/decide';
import type { CycleState } from '../../../../../services/catalog/rules/review-cycle/cycle-state';
import { ADVANCE, opened, opinion, PRICES, signatures, submit, WATER, WINDOWS } from './a-cycle';

const noon = (day: string) => `${day}T04:00:00.000Z`;

/** The cycle after moves made on their days. */
const after = (...steps: [day: string, ...moves: CycleMove[]][]): CycleState =>
  steps.reduce((state, [day, ...moves]) => {
    const outcome = decideAll(state, moves, noon(day));
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    return outcome.value.state;
  }, opened([WATER, PRICES]));

const late = (state: CycleState, day: string) => lateDuties(state, noon(day)).map(({ stage, agencyCode, body, doneAt }) => [stage, agencyCode ?? body, doneAt?.slice(0, 10) ?? null]);

describe('a department that misses a window is late (P12)', () => {
  const state = after(['2014-08-15', submit()], ['2014-08-18', submit(PRICES)]);

  it('not on the window’s last day', () => expect(late(state, '2014-08-15')).toEqual([]));
  it('from the day after it, while it has not reported', () => expect(late(state, '2014-08-16')).toEqual([['REPORT_1', PRICES, null]]));
  it('and stays listed when it has reported late, with the day it did', () => expect(late(state, '2014-08-22')).toEqual([['REPORT_1', PRICES, '2014-08-18']]));
  it('days begin and end in China', () => {
    expect(lateDuties(state, '2014-08-15T15:59:59.000Z')).toEqual([]);
    expect(lateDuties(state, '2014-08-15T16:00:00.000Z')).toHaveLength(1);
  });
  it('what is known at an instant does not depend on what came later', () => {
    const known = late(state, '2014-08-16');
    expect(late(after(['2014-08-15', submit()], ['2014-08-18', submit(PRICES)], ['2014-08-20', ADVANCE]), '2014-08-16')).toEqual(known);
  });
});

describe('the reviewers have their windows too', () => {
  it('a first reviewer is late while one return of its categories lacks its opinion', () => {
    const reviewing = after(['2014-08-10', submit(WATER, ['LICENSE', 'PENALTY']), submit(PRICES), ADVANCE], ['2014-08-20', opinion('REFORM_OFFICE')]);
    expect(late(reviewing, '2014-08-23')).toEqual([['REVIEW_1', 'REFORM_OFFICE', null], ['REVIEW_1', 'LEGAL_OFFICE', null]]);
    const done = after(['2014-08-10', submit(), submit(PRICES), ADVANCE], ['2014-08-20', opinion('REFORM_OFFICE')], ['2014-08-24', opinion('REFORM_OFFICE', { agencyCode: PRICES })]);
    expect(late(done, '2014-08-25')).toEqual([['REVIEW_1', 'REFORM_OFFICE', '2014-08-24']]);
  });
  it('a member that has not signed is late for the joint review', () => {
    const signing = after(
      ['2014-08-10', submit(), submit(PRICES), ADVANCE, opinion('REFORM_OFFICE'), opinion('REFORM_OFFICE', { agencyCode: PRICES }), ADVANCE],
      ['2014-08-25', submit(), submit(PRICES), ADVANCE, ...signatures.slice(0, 5)],
    );
    expect(late(signing, '2014-08-28')).toEqual([['JOINT_REVIEW', 'SERVICE_CENTER', null]]);
  });
  it('the government office is late with a list not published by 10 September', () => {
    expect(late(opened([]), '2014-09-11').at(-1)).toEqual(['PUBLICATION', 'GOVERNMENT_OFFICE', null]);
  });
});

describe('windows of a county: its own, or only the day it publishes by', () => {
  it('binds what has a window, nothing else', () => {
    const county = { ...opened([WATER]), windows: [{ stage: 'PUBLICATION' as const, from: null, to: '2014-09-30' }] };
    expect(late(county, '2014-09-30')).toEqual([]);
    expect(late(county, '2014-10-01')).toEqual([['PUBLICATION', 'GOVERNMENT_OFFICE', null]]);
  });
});

describe('windows in order', () => {
  it('those of 2014 are', () => expect(checkWindows(WINDOWS)).toEqual({ ok: true, value: null }));
  it.each([
    ['end before they begin', [{ stage: 'REPORT_1', from: '2014-08-16', to: '2014-08-15' }]],
    ['are there twice', [WINDOWS[0]!, WINDOWS[0]!]],
    ['end before the stage they follow', [{ stage: 'REPORT_1', from: null, to: '2014-08-15' }, { stage: 'REVIEW_1', from: null, to: '2014-08-14' }]],
    ['bind what is already published', [{ stage: 'PUBLISHED', from: null, to: '2014-09-30' }]],
  ])('refused when they %s', (_what, windows) => expect(checkWindows(windows as never)).toMatchObject({ ok: false, refusal: { code: 'WINDOWS_INVALID', rule: 'P12' } }));
});
