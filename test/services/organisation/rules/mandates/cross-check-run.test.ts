import { compareRuns, countByKind } from '../../../../../services/organisation/rules/mandates/cross-check-run';
import { MANDATE_FINDING_KINDS } from '../../../../../services/organisation/rules/mandates/vocabulary';

describe('a cross-check beside the one before', () => {
  it('tells what is new, what is gone and what is still there', () => {
    expect(compareRuns(['a', 'b', 'c'], ['b', 'd'])).toEqual({ fresh: ['d'], gone: ['a', 'c'], still: ['b'] });
  });

  it('finds everything new the first time, and everything gone when nothing is left', () => {
    expect(compareRuns([], ['a'])).toEqual({ fresh: ['a'], gone: [], still: [] });
    expect(compareRuns(['a'], [])).toEqual({ fresh: [], gone: ['a'], still: [] });
  });

  it('counts every kind, also what was not found', () => {
    const counts = countByKind([{ kind: 'STALE_DUTY' }, { kind: 'LEVEL_CONFLICT' }, { kind: 'STALE_DUTY' }]);
    expect(counts.map(({ kind }) => kind)).toEqual(Object.keys(MANDATE_FINDING_KINDS));
    expect(counts.filter(({ count }) => count > 0)).toEqual([{ kind: 'STALE_DUTY', count: 2 }, { kind: 'LEVEL_CONFLICT', count: 1 }]);
  });
});
