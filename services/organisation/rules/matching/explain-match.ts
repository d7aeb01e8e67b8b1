import { categoryLabel } from './category-cues';
import type { Proposal } from './create-matcher';

/** How names are found for what a proposal refers to. */
export interface Names {
  /** Name of a confirmed item. */
  itemName: (itemId: string) => string;
}

type Explained = Pick<Proposal, 'exact' | 'likely' | 'words' | 'category' | 'cues' | 'neighbours' | 'signals'>;

/** From so broad a duty on, its breadth is worth a word. */
const BROAD = 0.1;
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('');

/** Why a duty is proposed for an item, in one sentence for a clerk, who decides. */
export function explainMatch(proposal: Explained, { itemName }: Names): string {
  const { exact, likely, words, category, cues, neighbours, signals } = proposal;
  const reasons: string[] = [];
  if (exact) reasons.push('职责原文直接写明了该事项');
  else if (signals.named > 0) reasons.push(`职责几乎重述了事项名称（${quoted(words)}）`);
  else if (words.length > 0) reasons.push(`职责与事项都提到${quoted(words)}`);
  if (cues.length > 0) reasons.push(`职责中的${quoted(cues)}与${categoryLabel(category)}类事项相符`);
  if (signals.broadEnforcement >= BROAD) reasons.push('这是本部门统领性的执法职责');
  if (neighbours.length > 0) reasons.push(`同类的${quoted(neighbours.map(itemName))}已确认依据这一职责`);
  if (reasons.length === 0) return '职责与事项没有共同的字词，仅列出供比对。';
  return `${reasons.join('；')}，${likely ? '很可能是' : '可能是'}该事项所依据的职责，请核对后确认。`;
}
