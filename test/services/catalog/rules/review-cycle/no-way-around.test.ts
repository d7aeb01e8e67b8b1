import fc from 'fast-check';
import { decide, type CycleMove } from '../../../../../services/catalog/rules/review-cycle/decide';
import { evolve, type CycleEvent, type CycleState } from '../../../../../services/catalog/rules/review-cycle/cycle-state';
import { FIRST_REVIEWERS, firstReviewersOfReturn } from '../../../../../services/catalog/rules/review-cycle/first-reviewers';
import { JOINT_MEMBERS } from '../../../../../services/catalog/rules/review-cycle/joint-members';
import { VERDICTS, type Verdict } from '../../../../../services/catalog/rules/review-cycle/opinions';
import { REVIEW_BODIES, type ReviewBody } from '../../../../../services/catalog/rules/review-cycle/review-bodies';
import { STAGES } from '../../../../../services/catalog/rules/review-cycle/stages';
import type { PowerCategory } from '../../../../../services/catalog/rules/vocabulary';
import { BODIES, DOCUMENT, NOW, opened, PRICES, WATER } from './a-cycle';

const agencies = [WATER, PRICES];
const categories = Object.keys(FIRST_REVIEWERS) as PowerCategory[];
const agency = fc.constantFrom(...agencies, '140100099');
const body = fc.constantFrom(...(Object.keys(REVIEW_BODIES) as ReviewBody[]), null);
const opinionId = fc.integer({ min: 1, max: 6 }).map(String);
const yes = fc.boolean();

const anyMove: fc.Arbitrary<CycleMove> = fc.oneof(
  { arbitrary: fc.constant<CycleMove>({ kind: 'ADVANCE' }), weight: 5 },
  fc.record({ kind: fc.constant('JOIN' as const), agencyCode: agency }),
  { arbitrary: fc.record({ kind: fc.constant('SUBMIT_RETURN' as const), agencyCode: agency, items: fc.nat(3), categories: fc.uniqueArray(fc.constantFrom(...categories), { maxLength: 2 }) }), weight: 3 },
  {
    arbitrary: fc.record({
      kind: fc.constant('GIVE_OPINION' as const), agencyCode: agency, opinionId, body, category: fc.option(fc.constantFrom(...categories)),
      verdict: fc.constantFrom(...(Object.keys(VERDICTS) as Verdict[])), text: fc.constantFrom('', '理由'),
    }),
    weight: 5,
  },
  { arbitrary: fc.record({ kind: fc.constant('ANSWER_OPINION' as const), agencyCode: agency, opinionId }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('SIGN' as const), body, by: fc.constant('x') }), weight: 3 },
  fc.record({ kind: fc.constant('CONCLUDE_ARGUMENTATION' as const), experts: fc.constant<string[]>([]), conclusion: fc.constant('可行'), by: fc.constant('x') }),
  fc.record({ kind: fc.constant('CONCLUDE_LEGALITY' as const), approved: yes, opinion: fc.constant('合法'), by: fc.constant('x') }),
  fc.record({ kind: fc.constant('DECIDE' as const), approved: yes, document: fc.constant(DOCUMENT), opinion: fc.constant('再议'), by: fc.constant('x') }),
  fc.constant<CycleMove>({ kind: 'PUBLISH', editionId: '140100-1' }),
);

/** Moves that lead a cycle of both departments on, with whatever else mixed in: so that sequences get far. */
const helped = fc.array(fc.tuple(fc.nat(2), anyMove), { minLength: 40, maxLength: 120 });

interface Run {
  state: CycleState;
  events: CycleEvent[];
  refused: number;
}

function step(run: Run, move: CycleMove): Run {
  const outcome = decide(run.state, move, NOW);
  if (!outcome.ok) return { ...run, refused: run.refused + 1 };
  return { ...run, state: outcome.value.reduce(evolve, run.state), events: [...run.events, ...outcome.value] };
}

