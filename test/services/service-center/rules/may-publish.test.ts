import type { LinkedGuide } from '../../../../services/service-center/rules/link-status';
import { mayPublish } from '../../../../services/service-center/rules/may-publish';
import { aDocument } from '../a-guide';

const document = aDocument({ steps: [], responsibleOfficeId: 'O1', officerId: 'P1' });
const water = { code: '140100013', name: '太原市水务局', abolishedOn: null };
const named = (changes: Partial<LinkedGuide> = {}): LinkedGuide => ({
  item: { code: 'W1', category: 'LICENSE', status: 'LISTED', agencyCode: water.code },
  agency: water,
  document,
  offices: new Map([['O1', { id: 'O1', agencyCode: water.code, name: '科', phone: null, closedOn: null, agency: water }]]),
  officers: new Map([['P1', { id: 'P1', agencyCode: water.code, name: '示例', post: null }]]),
  ...changes,
});
const statement = { itemCode: 'W1', version: null, effectiveOn: '2014-09-20', document };
const decide = (changes: Partial<LinkedGuide> = {}, agencyCode = water.code) => mayPublish(agencyCode, statement, named(changes), '2014-09-20');

describe('a guide may be published', () => {
  it('for an item on the list, by its implementing body, pointing where it should', () => {
    expect(decide()).toEqual({ ok: true, value: true });
  });

  it('also while the item is tightened or suspended: it is still on the list', () => {
    for (const status of ['TIGHTENED', 'SUSPENDED'])
      expect(decide({ item: { ...named().item!, status } })).toMatchObject({ ok: true });
  });

  it.each(['CANCELLED', 'MERGED', 'DELEGATED', 'DRAFT', 'UNDER_REVIEW'])('not for an item that is %s (P5)', (status) => {
    expect(decide({ item: { ...named().item!, status } })).toMatchObject({ refusal: { code: 'NOT_ON_LIST', rule: 'P5' } });
  });

  it('not by another body (P2)', () => {
    expect(decide({}, '140100015')).toMatchObject({ refusal: { code: 'NOT_THE_IMPLEMENTING_BODY', rule: 'P2' } });
  });

  it('not while it points astray, and is told every place at once', () => {
    expect(decide({ offices: new Map(), officers: new Map() })).toMatchObject({
      refusal: { code: 'OFFICE_UNKNOWN', rule: 'P3', details: [{ path: 'responsibleOfficeId', value: 'O1' }, { path: 'officerId', value: 'P1' }] },
    });
  });
});
