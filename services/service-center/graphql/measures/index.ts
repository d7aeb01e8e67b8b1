import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { CaseNeighbours } from '../cases';
import { addChecks } from './checks';
import { addMeasure } from './measure';
import { addMeasureCoverage } from './measure-coverage';
import { addStateMeasures } from './state-measures';
import { addMeasureVocabulary } from './vocabulary';

/** Adds supervision during and after the act (P16): measures of items, checks under them and their results. */
export function addMeasures(builder: HubBuilder<ServiceCenterContext>, { organisation, powerItem, refusal, connectionOf }: Omit<CaseNeighbours, 'vocabulary'>): void {
  const vocabulary = addMeasureVocabulary(builder);
  const Measure = addMeasure(builder, vocabulary, organisation, powerItem);
  addStateMeasures(builder, vocabulary, Measure, powerItem, refusal);
  addChecks(builder, connectionOf, vocabulary, powerItem, refusal);
  addMeasureCoverage(builder, organisation);
}
