import { decideCancel } from '../../../../../services/catalog/rules/adjustments/cancel';
import { decideResume } from '../../../../../services/catalog/rules/adjustments/resume';
import { decideSuspend } from '../../../../../services/catalog/rules/adjustments/suspend';
import { decideTighten } from '../../../../../services/catalog/rules/adjustments/tighten';
import type { HeldItem } from '../../../../../services/catalog/rules/adjustments/held-item';
import type { Effects } from '../../../../../services/catalog/rules/adjustments/effects';
import type { Outcome } from '../../../../../services/shared/outcome';
import { given, held, named, no, yes } from './given';

const of = (item: HeldItem) => given([named(item)]);
const state = (outcome: Outcome<Effects>) => yes(outcome).changes.map(({ status, conditions, event }) => [status, conditions, event])[0];

describe('P14 取消', () => {
  it.each(['LISTED', 'TIGHTENED', 'SUSPENDED'] as const)('an item that is %s is cancelled, and its conditions end', (status) => {
    expect(state(decideCancel(of(held('A', status, { conditions: '须公示' }))))).toEqual(['CANCELLED', null, 'ItemCancelled']);
  });
});

describe('P14 严管', () => {
  it('a listed item is exercised under stated conditions', () => {
    expect(state(decideTighten(of(held('A')), ' 须公示 '))).toEqual(['TIGHTENED', '须公示', 'ItemTightened']);
  });
  it('conditions may be replaced, not repeated', () => {
    const tightened = held('A', 'TIGHTENED', { conditions: '须公示' });
    expect(state(decideTighten(of(tightened), '须集体讨论'))).toEqual(['TIGHTENED', '须集体讨论', 'ItemTightened']);
    expect(no(decideTighten(of(tightened), '须公示'))).toEqual(['NOTHING_CHANGES', 'P14']);
  });
  it('needs conditions, and an item that is exercised', () => {
    expect(no(decideTighten(of(held('A')), ' '))).toEqual(['MISSING_CONDITIONS', 'P14']);
    expect(no(decideTighten(of(held('A', 'SUSPENDED')), '须公示'))).toEqual(['STATE_DOES_NOT_ALLOW', 'P14']);
  });
});

describe('暂停 and 恢复 (domain §4)', () => {
  it('a suspended item keeps its conditions', () => {
    expect(state(decideSuspend(of(held('A', 'TIGHTENED', { conditions: '须公示' }))))).toEqual(['SUSPENDED', '须公示', 'ItemSuspended']);
    expect(no(decideSuspend(of(held('A', 'SUSPENDED'))))).toEqual(['STATE_DOES_NOT_ALLOW', 'P14']);
  });
  it('one restriction is lifted at a time', () => {
    expect(state(decideResume(of(held('A', 'SUSPENDED', { conditions: '须公示' }))))).toEqual(['TIGHTENED', '须公示', 'ItemResumed']);
    expect(state(decideResume(of(held('A', 'SUSPENDED'))))).toEqual(['LISTED', null, 'ItemResumed']);
    expect(state(decideResume(of(held('A', 'TIGHTENED', { conditions: '须公示' }))))).toEqual(['LISTED', null, 'ItemResumed']);
  });
  it('what is under no restriction is not resumed', () => expect(no(decideResume(of(held('A'))))).toEqual(['STATE_DOES_NOT_ALLOW', 'P14']));
});
