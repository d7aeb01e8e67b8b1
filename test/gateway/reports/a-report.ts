import type { MandateReport, ReportedFinding } from '../../../gateway/reports/mandate-report';

/** A finding with every field; what a test is about is given. */
export const aFinding = (given: Partial<ReportedFinding> = {}): ReportedFinding => ({
  id: 'STALE_DUTY:140100013:140100013-M1/0:14010001301000100',
  kind: 'STALE_DUTY',
  severity: 'VIOLATION',
  clause: 'P13',
  agency: { code: '140100013', name: '太原市水务局' },
  duty: { number: '（三）', text: '负责取水许可的组织实施' },
  item: { code: '14010001301000100', text: '取水许可（行政许可）', category: 'LICENSE', status: 'CANCELLED' },
  office: { id: '14010001301', name: '水资源科' },
  explanation: '职责（三）所依的“取水许可”已经取消。',
  proposedAction: '修改三定，删去这一职责。',
  candidate: true,
  score: 0.625,
  state: 'CLOSED',
  raisedOn: '2026-01-05',
  deadline: '2026-02-04',
  reply: '已报请修改',
  repliedAt: '2026-01-09T17:30:00.000Z',
  closure: '三定已修改',
  closedAt: '2026-01-10T02:00:00.000Z',
  ...given,
});

const STALE = { code: 'STALE_DUTY', name: '职责所依事项已取消、下放、合并或划转' };

/** A report of given findings, all of one kind. */
export const aReport = (findings: ReportedFinding[], given: Partial<MandateReport> = {}): MandateReport => ({
  scope: { regionCode: '140100', regionName: '太原市' },
  asOf: '2026-01-14T17:00:00.000Z',
  open: 0,
  closed: findings.length,
  byKind: [
    { ...STALE, open: 0, closed: findings.length },
    { code: 'OFFICE_UNKNOWN', name: '承办机构不存在、已撤销或属于其他机构', open: 0, closed: 0 },
  ],
  byAgency: [{ code: '140100013', name: '太原市水务局', open: 0, closed: findings.length }],
  byCategory: [{ code: null, name: '不涉及在册事项', open: 0, closed: findings.length }],
  lastRun: null,
  findings,
  ...given,
});
