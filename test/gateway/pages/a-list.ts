import type { Guide, ItemWithGuide } from '../../../gateway/pages/read-guide';
import type { ListedItem, PublishedList } from '../../../gateway/pages/read-list';

export const anItem = (given: Partial<ListedItem> = {}): ListedItem => ({
  code: '14010001301000100',
  name: '取水许可',
  subItem: null,
  category: 'LICENSE',
  status: 'LISTED',
  conditions: null,
  exerciseLevels: ['MUNICIPAL', 'COUNTY'],
  legalBases: [{ citation: '《中华人民共和国水法》（主席令第74号）第七条' }],
  basisText: '【法律】《中华人民共和国水法》第七条',
  implementingAgency: { code: '140100013', name: '太原市水务局' },
  implementingBodyName: '太原市水务局',
  responsibleOffices: [{ id: '14010001302', name: '水资源科' }],
  remark: null,
  parent: null,
  link: { status: 'COMPLETE' },
  ...given,
});

export const aList = (items: readonly Partial<ListedItem>[], given: Partial<PublishedList> = {}): PublishedList => ({
  region: { code: '140100', name: '太原市', sample: false },
  edition: { number: 2, publishedOn: '2014-12-01', document: null },
  asOf: '2014-12-01',
  editions: [
    { number: 2, publishedOn: '2014-12-01', total: items.length },
    { number: 1, publishedOn: '2014-09-10', total: 130 },
  ],
  items: items.map(anItem),
  missing: new Set(),
  ...given,
});

export const aGuide = (given: Partial<Guide> = {}): Guide => ({
  version: 3,
  effectiveOn: '2014-10-01',
  conditions: ['有取水口'],
  steps: [
    { order: 1, name: '受理', office: { id: 'O1', name: '行政审批科' }, officer: { id: 'P1', name: '韩示例' }, limit: { value: 1, unit: 'WORKING_DAY' }, jointOffices: [], next: [{ to: 2, when: null }], standard: '材料齐全', result: null },
    { order: 2, name: '决定', office: null, officer: null, limit: null, jointOffices: [], next: [], standard: null, result: '批准文件' },
  ],
  flowchart: '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 9 9"><title>取水许可 办理流程图</title></svg>',
  materials: [{ name: '取水许可申请书', requirement: 'REQUIRED', kind: 'FORM', originals: 3, copies: 1, medium: 'PAPER', source: 'APPLICANT', howToFill: null, acceptance: '签章齐全', basis: null }],
  statutoryLimit: { value: 45, unit: 'WORKING_DAY' },
  promisedLimit: { value: 20, unit: 'WORKING_DAY', note: '不含现场查勘' },
  excludedFromLimit: [{ procedure: 'HEARING', note: '二十日内组织' }],
  handlingKind: 'WITHIN_PROMISE',
  serviceObjects: ['ENTERPRISE'],
  channels: ['WINDOW', 'POST'],
  visits: 1,
  fees: [{ name: '工本费', standard: '每证10元', legalBasis: '条例第二十四条', reducible: false }],
  results: [{ name: '取水许可证', kind: 'CERTIFICATE', validity: '五年' }],
  venues: [{ name: '政务服务中心水务窗口', address: '示例路1号', hours: '工作日 9:00-17:00' }],
  responsibleOffice: { id: 'O2', name: '水资源科', phone: '0351-0013002', agency: { code: '140100013', name: '太原市水务局' } },
  officer: { id: 'P1', name: '韩示例', post: '科长' },
  enquiryPhone: '0351-0013002',
  supervisionPhone: '0351-0013900',
  quantityLimit: null,
  intermediaries: [],
  questions: [{ question: '可以代办吗？', answer: '可以，须有委托书。' }],
  ...given,
});

export const anItemWithGuide = (given: Partial<ItemWithGuide> = {}): ItemWithGuide => ({
  ...anItem(),
  authoritySplit: null,
  legalBases: [{ citation: '《中华人民共和国水法》（主席令第74号）第七条', quoted: null, instrument: { kind: 'LAW' } }],
  implementingAgency: { code: '140100013', name: '太原市水务局', phone: '0351-0013000', address: null },
  region: { code: '140100', name: '太原市', sample: false },
  listedSupervisionPhone: null,
  effectiveFrom: '2014-09-10',
  parent: null,
  subItems: [],
  successors: [],
  delegation: null,
  guide: aGuide(),
  link: { status: 'COMPLETE', missing: [], findings: [] },
  measures: [],
  remarks: { totalCount: 0, nodes: [] },
  ...given,
});
