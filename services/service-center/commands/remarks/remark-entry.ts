import type { Json, JournalDraft } from '../../../shared/journal';

/** What the journal says of a remark: where it stands. Neither its words, nor those of the answer or a reason: they may name people. */
const SUMMARIES = {
  RemarkSubmitted: '收到一条公众意见',
  RemarkAnswered: '答复一条公众意见',
  RemarkWithheld: '一条公众意见不予公开',
  RemarkPublished: '公开一条公众意见',
  RemarkContactErased: '删除一条公众意见的联系信息',
} as const;

export const remarkEntry = (
  action: keyof typeof SUMMARIES,
  id: string,
  before: { [key: string]: Json } | null,
  after: { [key: string]: Json },
): JournalDraft => ({ action, subject: { kind: 'Remark', id }, summary: SUMMARIES[action], before, after: { id, ...after } });
