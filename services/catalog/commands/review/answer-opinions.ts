import { accept, refuse } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { endsTheItem, type Verdict } from '../../rules/review-cycle/opinions';
import { cycleEntry, cycleTarget, moveCycle } from './cycle-record';

/** Answers of one department. */
export interface AnswerOpinionsInput {
  cycleId: string;
  agencyCode: string;
  answers: readonly OpinionAnswer[];
}

export interface OpinionAnswer {
  opinionId: string;
  /** The department's own words, whether it agrees or not. */
  answer: string;
  /** It agrees with the opinion. */
  accepted: boolean;
}

/**
 * Answers reviewers' opinions. A department that agrees to a cancellation, or that an item has no basis, has ended the
 * item within the cycle: it will not be published (P14).
 */
export const answerOpinions: Command<CatalogTx, CatalogAction, AnswerOpinionsInput, { answered: number }> = {
  action: 'answer-opinion',
  target: cycleTarget,
  async handle({ cycleId, agencyCode, answers }, { tx, now }) {
    const empty = answers.findIndex(({ answer }) => answer.trim() === '');
    if (empty >= 0) return refuse('TEXT_MISSING', '六', '答复须以书面说明', [{ path: `answers.${empty}.answer`, value: '' }]);
    const moved = await moveCycle(tx, cycleId, answers.map(({ opinionId }) => ({ kind: 'ANSWER_OPINION', agencyCode, opinionId })), now, 'answers');
    if (!moved.ok) return moved;
    const answered = await tx.$queryRawUnsafe<{ id: string; verdict: Verdict; draftId: string | null; accepted: boolean }[]>(
      `UPDATE catalog.opinion o SET answer = a.answer, answer_accepted = a.accepted, answered_at = $2::timestamptz
       FROM json_to_recordset($1::json) AS a("opinionId" bigint, answer text, accepted boolean)
       WHERE o.id = a."opinionId" RETURNING o.id::text AS id, o.verdict, o.draft_id::text AS "draftId", o.answer_accepted AS accepted`,
      JSON.stringify(answers),
      now.toISOString(),
    );
    const ended = answered.flatMap(({ verdict, accepted, draftId }) => (accepted && endsTheItem(verdict) && draftId !== null ? [draftId] : []));
    await tx.draftItem.updateMany({ where: { cycleId, id: { in: ended.map(BigInt) } }, data: { status: 'WITHDRAWN' } });
    const after = { agencyCode, answers: answers.map((each) => ({ ...each })), ended };
    return accept({ value: { answered: answered.length }, entries: [cycleEntry('OpinionsAnswered', cycleId, after)] });
  },
};
