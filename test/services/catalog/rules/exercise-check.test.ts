import { exerciseCheck, isPermitted } from '../../../../services/catalog/rules/exercise-check';
import type { ItemStatus } from '../../../../services/catalog/rules/vocabulary';

const item = (status: ItemStatus) => ({ status, agencyCode: '140100013' });

describe('P5 清单之外无职权', () => {
  it('an item that is not on the list may not be exercised', () => {
    expect(exerciseCheck(null, '140100013')).toBe('NOT_ON_LIST');
    expect(exerciseCheck(item('DRAFT'), '140100013')).toBe('NOT_ON_LIST');
    expect(exerciseCheck(item('UNDER_REVIEW'), '140100013')).toBe('NOT_ON_LIST');
  });
  it('a listed item may be exercised by its body and no other', () => {
    expect(exerciseCheck(item('LISTED'), '140100013')).toBe('PERMITTED');
    expect(exerciseCheck(item('LISTED'), '140100014')).toBe('OTHER_BODY');
  });
  it('an item under strict control (严管) may be exercised, and says so', () => {
    expect(exerciseCheck(item('TIGHTENED'), '140100013')).toBe('PERMITTED_UNDER_STRICT_CONTROL');
    expect(isPermitted('PERMITTED_UNDER_STRICT_CONTROL')).toBe(true);
  });
  it.each(['SUSPENDED', 'DELEGATED', 'MERGED', 'CANCELLED'] as const)('an item that is %s may not', (status) => {
    expect(exerciseCheck(item(status), '140100013')).toBe(status);
    expect(isPermitted(status)).toBe(false);
  });
  it('what is off the list is nobody’s: it says so to everybody who asks', () => {
    for (const status of ['DELEGATED', 'MERGED', 'CANCELLED'] as const) expect(exerciseCheck(item(status), '140100014')).toBe(status);
    expect(exerciseCheck(item('SUSPENDED'), '140100014')).toBe('OTHER_BODY');
  });
  it('what is being prepared is not given away to another body', () => {
    expect(exerciseCheck(item('DRAFT'), '140100014')).toBe('NOT_ON_LIST');
  });
});

describe('P4 委托: an entrusted power stays its department’s', () => {
  const trustee = '140105013';
  it('the trustee exercises it in the department’s name, and so does the department itself', () => {
    expect(exerciseCheck(item('LISTED'), trustee, trustee)).toBe('PERMITTED_AS_TRUSTEE');
    expect(exerciseCheck(item('TIGHTENED'), trustee, trustee)).toBe('PERMITTED_AS_TRUSTEE');
    expect(exerciseCheck(item('LISTED'), '140100013', trustee)).toBe('PERMITTED');
    expect(isPermitted('PERMITTED_AS_TRUSTEE')).toBe(true);
  });
  it('the trustee has no more power than the department', () => {
    expect(exerciseCheck(item('SUSPENDED'), trustee, trustee)).toBe('SUSPENDED');
    expect(exerciseCheck(item('CANCELLED'), trustee, trustee)).toBe('CANCELLED');
  });
  it('nobody else has', () => expect(exerciseCheck(item('LISTED'), '140100014', trustee)).toBe('OTHER_BODY'));
});
