import type { AgencyTexts, PreparedItem } from './agency-texts';
import type { DecidedPair } from './matching-input';

/** What the pairs people confirmed say of one duty for one item. */
export interface NeighbourVote {
  /** 0..1: the share of the item's neighbours that rest on this duty; little evidence counts little. */
  share: number;
  /** Up to three of them, most alike first. */
  items: string[];
}

/** An item whose duty is known counts by its likeness to this power: an unlike one hardly counts. */
const SHARPNESS = 8;
/** So much doubt remains beside the votes. */
const DOUBT = 0.1;

export const NO_VOTE: NeighbourVote = { share: 0, items: [] };

/** Category, office and words in equal parts. */
function likenessOf(texts: AgencyTexts, a: PreparedItem, b: PreparedItem): number {
  const category = a.item.category === b.item.category ? 1 : 0;
  return (category + officesAlike(a.offices, b.offices) + wordsAlike(texts, a, b)) / 3;
}

function officesAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const office of a) if (b.has(office)) both += 1;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

function wordsAlike(texts: AgencyTexts, a: PreparedItem, b: PreparedItem): number {
  const [few, many] = a.pairs.size < b.pairs.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of few.pairs) if (many.pairs.has(pair)) shared += texts.weightOf(pair);
  return shared === 0 ? 0 : (2 * shared) / (a.mass + b.mass);
}

/** How the confirmed pairs vote for an item, by duty. */
export function neighbourVotes(texts: AgencyTexts, confirmed: readonly DecidedPair[], item: PreparedItem): Map<string, NeighbourVote> {
  const voters = confirmed.flatMap(({ itemId, dutyId }) => {
    const other = texts.items.get(itemId);
    return other && other !== item ? [{ itemId, dutyId, likeness: likenessOf(texts, item, other) }] : [];
  });
  const total = voters.reduce((sum, { likeness }) => sum + likeness ** SHARPNESS, DOUBT);
  const votes = new Map<string, NeighbourVote>();
  for (const { itemId, dutyId, likeness } of voters.toSorted((a, b) => b.likeness - a.likeness || (a.itemId < b.itemId ? -1 : 1))) {
    const vote = votes.get(dutyId) ?? { share: 0, items: [] };
    vote.share += likeness ** SHARPNESS / total;
    if (vote.items.length < 3) vote.items.push(itemId);
    votes.set(dutyId, vote);
  }
  return votes;
}
