import { safeError, safeMessage } from '../../../gateway/observed/safe-error';

describe('a fault in the log', () => {
  it.each([
    ['duplicate key value violates unique constraint "case_query_code"', 'duplicate key value violates unique constraint …'],
    ['Key (name)=(王示例) already exists.', 'Key … already exists.'],
    ['Variable "$code" got invalid value "13900001234"; Expected', 'Variable … got invalid value …; Expected'],
    ['cut off in the middle of "王示', 'cut off in the middle of …'],
    ['phone 13900001234 is taken', 'phone # is taken'],
    ['Invalid invocation:\n{ name: 王示例 }\n\nUnique constraint failed', 'Invalid invocation: … Unique constraint failed'],
    ['sent Bearer abc.def.ghi', 'sent Bearer …'],
    ['service-center did not answer within 2000 ms', 'service-center did not answer within 2000 ms'],
  ])('%j → %j', (message, safe) => expect(safeMessage(message)).toBe(safe));

  it('keeps name, code, frames and causes, and no field of a driver’s own', () => {
    const fault = Object.assign(new TypeError('first\nsecret\nlast', { cause: new Error('why "secret"') }), { code: '23505', detail: 'secret' });
    expect(safeError(fault)).toEqual({
      type: 'TypeError',
      code: '23505',
      message: 'first … last',
      stack: expect.stringMatching(/^\s+at /),
      cause: { type: 'Error', message: 'why …', stack: expect.any(String) },
    });
    expect(JSON.stringify(safeError(fault))).not.toContain('secret');
    expect(safeError('secret')).toEqual({ type: 'string', message: 'not an error' });
  });

  it('ends with a cause that goes round', () => {
    const fault = new Error('round');
    fault.cause = fault;
    expect(JSON.stringify(safeError(fault)).match(/round/g)!.length).toBeGreaterThan(1);
  });
});
