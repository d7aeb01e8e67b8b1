import type { ItemFacts } from '../../../services/catalog/commands/import-list/statement';
import type { GuideDocument } from '../../../services/service-center/rules/guide-document';
import { pick, pickByRank } from '../random';
import type { GeneratedAgency } from './region-of-list';
import { CLAUSES, NOUNS } from './words';

/** Handled at the organ's own motion: such a guide tells its flow and who answers for it, no more (P3, 七.3). */
const OF_OFFICE: ReadonlySet<string> = new Set(['PENALTY', 'COERCION', 'INSPECTION']);
const STEPS = ['受理', '审查', '现场核查', '决定', '送达'];

/** The guide of an item; a few items have none, a few guides lack an element or name another body’s office, as on real lists. */
export function guideOfItem(random: () => number, { category, agencyCode }: ItemFacts, agency: GeneratedAgency, others: readonly GeneratedAgency[]): GuideDocument | null {
  if (agency.code !== agencyCode) throw new Error(`${agency.code} is not the body of an item of ${agencyCode}`);
  const fate = random();
  if (fate < 0.02) return null;
  const astray = fate < 0.03 ? pick(random, others) : agency;
  const office = pick(random, astray.offices);
  const officer = agency.officers.find(({ officeId }) => officeId === office.id) ?? agency.officers[0]!;
  const brief = OF_OFFICE.has(category);
  const limit = (value: number) => ({ value, unit: 'WORKING_DAY' as const, note: null });
  const steps = STEPS.slice(0, brief ? 3 : 3 + Math.floor(random() * 3)).map((name, i) => ({
    order: i + 1,
    name,
    officeId: pick(random, agency.offices).id,
    officerId: null,
    limit: brief ? null : limit(1 + i * 2),
    standard: pick(random, CLAUSES),
    result: null,
  }));
  const spoken = { enquiryPhone: office.phone, supervisionPhone: fate < 0.06 ? null : agency.offices[0]!.phone };
  const flow = { ...UNSAID, steps, responsibleOfficeId: office.id, officerId: officer.id, ...spoken };
  if (brief) return flow;
  return {
    ...flow,
    conditions: [pick(random, CLAUSES), pick(random, CLAUSES)],
    materials: Array.from({ length: 3 + Math.floor(random() * 6) }, (_, i) => ({
      ...UNSAID_MATERIAL,
      name: `${pickByRank(random, NOUNS)}${i === 0 ? '申请书' : '证明材料'}`,
      requirement: random() < 0.8 ? ('REQUIRED' as const) : ('LATER' as const),
      kind: i === 0 ? ('FORM' as const) : ('CERTIFICATE' as const),
      originals: 1,
      copies: Math.floor(random() * 3),
      medium: 'BOTH' as const,
      source: i === 0 ? ('APPLICANT' as const) : ('DEPARTMENT' as const),
    })),
    statutoryLimit: limit(20 + Math.floor(random() * 25)),
    promisedLimit: limit(15 + Math.floor(random() * 5)),
    handlingKind: 'WITHIN_PROMISE',
    serviceObjects: ['ENTERPRISE', 'NATURAL_PERSON'],
    channels: ['WINDOW', 'ONLINE'],
    visits: 1,
    fees: [{ name: '不收费', standard: '不收费', legalBasis: null, reducible: false }],
    results: [{ name: `${pickByRank(random, NOUNS)}证`, kind: 'CERTIFICATE', validity: '五年', sample: null }],
    venues: [{ name: `${agency.name}窗口`, address: '政务服务中心二层', hours: '工作日 9:00-17:00' }],
  };
}

const UNSAID: GuideDocument = {
  conditions: [],
  steps: [],
  materials: [],
  statutoryLimit: null,
  promisedLimit: null,
  excludedFromLimit: [],
  handlingKind: null,
  serviceObjects: [],
  channels: [],
  visits: null,
  fees: [],
  results: [],
  venues: [],
  responsibleOfficeId: null,
  officerId: null,
  enquiryPhone: null,
  supervisionPhone: null,
  quantityLimit: null,
  intermediaries: [],
  questions: [],
};
const UNSAID_MATERIAL = { form: null, sample: null, howToFill: null, acceptance: null, basis: null };
