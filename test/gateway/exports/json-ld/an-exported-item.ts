import type { ExportedGuide, ExportedItem } from '../../../../gateway/exports/exported-item';

const LIMIT = { value: 20, unit: 'WORKING_DAY', note: null };

/** A guide that says something of everything. */
const aGuide = (text = '取水许可申请书'): ExportedGuide => ({
  version: 1,
  effectiveOn: '2014-09-10',
  effectiveTo: null,
  conditions: [text],
  steps: [],
  materials: [{ name: text, requirement: 'REQUIRED', kind: 'FORM', originals: 1, copies: 0, medium: 'PAPER', source: 'APPLICANT', form: null, acceptance: text, basis: text }],
  statutoryLimit: LIMIT,
  promisedLimit: { ...LIMIT, value: 10, note: text },
  excludedFromLimit: [],
  handlingKind: 'WITHIN_PROMISE',
  serviceObjects: ['ENTERPRISE'],
  channels: ['WINDOW', 'ONLINE'],
  visits: 1,
  fees: [{ name: text, standard: text, legalBasis: null, reducible: false }],
  results: [{ name: text, kind: 'CERTIFICATE', validity: text }],
  venues: [{ name: text, address: text, hours: text }],
  responsibleOffice: { id: '14010001302', name: '水资源科', phone: '0351-0013002' },
  enquiryPhone: '0351-0013002',
  supervisionPhone: '0351-0013900',
});

/** An item with everything a list and a guide can say. */
export const anExportedItem = (change: Partial<ExportedItem> = {}): ExportedItem => ({
  code: '14010001301000100',
  codeScheme: 'PUBLISHED',
  publishedCode: '14010001301000100',
  name: '取水许可',
  subItem: null,
  parentCode: null,
  category: 'LICENSE',
  status: 'LISTED',
  conditions: null,
  levels: ['MUNICIPAL', 'COUNTY'],
  authoritySplit: null,
  citations: [{ instrumentId: '1', title: '中华人民共和国水法', level: 'LAW', documentNumber: '主席令第74号', date: null, article: '第七条', paragraph: null, item: null, quoted: null, text: '《中华人民共和国水法》（主席令第74号）第七条' }],
  basisText: null,
  implementingAgency: { code: '140100013', listedName: '市水务局', name: '太原市水务局' },
  responsibleOffices: [],
  listedOffices: [],
  duty: null,
  responsibilities: null,
  accountability: null,
  supervisionPhone: null,
  remark: null,
  regionCode: '140100',
  effectiveFrom: '2014-09-10',
  effectiveTo: null,
  edition: null,
  guide: aGuide(),
  ...change,
});

/** An item that has one text wherever a text can be, its code included. */
export function itemWithText(text: string, place: number): ExportedItem {
  const [citation] = anExportedItem().citations;
  return anExportedItem({
    code: `${place}${text}`,
    publishedCode: text,
    name: text,
    duty: text,
    parentCode: text,
    citations: [{ ...citation!, title: text, text, quoted: text, documentNumber: text }],
    implementingAgency: { code: `${place}${text}`, listedName: text, name: null },
    supervisionPhone: text,
    guide: aGuide(text),
  });
}
