import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { placeOfCase } from '../../rules/cases/case-number';
import type { ServiceCenterAction } from '../../rules/permissions';

/**
 * Erases an applicant's personal data once the case is over (个人信息保护法 47), with the salt, so that the commitment in
 * the journal tells nothing any more. Erasing again changes nothing.
 */
export const eraseApplicant: Command<ServiceCenterTx, ServiceCenterAction, { number: string }, { number: string }> = {
  action: 'erase-applicant',
  target: ({ number }) => placeOfCase(number),
  async handle({ number }, { tx, now }) {
    const found = await tx.serviceCase.findUnique({ where: { number }, select: { open: true } });
    if (found === null) return refuse('CASE_UNKNOWN', null, '没有此办件', [{ path: 'number', value: number }]);
    if (found.open) return refuse('CASE_OPEN', '个人信息保护法 47', '办件尚未办结，申请人信息仍为办理所必需', [{ path: 'number', value: number }]);
    const nothing = { name: null, idNumber: null, contact: null, salt: null };
    const { count } = await tx.caseApplicant.updateMany({ where: { caseNumber: number, erasedAt: null }, data: { ...nothing, erasedAt: now } });
    const entry = {
      action: 'ApplicantErased',
      subject: { kind: 'Case', id: number },
      summary: `办件 ${number}：删除申请人个人信息`,
      before: null,
      after: { number, erasedAt: now.toISOString() },
    };
    return accept({ value: { number }, entries: count > 0 ? [entry] : [] });
  },
};
