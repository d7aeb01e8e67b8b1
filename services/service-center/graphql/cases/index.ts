import type { connections } from '../../../shared/graphql/connection';
import type { RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { ServiceCenterContext } from '../../context';
import type { OrganisationTypes } from '../foreign/organisation';
import type { PowerItemRef } from '../foreign/power-item';
import type { Vocabulary } from '../vocabulary';
import { addCase } from './case';
import { addReadCases } from './read-cases';
import { addRecordCases } from './record-cases';
import { addReportCaseEvents } from './report-case-events';
import { addCaseTimeliness } from './timeliness';
import { addCaseVocabulary } from './vocabulary';

/** What the rest of the schema has that cases refer to. */
export interface CaseNeighbours {
  vocabulary: Vocabulary;
  organisation: OrganisationTypes;
  powerItem: PowerItemRef;
  refusal: RefusalRef<ServiceCenterContext>;
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>;
}

/** Adds cases: what one is, how it is opened, handled, reported, followed and counted. */
export function addCases(builder: HubBuilder<ServiceCenterContext>, { vocabulary, organisation, powerItem, refusal, connectionOf }: CaseNeighbours) {
  const caseVocabulary = addCaseVocabulary(builder);
  const Case = addCase(builder, vocabulary, caseVocabulary, organisation, powerItem);
  addReadCases(builder, connectionOf, Case, caseVocabulary);
  addRecordCases(builder, vocabulary, caseVocabulary, Case, refusal);
  addReportCaseEvents(builder, caseVocabulary, refusal);
  addCaseTimeliness(builder, caseVocabulary, organisation, powerItem);
  return Case;
}
