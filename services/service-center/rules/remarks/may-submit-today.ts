import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { RemarkPolicy } from './remark-policy';

/** So many remarks a day of one contact, or of nobody in particular on one subject (P18: heard, not flooded). */
export function maySubmitToday(already: number, hasContact: boolean, policy: RemarkPolicy): Outcome<true> {
  const most = hasContact ? policy.perContact : policy.anonymousPerSubject;
  if (already < most) return accept(true);
  const message = hasContact ? `同一联系方式每日最多提交 ${most} 条，请明日再提交` : '该事项今日收到的匿名意见已满，请填写联系方式或明日再提交';
  return refuse('TOO_MANY_REMARKS', 'P18', message, [{ path: hasContact ? 'contact' : 'itemCode', value: String(most) }]);
}
