import { mean, measure, measureLikely } from './metrics';

describe('the figures', () => {
  it('count a first place, the first three, and one over the rank', () => {
    expect(measure([1, 2, 4, null])).toEqual({ hit1: 0.25, hit3: 0.5, mrr: 0.4375, rows: 4 });
  });

  it('are nought over no rows', () => {
    expect(measure([])).toEqual({ hit1: 0, hit3: 0, mrr: 0, rows: 0 });
    expect(mean([])).toBe(0);
  });

  it('say how much of what is shown as likely is right, and for how many rows', () => {
    const firsts = [{ likely: true, right: true }, { likely: true, right: false }, { likely: false, right: true }, { likely: false, right: false }];
    expect(measureLikely(firsts)).toEqual({ precision: 0.5, coverage: 0.5 });
  });
});
