import { checkLength, REMARK_BOUNDS } from '../../../../../services/service-center/rules/remarks/text-length';

describe('the length of a remark', () => {
  it.each([4, 2001])('is not %d', (length) => {
    expect(checkLength('字'.repeat(length), REMARK_BOUNDS, 'text')).toMatchObject({ refusal: { code: 'TEXT_LENGTH', details: [{ path: 'text', value: String(length) }] } });
  });
  it.each([5, 2000])('may be %d', (length) => expect(checkLength('字'.repeat(length), REMARK_BOUNDS, 'text').ok).toBe(true));
  it('is counted as people count: a rare character is one', () => expect(checkLength('𠮷'.repeat(2000), REMARK_BOUNDS, 'text').ok).toBe(true));
});
