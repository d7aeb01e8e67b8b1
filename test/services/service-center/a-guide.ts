import type { GuideDocumentInput } from '../../../services/service-center/rules/guide-document';
import { parseGuide } from '../../../services/service-center/rules/parse-guide';

/** A complete guide for a licence of the water bureau, as it may be handed in. */
export const aGuide = (changes: Partial<GuideDocumentInput> & { itemCode?: string; version?: number; effectiveOn?: string } = {}) => ({
  itemCode: 'W1',
  effectiveOn: '2014-09-10',
  conditions: ['取水口在本市审批权限内'],
  steps: [
    { order: 1, name: '受理', officeId: '14010001301', officerId: '140100013P01', limit: { value: 1, unit: 'WORKING_DAY' as const } },
    { order: 2, name: '审查', officeId: '14010001302', limit: { value: 8, unit: 'WORKING_DAY' as const }, standard: '逐项对照', result: '审查意见' },
  ],
  materials: [
    {
      name: '取水许可申请书',
      requirement: 'REQUIRED' as const,
      kind: 'FORM' as const,
      originals: 1,
      copies: 0,
      medium: 'BOTH' as const,
      source: 'APPLICANT' as const,
    },
  ],
  statutoryLimit: { value: 45, unit: 'WORKING_DAY' as const, note: '取水许可和水资源费征收管理条例第十九条' },
  promisedLimit: { value: 20, unit: 'WORKING_DAY' as const },
  excludedFromLimit: [{ procedure: 'HEARING' as const, note: '另行书面告知' }],
  handlingKind: 'WITHIN_PROMISE' as const,
  serviceObjects: ['ENTERPRISE' as const],
  channels: ['WINDOW' as const],
  visits: 1,
  fees: [{ name: '不收费', standard: '不收费', legalBasis: null, reducible: false }],
  results: [{ name: '取水许可证', kind: 'CERTIFICATE' as const, validity: '五年' }],
  venues: [{ name: '水务局窗口', address: '二层', hours: '工作日 9:00-17:00' }],
  responsibleOfficeId: '14010001302',
  officerId: '140100013P02',
  enquiryPhone: '0351-0013002',
  supervisionPhone: '0351-0013900',
  questions: [{ question: '家庭自用少量取水要办吗？', answer: '不用。' }],
  ...changes,
});

/** The document of a guide, read. */
export function aDocument(changes: Parameters<typeof aGuide>[0] = {}) {
  const parsed = parseGuide(aGuide(changes));
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value.document;
}
