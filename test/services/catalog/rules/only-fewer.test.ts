import fc from 'fast-check';
import { onlyFewer } from '../../../../services/catalog/rules/only-fewer';

const none = new Set<string>();

describe('P6 只减不增', () => {
  it('lets a list shrink or stay, whatever was exchanged', () => {
    expect(onlyFewer({ previous: 3, next: 2, additions: ['X'], excepted: none })).toMatchObject({ ok: true });
    expect(onlyFewer({ previous: 3, next: 3, additions: ['X'], excepted: none })).toMatchObject({ ok: true });
  });

  it('says nothing of a region’s first edition', () => {
    expect(onlyFewer({ previous: null, next: 3000, additions: ['X'], excepted: none })).toMatchObject({ ok: true });
  });

  it('lets a list grow by recorded exceptions alone, and names every addition without one', () => {
    const growing = { previous: 3, next: 5, additions: ['X', 'Y', 'Z'] };
    expect(onlyFewer({ ...growing, excepted: new Set(['X', 'Y', 'Z']) })).toMatchObject({ ok: true });
    expect(onlyFewer({ ...growing, excepted: new Set(['Y']) })).toEqual({
      ok: false,
      refusal: {
        code: 'ONLY_FEWER',
        rule: 'P6',
        message: '清单事项原则上只减不增：上一版 3 项，拟公布 5 项，其中 2 项新增没有例外记录',
        details: [
          { path: 'previousTotal', value: '3' },
          { path: 'nextTotal', value: '5' },
          { path: 'addition', value: 'X' },
          { path: 'addition', value: 'Z' },
        ],
      },
    });
  });

  it('keeps every sequence of editions without exceptions from growing', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'ABCDEFGH'), { minLength: 1 });
    fc.assert(
      fc.property(list, fc.array(list), (first, proposals) => {
        let last = first;
        for (const proposal of proposals) {
          const additions = proposal.filter((code) => !last.includes(code));
          const outcome = onlyFewer({ previous: last.length, next: proposal.length, additions, excepted: none });
          expect(outcome.ok).toBe(proposal.length <= last.length);
          if (outcome.ok) last = proposal;
        }
        expect(last.length).toBeLessThanOrEqual(first.length);
      }),
    );
  });
});
