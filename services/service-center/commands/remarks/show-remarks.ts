import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import type { ServiceCenterAction } from '../../rules/permissions';
import { checkReason } from '../../rules/remarks/remark-text';
import { remarkEntry } from './remark-entry';
import { remarkToMove, targetOf, type MovedRemark, type RemarkOfAgency } from './remark-store';

export interface ShowRemarkInput extends RemarkOfAgency {
  reason: string;
}

type ShowCommand = Command<ServiceCenterTx, ServiceCenterAction, ShowRemarkInput, MovedRemark>;

/** What decides whether a remark is seen: both ways with a reason, neither touching its words or its answer. */
const showCommand = (action: 'withhold-remark' | 'publish-remark', move: 'WITHHOLD' | 'PUBLISH', said: 'RemarkWithheld' | 'RemarkPublished'): ShowCommand => ({
  action,
  target: targetOf,
  async handle({ reason: given, ...of }, { tx }) {
    const moved = await remarkToMove(tx, of, move);
    if (!moved.ok) return moved;
    const reason = checkReason(given);
    if (!reason.ok) return reason;
    const { from, to } = moved.value;
    await tx.remark.update({ where: { id: of.remarkId }, data: { state: to, withheldReason: move === 'WITHHOLD' ? reason.value : null } });
    return accept({ value: { remarkId: of.remarkId }, entries: [remarkEntry(said, of.remarkId, { state: from }, { state: to })] });
  },
});

/** Keeps a remark from the public, before or after it is answered; it is answered all the same (P18). */
export const withholdRemark = showCommand('withhold-remark', 'WITHHOLD', 'RemarkWithheld');

/** Shows a remark that was withheld: at once where it is answered, else with its answer. */
export const publishRemark = showCommand('publish-remark', 'PUBLISH', 'RemarkPublished');
