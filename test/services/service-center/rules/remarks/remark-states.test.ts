import {
  moveRemark,
  neverAnswered,
  REMARK_MOVES,
  REMARK_STATES,
  REMARK_TRANSITIONS,
  unreachableStates,
  type RemarkMove,
  type RemarkState,
} from '../../../../../services/service-center/rules/remarks/remark-states';

describe('the states of a remark (P18)', () => {
  it('are all reached', () => expect(unreachableStates()).toEqual([]));
  it('all lead to an answer', () => expect(neverAnswered()).toEqual([]));
  it('are found unreachable and unanswered when moves are missing', () => {
    expect(unreachableStates(REMARK_TRANSITIONS.filter(({ move }) => move !== 'ANSWER'))).toEqual(['PUBLISHED', 'WITHHELD']);
    expect(neverAnswered(REMARK_TRANSITIONS.filter(({ from, move }) => from !== 'OPEN_WITHHELD' || move === 'WITHHOLD'))).toEqual(['OPEN_WITHHELD']);
  });
  it('are left by one way each move', () => {
    const ways = REMARK_TRANSITIONS.map(({ from, move }) => `${from} ${move}`);
    expect(new Set(ways).size).toBe(ways.length);
  });
  it('change only as the table says; every other move is refused', () => {
    for (const from of [null, ...Object.keys(REMARK_STATES)] as (RemarkState | null)[])
      for (const move of Object.keys(REMARK_MOVES) as RemarkMove[]) {
        const to = REMARK_TRANSITIONS.find((transition) => transition.from === from && transition.move === move)?.to;
        expect(moveRemark(from, move)).toMatchObject(to ? { ok: true, value: to } : { ok: false, refusal: { code: 'REMARK_STATE', rule: 'P18' } });
      }
  });
  it('publish with the answer, unless it is withheld; what is about a case is, from the beginning', () => {
    const walk = (...moves: RemarkMove[]) => moves.reduce<RemarkState | null>((state, move) => (moveRemark(state, move) as { value: RemarkState }).value, null);
    expect(walk('SUBMIT', 'ANSWER')).toBe('PUBLISHED');
    expect(walk('SUBMIT', 'WITHHOLD', 'ANSWER')).toBe('WITHHELD');
    expect(walk('SUBMIT_ON_CASE', 'ANSWER')).toBe('WITHHELD');
    expect(walk('SUBMIT_ON_CASE', 'PUBLISH', 'ANSWER', 'WITHHOLD', 'PUBLISH')).toBe('PUBLISHED');
  });
  it('are answered once', () => expect(REMARK_TRANSITIONS.filter(({ from, move }) => move === 'ANSWER' && (from === 'PUBLISHED' || from === 'WITHHELD'))).toEqual([]));
});
