import type { ConnectionOf, OrganisationBuilder, OrganisationTypes, Refusal } from '../types';
import { addAgencyMandates } from './agency-mandates';
import { addCrossCheck } from './cross-check';
import { addMandateDecisions } from './decide-mandates';
import { addFinding } from './finding';
import { addMandate } from './mandate';
import { addMandateInput } from './mandate-input';
import { addPowerItem } from './power-item';
import { namePowerItem } from './power-item-stub';
import { addMandateVocabulary } from './vocabulary';
import { addWorkOnFindings } from './work-on-findings';

/** Adds mandates (三定), their gate, and their cross-check against the list (P13). */
export function addMandates(builder: OrganisationBuilder, types: OrganisationTypes, connectionOf: ConnectionOf, refusal: Refusal): void {
  const vocabulary = addMandateVocabulary(builder);
  const PowerItem = namePowerItem(builder);
  const mandates = addMandate(builder, types, vocabulary, PowerItem);
  const Finding = addFinding(builder, types, vocabulary, mandates, PowerItem);
  addAgencyMandates(builder, types, vocabulary, mandates, Finding, PowerItem);
  addPowerItem(PowerItem, mandates, Finding);
  const { Run } = addCrossCheck(builder, vocabulary, Finding, connectionOf);
  addMandateDecisions(builder, mandates, addMandateInput(builder, vocabulary), refusal);
  addWorkOnFindings(builder, vocabulary, { Finding, Run, PowerItem }, refusal);
}
