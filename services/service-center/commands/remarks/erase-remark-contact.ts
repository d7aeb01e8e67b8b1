import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import type { ServiceCenterAction } from '../../rules/permissions';
import { OPEN_STATES, type RemarkState } from '../../rules/remarks/remark-states';
import { remarkEntry } from './remark-entry';
import { stateOf, targetOf, type MovedRemark, type RemarkOfAgency } from './remark-store';

const isOpen = (state: RemarkState): boolean => (OPEN_STATES as readonly RemarkState[]).includes(state);

/**
 * Erases who remarked once the answer is given (个人信息保护法 47), with the salt, so that the commitment in the journal tells
 * nothing any more. Erasing again changes nothing.
 */
export const eraseRemarkContact: Command<ServiceCenterTx, ServiceCenterAction, RemarkOfAgency, MovedRemark> = {
  action: 'erase-remark-contact',
  target: targetOf,
  async handle({ agencyCode, remarkId }, { tx, now }) {
    const state = await stateOf(tx, { agencyCode, remarkId });
    if (!state.ok) return state;
    if (isOpen(state.value)) return refuse('REMARK_OPEN', '个人信息保护法 47', '意见尚未答复，联系信息仍为答复所必需', [{ path: 'remarkId', value: remarkId }]);
    const nothing = { name: null, contact: null, salt: null, erasedAt: now };
    const { count } = await tx.remarkContact.updateMany({ where: { remarkId, erasedAt: null }, data: nothing });
    const entries = count > 0 ? [remarkEntry('RemarkContactErased', remarkId, null, { erasedAt: now.toISOString() })] : [];
    return accept({ value: { remarkId }, entries });
  },
};
