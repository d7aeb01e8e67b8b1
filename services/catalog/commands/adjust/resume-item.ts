import { decideResume } from '../../rules/adjustments/resume';
import { adjusting, reference, type AdjustInput, type NamedInput } from './adjust';

export interface ResumeItemInput extends AdjustInput {
  item: NamedInput;
}

/** Lifts a suspension, or else strict control (恢复). */
export const resumeItem = adjusting<ResumeItemInput>({
  kind: 'RESUME',
  items: ({ item }) => [reference(item, 'item', 'SUBJECT')],
  decide: (_input, given) => decideResume(given),
});
