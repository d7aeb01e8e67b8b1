import { isRemarkId, remarkId } from '../../../../../services/service-center/rules/remarks/remark-id';

describe('the number of a remark', () => {
  const id = remarkId('140100', '2014-09-20', 7);
  it('is region, day, serial and a check character', () => expect(id).toMatch(/^1401002014092000007[0-9A-Z]$/));
  it('is told from a slip', () => {
    expect(isRemarkId(id)).toBe(true);
    expect(isRemarkId(remarkId('1401Z1', '2014-09-20', 99_999))).toBe(true);
    for (let i = 0; i < id.length; i += 1) expect(isRemarkId(id.slice(0, i) + (id[i] === '3' ? '4' : '3') + id.slice(i + 1))).toBe(false);
    for (const text of ['', 'x', `${id}0`, `${id}\n`]) expect(isRemarkId(text)).toBe(false);
  });
});
