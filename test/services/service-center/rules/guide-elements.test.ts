import {
  expectedElements,
  GUIDE_ELEMENTS,
  missingElements,
  missingToPublish,
} from '../../../../services/service-center/rules/guide-elements';
import { POWER_CATEGORIES, type PowerCategory } from '../../../../services/service-center/rules/vocabulary';
import { aDocument } from '../a-guide';

const CATEGORIES = Object.keys(POWER_CATEGORIES) as PowerCategory[];
const NOTHING = aDocument({
  conditions: [], steps: [], materials: [], statutoryLimit: null, promisedLimit: null, handlingKind: null, serviceObjects: [],
  channels: [], fees: [], results: [], venues: [], responsibleOfficeId: null, officerId: null, enquiryPhone: null, supervisionPhone: null,
});

describe('what a guide is expected to say', () => {
  const onApplication = ['LICENSE', 'NON_LICENSE_APPROVAL', 'PAYMENT', 'REWARD', 'CONFIRMATION', 'ADJUDICATION', 'OTHER'] as const;
  it.each(onApplication)('is the full guide for %s', (category) => {
    expect(expectedElements(category)).toEqual([
      'CONDITIONS', 'STEPS', 'MATERIALS', 'STATUTORY_LIMIT', 'PROMISED_LIMIT', 'HANDLING_KIND', 'SERVICE_OBJECTS', 'CHANNELS',
      'FEES', 'RESULTS', 'VENUES', 'RESPONSIBLE_OFFICE', 'OFFICER', 'ENQUIRY_PHONE', 'SUPERVISION_PHONE',
    ]);
  });

  it.each(['PENALTY', 'COERCION', 'INSPECTION'] as const)('is its flow, who answers for it and where to complain for %s', (category) => {
    expect(expectedElements(category)).toEqual(['STEPS', 'RESPONSIBLE_OFFICE', 'SUPERVISION_PHONE']);
  });

  it('includes materials and whether a reduction is possible for a levy, and no limit', () => {
    expect(expectedElements('LEVY')).toEqual(['STEPS', 'MATERIALS', 'LEVY_STANDARD', 'RESPONSIBLE_OFFICE', 'OFFICER', 'SUPERVISION_PHONE']);
    const levied = (reducible: boolean | null) => aDocument({ fees: [{ name: '水资源费', standard: '分档', reducible }] });
    expect(missingElements('LEVY', levied(null))).toEqual(['LEVY_STANDARD']);
    expect(missingElements('LEVY', levied(false))).toEqual([]);
  });
});

describe('expected and present', () => {
  it.each(CATEGORIES)('come from one definition: without a guide, or with an empty one, everything expected for %s is missing', (category) => {
    expect(missingElements(category, null)).toEqual(expectedElements(category));
    expect(missingElements(category, NOTHING)).toEqual(expectedElements(category));
  });

  it.each(CATEGORIES)('leave nothing missing in a full guide for %s', (category) => {
    expect(missingElements(category, aDocument())).toEqual([]);
  });

  it('name a field of the document and a term for every element', () => {
    for (const { path, term } of Object.values(GUIDE_ELEMENTS)) {
      expect(aDocument()).toHaveProperty(path);
      expect(term).toMatch(/\p{Script=Han}/u);
    }
  });

  it('take an empty list of fees for silence: free of charge is said', () => {
    expect(missingElements('LICENSE', aDocument({ fees: [] }))).toEqual(['FEES']);
  });

  it('ask for no counter where there is none', () => {
    expect(missingElements('LICENSE', aDocument({ venues: [], channels: ['ONLINE', 'POST'] }))).toEqual([]);
    expect(missingElements('LICENSE', aDocument({ venues: [], channels: ['ONLINE', 'WINDOW'] }))).toEqual(['VENUES']);
  });
});

it('publishing cannot do without the responsible office, the officer and the supervision phone (P3)', () => {
  expect(missingToPublish('LICENSE', NOTHING)).toEqual(['RESPONSIBLE_OFFICE', 'OFFICER', 'SUPERVISION_PHONE']);
  expect(missingToPublish('PENALTY', NOTHING)).toEqual(['RESPONSIBLE_OFFICE', 'SUPERVISION_PHONE']);
  expect(missingToPublish('LICENSE', aDocument({ conditions: [] }))).toEqual([]);
});
