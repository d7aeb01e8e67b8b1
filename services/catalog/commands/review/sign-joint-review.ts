import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { membersToSign, type JointMember } from '../../rules/review-cycle/joint-members';
import { bodyOf } from '../../rules/review-cycle/review-bodies';
import { cycleEntry, cycleTarget, loadCycle, moveCycle } from './cycle-record';

/** Who has signed and who has still to. */
export interface JointSignatures {
  cycleId: string;
  signed: JointMember[];
  missing: JointMember[];
}

/** Signs the joint review for the member the caller acts for (P9). */
export const signJointReview: Command<CatalogTx, CatalogAction, { cycleId: string }, JointSignatures> = {
  action: 'sign-joint-review',
  target: cycleTarget,
  async handle({ cycleId }, { tx, actor, now }) {
    const loaded = await loadCycle(tx, cycleId);
    if (!loaded.ok) return loaded;
    const body = bodyOf(actor, loaded.value.state.bodies);
    const moved = await moveCycle(tx, cycleId, [{ kind: 'SIGN', body, by: actor.id }], now);
    if (!moved.ok) return moved;
    const { signatures } = moved.value.state;
    const value = { cycleId, signed: Object.keys(signatures) as JointMember[], missing: membersToSign(signatures) };
    return accept({ value, entries: [cycleEntry('JointReviewSigned', cycleId, { member: body })] });
  },
};
