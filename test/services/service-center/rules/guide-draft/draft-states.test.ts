import {
  deadEnds,
  DRAFT_MOVES,
  DRAFT_STATES,
  DRAFT_TRANSITIONS,
  moveDraft,
  unreachableStates,
  type DraftMove,
  type DraftState,
} from '../../../../../services/service-center/rules/guide-draft/draft-states';

describe('the states of a draft', () => {
  it('are all reached', () => expect(unreachableStates()).toEqual([]));
  it('all lead to an end', () => expect(deadEnds()).toEqual([]));
  it('are found unreachable and dead when moves are missing', () => {
    expect(unreachableStates(DRAFT_TRANSITIONS.filter(({ move }) => move !== 'RETURN'))).toEqual(['RETURNED']);
    expect(deadEnds(DRAFT_TRANSITIONS.filter(({ from }) => from !== 'RETURNED'))).toEqual(['RETURNED']);
  });
  it('are left by one way each move', () => {
    const ways = DRAFT_TRANSITIONS.map(({ from, move }) => `${from} ${move}`);
    expect(new Set(ways).size).toBe(ways.length);
  });
  it('change only as the table says; every other move is refused', () => {
    for (const from of [null, ...Object.keys(DRAFT_STATES)] as (DraftState | null)[])
      for (const move of Object.keys(DRAFT_MOVES) as DraftMove[]) {
        const to = DRAFT_TRANSITIONS.find((transition) => transition.from === from && transition.move === move)?.to;
        expect(moveDraft(from, move)).toMatchObject(to ? { ok: true, value: to } : { ok: false, refusal: { code: 'DRAFT_STATE' } });
      }
  });
  it('are final once published or withdrawn', () => {
    expect(DRAFT_TRANSITIONS.filter(({ from }) => from === 'PUBLISHED' || from === 'WITHDRAWN')).toEqual([]);
  });
});
