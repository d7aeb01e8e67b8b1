import { createMatcher, type DecidedPair, type Proposal } from '../../../../../services/organisation/rules/matching';
import { DUTIES, item, ITEMS } from './matching';

const ranked = (itemId: string, decided: DecidedPair[] = []): Proposal[] => createMatcher(DUTIES, { items: ITEMS, decided }).rank(itemId);
const confirmed = (itemId: string, dutyId: string): DecidedPair => ({ itemId, dutyId, verdict: 'CONFIRMED' });
const rejected = (itemId: string, dutyId: string): DecidedPair => ({ itemId, dutyId, verdict: 'REJECTED' });

describe('a duty that names the item outright', () => {
  it('comes first, marked exact', () => {
    expect(ranked('draw')[0]).toMatchObject({ itemId: 'draw', dutyId: 'draw', exact: true, likely: true, cues: ['许可', '审批'] });
    expect(ranked('draw').filter(({ exact }) => exact)).toHaveLength(1);
  });

  it('may name it by its code, but not by a part of a longer code', () => {
    const items = [{ ...item('coded', '某事项'), code: '1234-5' }];
    const duties = [{ id: 'longer', text: '承担1234-56号事项' }, { id: 'own', text: '承担1234-5号事项' }];
    expect(createMatcher(duties, { items }).rank('coded').map(({ dutyId, exact }) => [dutyId, exact])).toEqual([['own', true], ['longer', false]]);
  });

  it('is not one that contains a short name by chance', () => {
    expect(createMatcher([{ id: 'a', text: '负责演唱会的审批' }], { items: ITEMS }).rank('song')[0]).toMatchObject({ exact: false, likely: false });
  });
});

describe('ranking without any decided pair', () => {
  it('finds a duty that repeats the name in other words', () => {
    expect(ranked('echo')[0]).toMatchObject({ dutyId: 'echo', likely: true, words: expect.arrayContaining(['河道采砂场堆放砂石阻碍行洪']) });
  });

  it('finds the duty with the item\'s subject', () => {
    expect(ranked('sewage')[0]).toMatchObject({ dutyId: 'sewage', cues: ['检查', '监督'] });
    expect(ranked('sewage')[0]!.words).toContain('污水');
  });

  it('rests a penalty that shares no words with any duty on the broad duty of enforcement', () => {
    const [first, second] = ranked('meter');
    expect(first).toMatchObject({ dutyId: 'enforce', exact: false, words: [], cues: ['查处', '执法', '案件'] });
    expect(first!.score).toBeGreaterThan(second!.score * 2);
  });

  it('believes in no duty for an item unlike all', () => {
    expect(ranked('song').every(({ score, likely }) => score < 0.5 && !likely)).toBe(true);
  });

  it('gives scores that share one belief, and as many proposals as asked for', () => {
    const scores = ranked('sewage').map(({ score }) => score);
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThan(1);
    expect(scores.every((score) => score >= 0)).toBe(true);
    expect(createMatcher(DUTIES, { items: ITEMS }).rank('sewage', 2)).toHaveLength(2);
  });

  it('has nothing to say of an unknown item or to an agency without duties', () => {
    expect(ranked('nobody')).toEqual([]);
    expect(createMatcher([], { items: ITEMS }).rank('draw')).toEqual([]);
  });

  it('survives items and duties without any content', () => {
    const matcher = createMatcher([{ id: 'a', text: '。' }, { id: 'b', text: '' }], { items: [item('x', ''), item('y', '的')] });
    expect(matcher.rank('x').map(({ dutyId, score }) => [dutyId, Number.isFinite(score)])).toEqual([['a', true], ['b', true]]);
  });
});

describe('what people decided', () => {
  it('never proposes a rejected pair again, to this item only', () => {
    expect(ranked('meter', [rejected('meter', 'enforce')]).map(({ dutyId }) => dutyId)).not.toContain('enforce');
    expect(ranked('fake', [rejected('meter', 'enforce')])[0]!.dutyId).toBe('enforce');
  });

  it('does not propose what is confirmed already', () => {
    expect(ranked('draw', [confirmed('draw', 'draw')]).map(({ dutyId }) => dutyId)).not.toContain('draw');
  });

  it('lets alike items follow a confirmed one, and says which', () => {
    const before = ranked('gauge').find(({ dutyId }) => dutyId === 'flood')!;
    const [after] = ranked('gauge', [confirmed('hydro', 'flood')]);
    expect(before.neighbours).toEqual([]);
    expect(after).toMatchObject({ dutyId: 'flood', neighbours: ['hydro'] });
    expect(after!.score).toBeGreaterThan(before.score);
  });

  it('does not let an item of another category, office and subject follow', () => {
    expect(ranked('draw', [confirmed('hydro', 'flood')])[0]!.dutyId).toBe('draw');
    const [first] = ranked('meter', [confirmed('hydro', 'flood')]);
    expect(first!.dutyId).toBe('enforce');
  });

  it('passes over decisions on items and duties that are gone', () => {
    expect(ranked('draw', [confirmed('gone', 'draw'), confirmed('hydro', 'gone'), rejected('draw', 'gone')])[0]!.dutyId).toBe('draw');
  });
});

describe('determinism', () => {
  it('answers the same whatever the order of its input', () => {
    const backwards = createMatcher(DUTIES.toReversed(), { items: ITEMS.toReversed() });
    for (const { id } of ITEMS) {
      const order = (proposals: Proposal[]): [string, string][] => proposals.map(({ dutyId, score }) => [dutyId, score.toFixed(9)]);
      expect(order(backwards.rank(id))).toEqual(order(ranked(id)));
    }
  });

  it('settles ties by the id of the duty', () => {
    const twins = [{ id: 'b', text: '负责供水管理' }, { id: 'a', text: '负责供水管理' }];
    expect(createMatcher(twins, { items: [item('x', '供水备案', 'OTHER')] }).rank('x').map(({ dutyId }) => dutyId)).toEqual(['a', 'b']);
  });
});
