import { type AgencyTexts, likeness, type PreparedDuty, type PreparedItem } from './agency-texts';
import { categoryWords, enforcementShare, enforces, supervisionWords } from './category-cues';
import type { NeighbourVote } from './confirmed-neighbours';

/** What speaks for a duty being the one an item rests on; each 0..1, `rival` -1..0. */
export const SIGNALS = ['named', 'nameCovered', 'dutyCovered', 'rival', 'category', 'supervises', 'enforcement', 'broadEnforcement', 'office', 'neighbours'] as const;
export type Signal = (typeof SIGNALS)[number];
export type Signals = Record<Signal, number>;

/** A name shorter than this may stand in a text by chance. */
const SHORTEST_NAME = 4;
/** A duty so like the name merely repeats it. */
const REPEATS = 0.75;

/** The duty's text names the item outright, by its name, its sub-item's or its code. */
export function namesOutright({ folded }: Pick<PreparedDuty, 'folded'>, { names, code }: Pick<PreparedItem, 'names' | 'code'>): boolean {
  if (names.some((name) => name.length >= SHORTEST_NAME && folded.includes(name))) return true;
  // A code inside a longer one is another item's.
  return code.length >= SHORTEST_NAME && folded.includes(code) && folded.split(/[^\p{L}\p{N}._-]+|\p{Script=Han}+/u).includes(code);
}

/** The signals of one pair. `shared` is the weight of the content that item and duty have in common. */
export function signalsOf(texts: AgencyTexts, item: PreparedItem, duty: PreparedDuty, shared: number, vote: NeighbourVote, exact: boolean): Signals {
  const alike = likeness(shared, item, duty);
  const { category } = item.item;
  const enforcement = enforces(category) ? enforcementShare(duty.folded) : 0;
  return {
    named: exact || alike >= REPEATS ? 1 : 0,
    nameCovered: shared === 0 ? 0 : shared / item.mass,
    dutyCovered: shared === 0 ? 0 : shared / duty.mass,
    rival: alike - duty.bestLikeness,
    category: categoryWords(category, duty.folded).length > 0 ? 1 : 0,
    supervises: category === 'INSPECTION' && supervisionWords(duty.folded).length > 0 ? 1 : 0,
    enforcement,
    broadEnforcement: enforcement === 0 ? 0 : duty.central,
    office: officeCovered(texts, item, duty),
    neighbours: Math.sqrt(vote.share),
  };
}

/** The best any of the item's offices does: how far the duty speaks of what the office is named for. */
function officeCovered(texts: AgencyTexts, { offices }: PreparedItem, duty: PreparedDuty): number {
  let best = 0;
  for (const name of offices) {
    const office = texts.offices.get(name)!;
    if (office.telling === 0) continue;
    const common = [...office.pairs].filter((pair) => duty.pairs.has(pair));
    if (common.length > 0) best = Math.max(best, (office.telling * texts.massOf(common)) / office.mass);
  }
  return best;
}
