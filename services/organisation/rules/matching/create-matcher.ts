import { prepareTexts, type PreparedItem } from './agency-texts';
import { categoryWords, enforcementWords, enforces, supervisionWords } from './category-cues';
import { neighbourVotes, NO_VOTE } from './confirmed-neighbours';
import { sharedPhrases } from './content-words';
import type { DecidedPair, DutyText, ItemText } from './matching-input';
import { namesOutright, SIGNALS, type Signals, signalsOf } from './signals';
import { LIKELY_FROM, WEIGHTS, type Weights } from './weights';

/** A duty on which an item may rest. Never a decision: a person confirms or rejects it. */
export interface Proposal {
  itemId: string;
  dutyId: string;
  /** 0..1: the share of belief among all undecided duties of the agency and none of them. */
  score: number;
  likely: boolean;
  /** The duty names the item outright. */
  exact: boolean;
  /** Phrases of the item that the duty uses too, longest first. */
  words: string[];
  /** The item's category and the duty's words that fit it. */
  category: string;
  cues: string[];
  /** Confirmed items alike to this one that rest on the duty, most alike first. */
  neighbours: string[];
  signals: Signals;
}

export interface MatcherInput {
  items: readonly ItemText[];
  decided?: readonly DecidedPair[];
  weights?: Weights;
}

export interface Matcher {
  /** The duties an item may rest on, best first; a decided pair is not proposed again. Empty for an unknown item. */
  rank(itemId: string, limit?: number): Proposal[];
}

const MOST_WORDS = 5;

/** Ranks the duties of one agency for its items (P13). The same input in any order gives the same answer. */
export function createMatcher(duties: readonly DutyText[], { items, decided = [], weights = WEIGHTS }: MatcherInput): Matcher {
  const texts = prepareTexts(duties, items);
  const confirmed = decided.filter(({ verdict }) => verdict === 'CONFIRMED');
  const closed = new Map<string, Set<string>>();
  for (const { itemId, dutyId } of decided) closed.set(itemId, (closed.get(itemId) ?? new Set()).add(dutyId));

  function rank(itemId: string, limit = duties.length): Proposal[] {
    const item = texts.items.get(itemId);
    if (!item) return [];
    const votes = neighbourVotes(texts, confirmed, item);
    const shared = texts.sharedMasses(item);
    const open = texts.duties.flatMap((duty, i) => {
      if (closed.get(itemId)?.has(duty.id)) return [];
      const vote = votes.get(duty.id) ?? NO_VOTE;
      const exact = namesOutright(duty, item);
      const signals = signalsOf(texts, item, duty, shared[i]!, vote, exact);
      return [{ duty, vote, exact, signals, common: shared[i]! > 0, logit: SIGNALS.reduce((sum, signal) => sum + weights[signal] * signals[signal], 0) }];
    });
    const scoreOf = shareOfBelief([weights.none, ...open.map(({ logit }) => logit)]);
    // Duties stand in the order of their ids, which a stable sort keeps for equals.
    return open
      .toSorted((a, b) => Number(b.exact) - Number(a.exact) || b.logit - a.logit)
      .slice(0, limit)
      .map(({ duty, vote, exact, signals, common, logit }): Proposal => {
        const score = scoreOf(logit);
        const words = common ? sharedPhrases(item.runs, duty.pairs).slice(0, MOST_WORDS) : [];
        const { category } = item.item;
        return { itemId, dutyId: duty.id, score, likely: score >= LIKELY_FROM, exact, words, category, cues: cuesOf(item, duty.folded), neighbours: vote.items, signals };
      });
  }
  return { rank };
}

function cuesOf({ item: { category } }: PreparedItem, duty: string): string[] {
  const broader = enforces(category) ? enforcementWords(duty) : category === 'INSPECTION' ? supervisionWords(duty) : [];
  return [...new Set([...categoryWords(category, duty), ...broader])];
}

/** Softmax. */
function shareOfBelief(logits: readonly number[]): (logit: number) => number {
  const highest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0);
  return (logit) => Math.exp(logit - highest) / total;
}
