import { insertRows } from '../../../shared/insert-rows';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { reviewNumber } from '../../rules/review-cycle/cycle-state';
import { decideAll, type CycleMove } from '../../rules/review-cycle/decide';
import { VERDICTS, type Verdict } from '../../rules/review-cycle/opinions';
import { bodyOf, REVIEW_BODIES, type ReviewBody } from '../../rules/review-cycle/review-bodies';
import { cycleEntry, cycleTarget, loadCycle, saveCycle } from './cycle-record';
import { draftsById, type StoredDraft } from './drafts';

/** Opinions of one reviewer; a return reviewed as a whole and its items come together. */
export interface GiveOpinionsInput {
  cycleId: string;
  opinions: readonly NewOpinion[];
}

export interface NewOpinion {
  agencyCode: string;
  /** The item; null for the return as a whole. */
  draftId: string | null;
  verdict: Verdict;
  text: string;
}

/** Gives written opinions on items and returns; one body speaks once of each in a review. All of them are taken or none. */
export const giveOpinions: Command<CatalogTx, CatalogAction, GiveOpinionsInput, { opinionIds: string[] }> = {
  action: 'give-opinion',
  target: cycleTarget,
  async handle({ cycleId, opinions }, { tx, actor, now }) {
    const loaded = await loadCycle(tx, cycleId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    const body = bodyOf(actor, state.bodies);
    const drafts = new Map((await draftsById(tx, cycleId, opinions.flatMap(({ draftId }) => draftId ?? []))).map((draft) => [draft.id, draft]));
    const ids = await nextIds(tx, opinions.length);
    const moves: CycleMove[] = [];
    for (const [index, { agencyCode, draftId, verdict, text }] of opinions.entries()) {
      const draft = draftId === null ? null : itemUnderReview(drafts.get(draftId), agencyCode, index, draftId);
      if (draft && !draft.ok) return draft;
      moves.push({ kind: 'GIVE_OPINION', agencyCode, opinionId: ids[index]!, body, category: draft?.value.category ?? null, verdict, text });
    }
    const decided = decideAll(state, moves, now.toISOString(), 'opinions');
    if (!decided.ok) return decided;
    const review = reviewNumber(state)!;
    const once = await spokenOnce(tx, { cycleId, body: body!, review, opinions });
    if (!once.ok) return once;

    await saveCycle(tx, loaded.value, decided.value.state);
    const rows = opinions.map(({ agencyCode, draftId, verdict, text }, i) => ({
      id: ids[i]!,
      cycle_id: cycleId,
      agency_code: agencyCode,
      draft_id: draftId,
      round: review,
      reviewer_role: body!,
      reviewer_id: actor.id,
      verdict,
      text,
      given_at: now.toISOString(),
    }));
    await insertRows(tx, 'catalog.opinion', OPINION_TYPES, rows);
    const said = rows.map(({ id, agency_code, draft_id, verdict, text }) => ({ id, agencyCode: agency_code, draftId: draft_id, verdict, text }));
    return accept({ value: { opinionIds: ids }, entries: [cycleEntry('OpinionsGiven', cycleId, { body: body!, review, opinions: said })] });
  },
};

const OPINION_TYPES = {
  id: 'bigint',
  cycle_id: 'text',
  agency_code: 'text',
  draft_id: 'bigint',
  round: 'int',
  reviewer_role: 'text',
  reviewer_id: 'text',
  verdict: 'text',
  text: 'text',
  given_at: 'timestamptz',
};

function itemUnderReview(draft: StoredDraft | undefined, agencyCode: string, index: number, draftId: string): Outcome<StoredDraft> {
  const path = `opinions.${index}.draftId`;
  if (draft?.agencyCode !== agencyCode) return refuse('UNKNOWN_DRAFT', null, '该部门没有报送过这一事项', [{ path, value: draftId }]);
  if (draft.status === 'UNDER_REVIEW') return accept(draft);
  return refuse('ITEM_NOT_UNDER_REVIEW', '六', '该事项不在审核中', [
    { path, value: draftId },
    { path: 'status', value: draft.status },
  ]);
}

/** Two reviewers of one body may decide the same item at once: the first one wins, the other learns what was said. */
async function spokenOnce(
  tx: CatalogTx,
  { cycleId, body, review, opinions }: { cycleId: string; body: ReviewBody; review: number; opinions: readonly NewOpinion[] },
): Promise<Outcome<null>> {
  const items = opinions.flatMap(({ draftId }) => draftId ?? []);
  const twice = items.find((id, i) => items.indexOf(id) !== i);
  if (twice !== undefined) return refuse('OPINION_ALREADY_GIVEN', '六', '同一事项不能提出两条意见', [{ path: 'draftId', value: twice }]);
  const before = await tx.opinion.findFirst({
    where: { cycleId, reviewerRole: body, round: review, draftId: { in: items.map(BigInt) } },
    select: { draftId: true, verdict: true, reviewerId: true, givenAt: true },
    orderBy: { id: 'asc' },
  });
  if (!before) return accept(null);
  return refuse('OPINION_ALREADY_GIVEN', '六', `${REVIEW_BODIES[body]}已对该事项提出意见：${VERDICTS[before.verdict as Verdict]}`, [
    { path: 'draftId', value: String(before.draftId) },
    { path: 'verdict', value: before.verdict },
    { path: 'reviewerId', value: before.reviewerId },
    { path: 'givenAt', value: before.givenAt.toISOString() },
  ]);
}

async function nextIds(tx: CatalogTx, count: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: bigint }[]>(
    `SELECT nextval(pg_get_serial_sequence('catalog.opinion', 'id')) AS id FROM generate_series(1, $1::int)`,
    count,
  );
  return rows.map(({ id }) => String(id));
}
