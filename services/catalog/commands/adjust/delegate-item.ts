import { decideDelegate, type DelegationTerms } from '../../rules/adjustments/delegate';
import { adjusting, reference, type AdjustInput, type NamedInput } from './adjust';

export interface DelegateItemInput extends AdjustInput, DelegationTerms {
  item: NamedInput;
}

/** Decides that a power goes down to a lower body (P14 下放); nothing changes hands until the handover is confirmed. */
export const delegateItem = adjusting<DelegateItemInput>({
  kind: 'DELEGATE',
  items: ({ item }) => [reference(item, 'item', 'SUBJECT')],
  details: ({ form, to }) => ({ form, ...to }),
  decide: (input, given) => decideDelegate(given, input),
});
