import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { CaseNeighbours } from '../cases';
import { addMoveSignals } from './move-signals';
import { addReadSignals } from './read-signals';
import { addRunSupervision } from './run-supervision';
import { addSignal } from './signal';
import { addWatchSignals } from './watch-signals';
import { addSupervisionVocabulary } from './vocabulary';

/** Adds e-supervision: its signals, their life, the day's run and the monthly score. */
export function addSupervision(builder: HubBuilder<ServiceCenterContext>, { organisation, powerItem, refusal, connectionOf }: CaseNeighbours) {
  const vocabulary = addSupervisionVocabulary(builder);
  const Signal = addSignal(builder, vocabulary, powerItem);
  addReadSignals(builder, connectionOf, vocabulary, Signal, organisation);
  addWatchSignals(builder, Signal);
  addMoveSignals(builder, Signal, refusal);
  addRunSupervision(builder, vocabulary, refusal);
  return Signal;
}
