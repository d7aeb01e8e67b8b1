import { checkContact } from '../../../../../services/service-center/rules/remarks/remark-contact';

describe('how a remarker can be reached (P18)', () => {
  it.each([null, {}, { name: ' ', phone: null }])('nobody has to say: %j', (given) => expect(checkContact(given)).toEqual({ ok: true, value: null }));
  it('is a phone or an e-mail address, with a name or without', () => {
    expect(checkContact({ name: ' 张三 ', phone: '138-0013 8000' })).toEqual({ ok: true, value: { name: '张三', contact: '13800138000' } });
    expect(checkContact({ email: 'a@example.com' })).toEqual({ ok: true, value: { name: null, contact: 'a@example.com' } });
  });
  it.each([
    [{ name: '张三' }, 'contact.phone'],
    [{ phone: '13800138000', email: 'a@example.com' }, 'contact.phone'],
    [{ phone: '一三八' }, 'contact.phone'],
    [{ phone: '12' }, 'contact.phone'],
    [{ email: 'a@b' }, 'contact.email'],
    [{ phone: '13800138000', name: '张\0三' }, 'contact.name'],
    [{ phone: '13800138000', name: '长'.repeat(51) }, 'contact.name'],
  ])('is not %j, and what was given is not repeated', (given, path) => {
    expect(checkContact(given)).toMatchObject({ refusal: { code: 'CONTACT_MALFORMED', details: [{ path, value: null }] } });
  });
});