/** A move that a well-meaning clerk would make next. */
function sensible({ departments, stage, signatures, sentBack, ...state }: CycleState): CycleMove {
  const codes = Object.keys(departments);
  const [open] = codes.flatMap((agencyCode) => departments[agencyCode]!.unanswered.map((id) => ({ agencyCode, id })));
  const round = { REPORT_1: 1, REPORT_2: 2, REPORT_3: 3 }[stage as string];
  if (open && (stage === 'REPORT_2' || stage === 'REPORT_3' || stage === 'FINAL_REVIEW')) return { kind: 'ANSWER_OPINION', agencyCode: open.agencyCode, opinionId: open.id };
  const absent = codes.find((code) => round !== undefined && !departments[code]!.returns[round]);
  if (absent) return { kind: 'SUBMIT_RETURN', agencyCode: absent, items: 1, categories: ['LICENSE', 'LEVY'] };
  const review = stage === 'REVIEW_1' ? 1 : stage === 'FINAL_REVIEW' ? 3 + sentBack : null;
  for (const code of review === null ? [] : codes) {
    const wanted = review === 1 ? firstReviewersOfReturn(departments[code]!.returns[1]!.categories, BODIES) : (['REFORM_OFFICE'] as const);
    const next = wanted.find((each) => !departments[code]!.reviews[review!]?.[each]);
    if (next) return { kind: 'GIVE_OPINION', agencyCode: code, opinionId: '9', body: next, category: null, verdict: 'ACCEPT', text: '' };
  }
  const unsigned = JOINT_MEMBERS.find((member) => !signatures[member]);
  if (stage === 'JOINT_REVIEW' && unsigned) return { kind: 'SIGN', body: unsigned, by: 'x' };
  if (stage === 'ARGUMENTATION' && !state.argumentation) return { kind: 'CONCLUDE_ARGUMENTATION', experts: [], conclusion: '可行', by: 'x' };
  if (stage === 'LEGALITY_REVIEW' && !state.legality) return { kind: 'CONCLUDE_LEGALITY', approved: true, opinion: '合法', by: 'x' };
  if (stage === 'GOVERNMENT_DECISION' && !state.decision) return { kind: 'DECIDE', approved: true, document: DOCUMENT, opinion: '', by: 'x' };
  if (stage === 'PUBLICATION') return { kind: 'PUBLISH', editionId: '140100-1' };
  return { kind: 'ADVANCE' };
}

const start = (): Run => ({ state: opened(agencies), events: [], refused: 0 });
const runOf = (moves: readonly (readonly [number, CycleMove])[]): Run =>
  moves.reduce((run, [how, move]) => step(run, how === 0 ? move : sensible(run.state)), start());

/** After the last time the list was sent back. */
const sinceSentBack = (events: CycleEvent[]): CycleEvent[] => events.slice(events.findLastIndex(({ type }) => type === 'SentBack') + 1);

describe('no sequence of moves goes around the procedure', () => {
  it('nothing is published without all returns, reviews, signatures, legality review (P10) and the government’s approval', () => {
    let published = 0;
    fc.assert(
      fc.property(helped, (moves) => {
        const { state, events } = runOf(moves);
        if (state.stage !== 'PUBLISHED') return;
        published += 1;
        for (const [code, department] of Object.entries(state.departments)) {
          for (const round of [1, 2, 3]) expect(events.filter((each) => each.type === 'ReturnSubmitted' && each.agencyCode === code && each.round === round)).toHaveLength(1);
          for (const reviewer of firstReviewersOfReturn(department.returns[1]!.categories, BODIES))
            expect(events).toContainEqual(expect.objectContaining({ type: 'OpinionGiven', agencyCode: code, body: reviewer, onReturn: true, review: 1 }));
          if (department.returns[3]!.items > 0)
            expect(sinceSentBack(events)).toContainEqual(expect.objectContaining({ type: 'OpinionGiven', agencyCode: code, body: 'REFORM_OFFICE', onReturn: true }));
          expect(department.unanswered).toEqual([]);
        }
        for (const member of JOINT_MEMBERS) expect(events).toContainEqual(expect.objectContaining({ type: 'JointReviewSigned', member }));
        for (const type of ['ArgumentationConcluded', 'LegalityApproved', 'CycleApproved']) expect(sinceSentBack(events)).toContainEqual(expect.objectContaining({ type }));
      }),
      { numRuns: 400 },
    );
    expect(published).toBeGreaterThan(100); // the property is not held by sequences that never arrive
  });

  it('stages are never skipped', () => {
    fc.assert(
      fc.property(helped, (moves) => {
        const stages = runOf(moves).events.flatMap((event) => (event.type === 'StageEntered' ? [event.stage] : []));
        const names = Object.keys(STAGES);
        let place = 0;
        for (const stage of stages) {
          const next = names.indexOf(stage);
          expect(next === place + 1 || (stage === 'FINAL_REVIEW' && next < place)).toBe(true);
          place = next;
        }
      }),
    );
  });

  it('unanswered opinions always block: the return, the next stage, publication', () => {
    fc.assert(
      fc.property(helped, (moves) => {
        const { state } = runOf(moves);
        for (const [agencyCode, { unanswered }] of Object.entries(state.departments)) {
          if (unanswered.length === 0) continue;
          expect(decide(state, { kind: 'SUBMIT_RETURN', agencyCode, items: 1, categories: [] }, NOW).ok).toBe(false);
          expect(decide(state, { kind: 'PUBLISH', editionId: 'x' }, NOW).ok).toBe(false);
          if (['REPORT_2', 'REPORT_3', 'FINAL_REVIEW'].includes(state.stage)) expect(decide(state, { kind: 'ADVANCE' }, NOW).ok).toBe(false);
          expect(['ARGUMENTATION', 'LEGALITY_REVIEW', 'GOVERNMENT_DECISION', 'PUBLICATION', 'PUBLISHED']).not.toContain(state.stage);
        }
      }),
      { numRuns: 300 },
    );
  });
});
