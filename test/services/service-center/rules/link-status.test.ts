import { linkOf, type KnownOffice, type KnownOfficer, type LinkedGuide } from '../../../../services/service-center/rules/link-status';
import { aDocument } from '../a-guide';

const TODAY = '2014-09-20';
const water = { code: '140100013', name: '太原市水务局', abolishedOn: null };
const office = (id: string, changes: Partial<KnownOffice> = {}): KnownOffice => ({
  id, agencyCode: '140100013', name: '科', phone: null, closedOn: null, agency: water, ...changes,
});
const officer = (id: string, agencyCode = '140100013'): KnownOfficer => ({ id, agencyCode, name: '示例', post: null });

const known = (changes: Partial<LinkedGuide> & { office?: KnownOffice; officer?: KnownOfficer } = {}): LinkedGuide => {
  const { office: other, officer: person, ...rest } = changes;
  const offices = new Map([office('14010001301'), office('14010001302'), ...(other ? [other] : [])].map((o) => [o.id, o]));
  const officers = new Map([officer('140100013P01'), officer('140100013P02'), ...(person ? [person] : [])].map((o) => [o.id, o]));
  const item = { code: 'W1', category: 'LICENSE', status: 'LISTED', agencyCode: '140100013' };
  return { item, agency: water, document: aDocument(), offices, officers, ...rest };
};
const link = (changes: Parameters<typeof known>[0] = {}) => linkOf('LICENSE', known(changes), TODAY);

describe('a link is', () => {
  it('COMPLETE when everything expected is said and leads where it should', () => {
    expect(link()).toEqual({ status: 'COMPLETE', missing: [], findings: [] });
  });

  it('MISSING when the item has no guide: everything expected is missing', () => {
    expect(link({ document: null })).toMatchObject({
      status: 'MISSING',
      missing: expect.arrayContaining(['STEPS', 'SUPERVISION_PHONE']),
      findings: [],
    });
  });

  it('INCOMPLETE when something expected for the category is not said, each named', () => {
    expect(link({ document: aDocument({ supervisionPhone: null, materials: [] }) })).toEqual({
      status: 'INCOMPLETE', missing: ['MATERIALS', 'SUPERVISION_PHONE'], findings: [],
    });
  });

  it('COMPLETE for a penalty without materials, limits and fees', () => {
    const document = aDocument({ materials: [], promisedLimit: null, statutoryLimit: null, fees: [], officerId: null });
    expect(linkOf('PENALTY', known({ document }), TODAY)).toMatchObject({ status: 'COMPLETE', missing: [] });
  });

  const step = { order: 1, name: '审查', officeId: 'O9', officerId: null };
  it.each([
    ['is not on the list', { item: null }, 'ITEM_NOT_ON_LIST', 'itemCode', null],
    ['was cancelled', { item: { ...known().item!, status: 'CANCELLED' } }, 'ITEM_NOT_ON_LIST', 'itemCode', 'CANCELLED'],
    ['has a body nobody registered', { agency: null }, 'AGENCY_UNKNOWN', 'itemCode', '140100013'],
    ['has a body that was abolished', { agency: { ...water, abolishedOn: '2014-06-30' } }, 'AGENCY_ABOLISHED', 'itemCode', '140100013'],
  ])('BROKEN when its item %s', (_what, changes, code, path, value) => {
    expect(link(changes)).toMatchObject({ status: 'BROKEN', findings: [{ code, path, value }] });
  });

  it.each([
    ['that is not registered', undefined, 'OFFICE_UNKNOWN'],
    ['whose agency is not registered', office('O9', { agency: null }), 'OFFICE_UNKNOWN'],
    ['that is closed', office('O9', { closedOn: TODAY }), 'OFFICE_CLOSED'],
    ['whose agency was abolished', office('O9', { agency: { ...water, abolishedOn: '2014-01-01' } }), 'OFFICE_CLOSED'],
    ['of another body', office('O9', { agencyCode: '140100015', agency: { ...water, code: '140100015' } }), 'OFFICE_OF_ANOTHER_BODY'],
  ])('BROKEN when the guide names an office %s', (_what, other, code) => {
    expect(link({ document: aDocument({ steps: [step] }), office: other })).toMatchObject({
      status: 'BROKEN', findings: [{ code, path: 'steps.0.officeId', value: 'O9' }],
    });
    expect(link({ document: aDocument({ responsibleOfficeId: 'O9' }), office: other })).toMatchObject({
      status: 'BROKEN', findings: [{ code, path: 'responsibleOfficeId', value: 'O9' }],
    });
  });

  it('not BROKEN when the office closes tomorrow', () => {
    expect(link({ document: aDocument({ steps: [step] }), office: office('O9', { closedOn: '2014-09-21' }) }).status).toBe('COMPLETE');
  });

  it.each([
    ['is not registered', undefined, 'OFFICER_UNKNOWN'],
    ['is another body’s', officer('P9', '140100015'), 'OFFICER_OF_ANOTHER_BODY'],
  ])('BROKEN when the officer %s', (_what, person, code) => {
    expect(link({ document: aDocument({ officerId: 'P9' }), officer: person })).toMatchObject({
      status: 'BROKEN', findings: [{ code, path: 'officerId', value: 'P9' }],
    });
  });

  it('BROKEN rather than INCOMPLETE, and still says what is missing', () => {
    expect(link({ item: null, document: aDocument({ conditions: [] }) })).toMatchObject({ status: 'BROKEN', missing: ['CONDITIONS'] });
  });

  it('no other for a promise above the law, which it reports', () => {
    const document = aDocument({ promisedLimit: { value: 46, unit: 'WORKING_DAY' } });
    expect(link({ document })).toEqual({
      status: 'COMPLETE', missing: [], findings: [{ code: 'PROMISE_EXCEEDS_STATUTE', path: 'promisedLimit', value: '46 WORKING_DAY' }],
    });
  });
});

describe('an office that handles a step jointly (许可法 26)', () => {
  const jointly = (other: KnownOffice | undefined, id = 'O9') => link({ document: aDocument({ steps: [{ order: 1, name: '会同审查', jointOfficeIds: [id] }] }), office: other });
  const planning = { ...water, code: '140100015' };

  it('is another body’s', () => {
    expect(jointly(office('O9', { agencyCode: planning.code, agency: planning }))).toEqual({ status: 'COMPLETE', missing: [], findings: [] });
  });
  it('breaks the link when it is unknown or closed', () => {
    expect(jointly(undefined)).toMatchObject({ status: 'BROKEN', findings: [{ code: 'OFFICE_UNKNOWN', path: 'steps.0.jointOfficeIds.0', value: 'O9' }] });
    expect(jointly(office('O9', { agencyCode: planning.code, agency: planning, closedOn: TODAY }))).toMatchObject({ status: 'BROKEN', findings: [{ code: 'OFFICE_CLOSED' }] });
  });
  it('is no other body’s when it is the implementing body’s own, which is told', () => {
    expect(jointly(undefined, '14010001301')).toMatchObject({ status: 'COMPLETE', findings: [{ code: 'JOINT_OFFICE_OF_OWN_BODY' }] });
  });
});
