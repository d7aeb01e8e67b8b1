import { publicationOf, type ApprovedItem, type ItemAtPublication } from '../../../../../services/catalog/rules/review-cycle/publication';
import type { ItemStatus } from '../../../../../services/catalog/rules/vocabulary';
import { PRICES, WATER } from './a-cycle';

const OPENED = '2015-08-01';
const item = (more: Partial<ItemAtPublication> = {}): ItemAtPublication => ({
  code: 'A', agencyCode: WATER, status: 'LISTED', conditions: null, fingerprint: 'same', since: '2014-09-08', adjusted: false, ...more,
});
const approved = (known: ItemAtPublication | null, fingerprint = 'same'): ApprovedItem => ({ code: known?.code ?? 'NEW', fingerprint, known });
const publish = (list: ApprovedItem[], items: ItemAtPublication[]) => {
  const outcome = publicationOf(list, items, { openedOn: OPENED, reported: new Set([WATER]) });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const NOTHING = { write: [], cancel: [], leftOut: [] };

describe('publication of an approved list', () => {
  it('lists what is new', () => expect(publish([approved(null)], [])).toEqual({ ...NOTHING, write: [{ code: 'NEW', status: 'LISTED', conditions: null }] }));
  it('leaves alone what says the same', () => expect(publish([approved(item())], [item()])).toEqual(NOTHING));
  it('restates what says something else', () => expect(publish([approved(item(), 'other')], [item()]).write).toEqual([{ code: 'A', status: 'LISTED', conditions: null }]));
  it.each([['TIGHTENED', '每年备案'], ['SUSPENDED', null]] as [ItemStatus, string | null][])('decides nothing about %s: that is lifted by a decision of its own', (status, conditions) => {
    const held = item({ status, conditions });
    expect(publish([approved(held)], [held])).toEqual(NOTHING);
    expect(publish([approved(held, 'other')], [held]).write).toEqual([{ code: 'A', status, conditions }]);
  });
  it('lists again what had been cancelled before the cycle', () => {
    const ended = item({ status: 'CANCELLED' });
    expect(publish([approved(ended)], [ended]).write).toEqual([{ code: 'A', status: 'LISTED', conditions: null }]);
  });
  it('leaves out what a decision has ended since the cycle was opened', () => {
    const ended = item({ status: 'CANCELLED', adjusted: true, since: '2015-08-20' });
    expect(publish([approved(ended)], [ended])).toEqual({ ...NOTHING, leftOut: ['A'] });
  });
  it.each(['MERGED', 'DELEGATED'] as const)('leaves out what lives on elsewhere (P7): %s', (status) => {
    expect(publish([approved(item({ status }))], [item({ status })])).toEqual({ ...NOTHING, leftOut: ['A'] });
  });
});

describe('what the list had and nobody reported', () => {
  it('ends', () => expect(publish([], [item()])).toEqual({ ...NOTHING, cancel: ['A'] }));
  it('unless it ended before', () => expect(publish([], [item({ status: 'CANCELLED' })])).toEqual(NOTHING));
  it('unless a decision put it on the list since', () => expect(publish([], [item({ adjusted: true, since: '2015-08-20' })])).toEqual(NOTHING));
  it('but not of a department that took no part (P11): the refusal names each', () => {
    const outcome = publicationOf([], [item(), item({ code: 'B', agencyCode: PRICES }), item({ code: 'C', agencyCode: PRICES })], { openedOn: OPENED, reported: new Set([WATER]) });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'DEPARTMENTS_MISSING', rule: 'P11', details: [{ path: 'agencyCode', value: PRICES }] } });
  });
});
