import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import type { ServiceCenterAction } from '../../rules/permissions';
import { checkAnswer } from '../../rules/remarks/remark-text';
import { remarkEntry } from './remark-entry';
import { remarkToMove, targetOf, type MovedRemark, type RemarkOfAgency } from './remark-store';

/** Answers a remark, late or in time; remark and answer are public from then on unless it was withheld (P18). */
export const answerRemark: Command<ServiceCenterTx, ServiceCenterAction, RemarkOfAgency & { answer: string }, MovedRemark> = {
  action: 'answer-remark',
  target: targetOf,
  async handle({ answer: given, ...of }, { tx, now }) {
    const moved = await remarkToMove(tx, of, 'ANSWER');
    if (!moved.ok) return moved;
    const answer = checkAnswer(given);
    if (!answer.ok) return answer;
    const { from, to } = moved.value;
    await tx.remark.update({ where: { id: of.remarkId }, data: { state: to, answer: answer.value, answeredAt: now } });
    const entry = remarkEntry('RemarkAnswered', of.remarkId, { state: from }, { state: to, answeredAt: now.toISOString() });
    return accept({ value: { remarkId: of.remarkId }, entries: [entry] });
  },
};
