import type { RefusalRef } from '../../shared/graphql/refusal';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import { addAmendItem } from './adjust-amend';
import { adjustmentResults } from './adjust-decide';
import { addDelegationAdjustments } from './adjust-delegation';
import { addAdjustInputs } from './adjust-inputs';
import { addItemAdjustments } from './adjust-items';
import { addStateAdjustments } from './adjust-state';
import type { AdjustmentTypes } from './adjustment';
import type { DecisionDocumentTypes } from './decision-document';
import { addNewItemInput } from './new-item-input';
import type { Vocabulary } from './vocabulary';

interface Parts {
  adjustment: AdjustmentTypes;
  documents: DecisionDocumentTypes;
  vocabulary: Vocabulary;
  refusal: RefusalRef<CatalogContext>;
}

/** Adds the verbs of dynamic adjustment (P14), one mutation each. */
export function addAdjust(builder: HubBuilder<CatalogContext>, { adjustment, documents, vocabulary, refusal }: Parts): void {
  const inputs = addAdjustInputs(builder, documents);
  const newItems = addNewItemInput(builder, vocabulary);
  const resultOf = adjustmentResults(builder, adjustment, refusal);
  addStateAdjustments(builder, inputs, resultOf);
  addDelegationAdjustments(builder, inputs, resultOf, vocabulary, adjustment);
  addItemAdjustments(builder, inputs, newItems, resultOf);
  addAmendItem(builder, inputs, newItems, resultOf, vocabulary);
}
