import { deriveMandate, dutyNumber } from '../../../../../services/organisation/rules/mandates/derive-mandate';
import { FORESTRY, office, WATER } from './facts';

const OFFICES = new Map([office(`${WATER}01`, '水资源科'), office(`${WATER}02`, '水保科'), office(`${FORESTRY}01`, '资源林政科')].map((each) => [each.id, each]));
const listed = (code: string, duty: string | null, ...officeIds: string[]) => ({ code, duty, officeIds });
const derive = (...items: ReturnType<typeof listed>[]) => deriveMandate(items, OFFICES, WATER, '2014-09-10');

describe('a starting mandate from what the list says of an agency', () => {
  it('has each distinct duty once, with the items that rest on it, in the order of the list', () => {
    const { duties } = derive(listed('W1', '负责取水许可。'), listed('W2', '负责水土保持'), listed('W3', ' 负责取水许可'));
    expect(duties).toEqual([
      { number: '（一）', text: '负责取水许可。', kind: 'POWER', officeId: null, levels: [], itemCodes: ['W1', 'W3'] },
      { number: '（二）', text: '负责水土保持', kind: 'POWER', officeId: null, levels: [], itemCodes: ['W2'] },
    ]);
  });

  it('has the agency’s own offices that handle items, each once', () => {
    const { offices } = derive(listed('W1', '甲', `${WATER}02`, `${FORESTRY}01`), listed('W2', '甲', `${WATER}01`, `${WATER}02`, `${WATER}77`));
    expect(offices).toEqual([
      { number: null, name: '水保科', officeId: `${WATER}02`, duties: null },
      { number: null, name: '水资源科', officeId: `${WATER}01`, duties: null },
    ]);
  });

  it('claims no document, no staffing and no posts, and begins on the day', () => {
    expect(derive(listed('W1', '甲'))).toMatchObject({ title: null, documentNumber: null, issuedOn: null, effectiveOn: '2014-09-10', changes: [], staffing: { total: null, lines: [] }, posts: [] });
  });

  it('makes no duty of an empty column', () => {
    expect(derive(listed('W1', null), listed('W2', '  '))).toMatchObject({ duties: [], offices: [] });
  });

  it.each([[1, '（一）'], [10, '（十）'], [11, '（十一）'], [20, '（二十）'], [21, '（二十一）'], [99, '（九十九）'], [100, '（100）']])('numbers the %dth duty %s', (n, number) => {
    expect(dutyNumber(n)).toBe(number);
  });
});
