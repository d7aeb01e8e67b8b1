import { createHmac } from 'node:crypto';
import type { RemarkContact } from '../../rules/remarks/remark-contact';
import type { CountedSubject } from '../../rules/remarks/same-remark';

/**
 * What a caller is counted by on a day: the contact, or for who gives none, the subject. Salted with the day's secret, so
 * that nobody learns from it who remarked, and nothing at all once that is gone (个人信息保护法 6, 47).
 */
export function callerHash(daySalt: string, contact: RemarkContact | null, { itemCode, caseNumber }: CountedSubject): string {
  const key = contact === null ? `subject\n${caseNumber ?? itemCode}` : `contact\n${contact.contact.toLowerCase()}`;
  return createHmac('sha256', daySalt).update(key).digest('hex');
}
