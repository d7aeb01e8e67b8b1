import type { GuideDocument } from './guide-document';
import type { PowerCategory } from './vocabulary';

/** One element of a guide: for which categories it is expected, and when a document has it. */
interface ElementDefinition {
  /** The field's Chinese term. */
  term: string;
  /** Where in the document it stands. */
  path: keyof GuideDocument;
  expectedFor: readonly PowerCategory[];
  isPresent(document: GuideDocument): boolean;
  /** Without it a guide cannot be published at all, where it is expected. */
  toPublish?: true;
}

/** Handled on application: the full guide (P3, 八.3). */
const ON_APPLICATION = [
  'LICENSE',
  'NON_LICENSE_APPROVAL',
  'PAYMENT',
  'REWARD',
  'CONFIRMATION',
  'ADJUDICATION',
  'OTHER',
] as const satisfies readonly PowerCategory[];
/** Everything on the list, also what the organ begins itself: its flow and who answers for it (P3, 七.3). */
const ALL = [...ON_APPLICATION, 'LEVY', 'PENALTY', 'COERCION', 'INSPECTION'] as const satisfies readonly PowerCategory[];

/** What is handled without a counter has no place to go to. */
const hasVenue = ({ venues, channels }: GuideDocument): boolean =>
  venues.length > 0 || (channels.length > 0 && !channels.includes('WINDOW'));

/**
 * The one definition of a complete guide. What is expected, what is missing and what is counted all derive from this
 * table, so that they always agree. A penalty has no materials, limits or fees; a levy has materials and says what is
 * levied and whether it can be reduced. "Free of charge" is said by an entry: an empty list of fees says nothing.
 */
export const GUIDE_ELEMENTS = {
  CONDITIONS: {
    term: '受理条件',
    path: 'conditions',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.conditions.length > 0,
  },
  STEPS: {
    term: '办理流程',
    path: 'steps',
    expectedFor: ALL,
    isPresent: (d) => d.steps.length > 0,
  },
  MATERIALS: {
    term: '申请材料',
    path: 'materials',
    expectedFor: [...ON_APPLICATION, 'LEVY'],
    isPresent: (d) => d.materials.length > 0,
  },
  STATUTORY_LIMIT: {
    term: '法定期限',
    path: 'statutoryLimit',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.statutoryLimit !== null,
  },
  PROMISED_LIMIT: {
    term: '承诺期限',
    path: 'promisedLimit',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.promisedLimit !== null,
  },
  HANDLING_KIND: {
    term: '办件类型',
    path: 'handlingKind',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.handlingKind !== null,
  },
  SERVICE_OBJECTS: {
    term: '服务对象',
    path: 'serviceObjects',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.serviceObjects.length > 0,
  },
  CHANNELS: {
    term: '办理形式',
    path: 'channels',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.channels.length > 0,
  },
  FEES: {
    term: '收费情况',
    path: 'fees',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.fees.length > 0,
  },
  LEVY_STANDARD: {
    term: '征收种类、标准和能否减免',
    path: 'fees',
    expectedFor: ['LEVY'],
    isPresent: (d) => d.fees.length > 0 && d.fees.every((fee) => fee.reducible !== null),
  },
  RESULTS: {
    term: '办理结果',
    path: 'results',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.results.length > 0,
  },
  VENUES: {
    term: '办理地点',
    path: 'venues',
    expectedFor: ON_APPLICATION,
    isPresent: hasVenue,
  },
  RESPONSIBLE_OFFICE: {
    term: '承办机构',
    path: 'responsibleOfficeId',
    expectedFor: ALL,
    isPresent: (d) => d.responsibleOfficeId !== null,
    toPublish: true,
  },
  OFFICER: {
    term: '承办人',
    path: 'officerId',
    expectedFor: [...ON_APPLICATION, 'LEVY'],
    isPresent: (d) => d.officerId !== null,
    toPublish: true,
  },
  ENQUIRY_PHONE: {
    term: '咨询电话',
    path: 'enquiryPhone',
    expectedFor: ON_APPLICATION,
    isPresent: (d) => d.enquiryPhone !== null,
  },
  SUPERVISION_PHONE: {
    term: '监督电话',
    path: 'supervisionPhone',
    expectedFor: ALL,
    isPresent: (d) => d.supervisionPhone !== null,
    toPublish: true,
  },
} as const satisfies Record<string, ElementDefinition>;

export type GuideElement = keyof typeof GUIDE_ELEMENTS;

const DEFINITIONS = Object.entries(GUIDE_ELEMENTS) as [GuideElement, ElementDefinition][];

/** What a guide for an item of this category is expected to say. */
export const expectedElements = (category: PowerCategory): GuideElement[] =>
  DEFINITIONS.filter(([, { expectedFor }]) => expectedFor.includes(category)).map(([element]) => element);

/** Every element a document has, whatever its item's category. */
export const presentElements = (document: GuideDocument): ReadonlySet<GuideElement> =>
  new Set(DEFINITIONS.filter(([, definition]) => definition.isPresent(document)).map(([element]) => element));

/** What is expected and not among the elements there are; of no guide (null), everything expected. */
export const missingOf = (category: PowerCategory, present: ReadonlySet<GuideElement> | null): GuideElement[] =>
  expectedElements(category).filter((element) => present === null || !present.has(element));

/** What is expected and not there; without a guide, everything expected. */
export const missingElements = (category: PowerCategory, document: GuideDocument | null): GuideElement[] =>
  missingOf(category, document === null ? null : presentElements(document));

/** What is missing that publishing cannot do without: the responsible office, the officer, the supervision phone. */
export const missingToPublish = (category: PowerCategory, document: GuideDocument): GuideElement[] =>
  missingElements(category, document).filter((element) => (GUIDE_ELEMENTS[element] as ElementDefinition).toPublish === true);
