import { dutyKey } from '../../../../../services/organisation/rules/mandates/cross-check-facts';
import { dutyCandidates } from '../../../../../services/organisation/rules/mandates/duty-candidates';
import type { MatchVerdict } from '../../../../../services/organisation/rules/mandates/vocabulary';
import { duty, gone, item, mandate, office, viewOf, WATER } from './facts';

const TEXTS = ['负责机关财务、人事和后勤工作', '组织实施取水许可制度', '负责水土保持监督管理，审批水土保持方案'];
const decided = (text: string, itemCode: string, verdict: MatchVerdict) => ({ agencyCode: WATER, dutyKey: dutyKey(text), itemCode, verdict });
const candidates = (given: { texts?: string[]; stated?: string[][]; decisions?: ReturnType<typeof decided>[] } = {}) =>
  dutyCandidates(
    viewOf({
      mandates: [mandate((given.texts ?? TEXTS).map((text, i) => duty(`（${i}）`, text, given.stated?.[i] ?? [])))],
      items: [item('W1', '取水许可'), item('W2', '生产建设项目水土保持方案审批', { officeIds: [`${WATER}01`] }), item('W3', '城市供水许可', { officeIds: [`${WATER}01`] }), gone('W9', '取水登记', 'CANCELLED')],
      offices: [office(`${WATER}01`, '水保科')],
      decisions: given.decisions ?? [],
    }),
  );

describe('duties on which an item may rest', () => {
  it('come best first, with a score, the words, and the duty where it stands', () => {
    const [best, ...others] = candidates()('W1', 3);
    expect(best).toMatchObject({ duty: { place: 1, text: TEXTS[1], mandate: { id: '140100013-M1' } }, exact: true, likely: true });
    expect(best!.explanation).toBe('职责原文直接写明了该事项；职责中的“许可”与行政许可类事项相符，很可能是该事项所依据的职责，请核对后确认。');
    expect(others).toHaveLength(2);
    for (const other of others) expect(best!.score).toBeGreaterThan(other.score);
  });

  it('are shares of belief: none is certain, and together they are at most one', () => {
    for (const code of ['W1', 'W2', 'W3']) {
      const scores = candidates()(code, 10).map(({ score }) => score);
      expect(scores.every((score) => score >= 0 && score < 1)).toBe(true);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1.01);
    }
  });

  it('are no more than asked for, and none for an item that is not on the list', () => {
    expect(candidates()('W1', 1)).toHaveLength(1);
    expect(candidates()('W9', 3)).toEqual([]);
    expect(candidates({ texts: [] })('W1', 3)).toEqual([]);
  });

  it('never repeat what a person rejected', () => {
    const left = candidates({ decisions: [decided(TEXTS[1]!, 'W1', 'REJECTED')] })('W1', 3);
    expect(left.map(({ duty: { place } }) => place)).toEqual(expect.arrayContaining([0, 2]));
    expect(left).toHaveLength(2);
  });

  it('learn from confirmed pairs and from what the mandate states, by duties’ words whatever their number', () => {
    const scoreOf = (given: Parameters<typeof candidates>[0]) => candidates(given)('W3', 3).find(({ duty: { text } }) => text === TEXTS[2])!.score;
    const taught = scoreOf({ decisions: [decided(`（九）${TEXTS[2]}。`, 'W2', 'CONFIRMED')] });
    expect(taught).toBeGreaterThan(scoreOf({}));
    expect(scoreOf({ stated: [[], [], ['W2']] })).toBe(taught);
    const renumbered = candidates({ texts: [TEXTS[2]!, TEXTS[0]!, TEXTS[1]!], decisions: [decided(TEXTS[2]!, 'W2', 'CONFIRMED')] })('W3', 3);
    expect(renumbered.find(({ duty: { place } }) => place === 0)!.score).toBe(taught);
  });

  it('forget decisions about duties that are gone, and bear pairs whose item is gone', () => {
    expect(candidates({ decisions: [decided('负责渔业', 'W1', 'CONFIRMED')], stated: [[], ['W9'], []] })('W1', 1)).toMatchObject([{ duty: { place: 1 } }]);
  });
});
