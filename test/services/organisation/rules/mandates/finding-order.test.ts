import { compareFindings, findingPlace } from '../../../../../services/organisation/rules/mandates/finding-order';

const ids = (...list: string[]) => list.map((id) => ({ id }));
const sorted = (list: { id: string }[]) => list.toSorted(compareFindings).map(({ id }) => id);

describe('the order of findings', () => {
  it('is by agency, then as the checks stand, then by what a finding is about', () => {
    const order = ['DUTY_NAMES_UNLISTED_ITEM:140100001:a', 'STALE_DUTY:140100001:a', 'STALE_DUTY:140100001:b', 'STAFFING_EXCEEDED:140100001:a', 'STALE_DUTY:140100002:a'];
    expect(sorted(ids(...order.toReversed()))).toEqual(order);
  });

  it('is told by the id alone, so that a page goes on after a finding that is gone', () => {
    expect(findingPlace('STALE_DUTY:140100001:b') > findingPlace('STALE_DUTY:140100001:a')).toBe(true);
    expect(findingPlace('STALE_DUTY:140100001:a') > findingPlace('DUTY_NAMES_UNLISTED_ITEM:140100001:z')).toBe(true);
  });

  it('takes the same for the same', () => {
    expect(compareFindings({ id: 'STALE_DUTY:140100001:a' }, { id: 'STALE_DUTY:140100001:a' })).toBe(0);
  });
});
