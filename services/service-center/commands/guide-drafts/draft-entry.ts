import type { Json, JournalDraft } from '../../../shared/journal';

/**
 * What the journal says in public of a draft: that there was one, neither whose nor of what. The rest is told to those who
 * read the journal itself.
 */
const SUMMARIES = {
  GuideImported: '导入一份办事指南草稿',
  GuideSubmitted: '报送一份办事指南草稿',
  GuideReturned: '退回一份办事指南草稿',
  GuideApproved: '审核通过一份办事指南草稿',
  GuideWithdrawn: '撤回一份办事指南草稿',
} as const;

export const draftEntry = (
  action: keyof typeof SUMMARIES,
  draft: { id: string; itemCode: string; agencyCode: string; fingerprint: string },
  before: { [key: string]: Json } | null,
  after: { [key: string]: Json },
): JournalDraft => {
  const { id, itemCode, agencyCode, fingerprint } = draft;
  return { action, subject: { kind: 'GuideDraft', id }, summary: SUMMARIES[action], before, after: { id, itemCode, agencyCode, fingerprint, ...after } };
};
