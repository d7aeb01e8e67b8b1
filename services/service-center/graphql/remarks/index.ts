import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { CaseNeighbours } from '../cases';
import { addMoveRemarks } from './move-remarks';
import { addReadRemarks } from './read-remarks';
import { addRemark } from './remark';
import { addRemarkCounts } from './remark-counts';
import { addSubmitRemark } from './submit-remark';
import { addRemarkVocabulary } from './vocabulary';

/** Adds public supervision (P18): remarks handed in by anyone, answered by the agency, published. */
export function addRemarks(builder: HubBuilder<ServiceCenterContext>, { organisation, powerItem, refusal, connectionOf }: Omit<CaseNeighbours, 'vocabulary'>): void {
  const vocabulary = addRemarkVocabulary(builder);
  const Remark = addRemark(builder, vocabulary, organisation, powerItem);
  addSubmitRemark(builder, vocabulary, refusal);
  addMoveRemarks(builder, Remark, refusal);
  addReadRemarks(builder, connectionOf, Remark, powerItem);
  addRemarkCounts(builder, vocabulary, organisation, powerItem);
}
