import type { JournalDraft } from '../../../shared/journal';
import { accept, type Outcome } from '../../../shared/outcome';
import type { Command, CommandContext, Decision } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import type { OrganisationAction } from '../../rules/permissions';
import { deriveMandates, type DeriveMandates } from './derive-mandates';
import { proposeMandate, type ProposeMandate } from './propose-mandate';
import { recordExistingMandate } from './record-existing-mandate';

export interface LoadSampleMandates {
  /** In force before there was a list. */
  existing: ProposeMandate[];
  /** Agencies of these regions without a mandate get one derived from the list. */
  derived: DeriveMandates[];
  /** Awaiting approval. */
  proposed: ProposeMandate[];
}

/** The sample's mandates in one transaction, once the lists are there: a start that is cut off leaves nothing half-loaded. Answers the entries made. */
export const loadSampleMandates: Command<OrganisationTx, OrganisationAction, LoadSampleMandates, number> = {
  action: 'loadSample',
  target: () => ({}),
  async handle({ existing, derived, proposed }, context) {
    const entries: JournalDraft[] = [];
    const steps: ((context: CommandContext<OrganisationTx>) => Promise<Outcome<Decision<unknown>>>)[] = [
      ...existing.map((input) => (within: CommandContext<OrganisationTx>) => recordExistingMandate.handle(input, within)),
      ...derived.map((input) => (within: CommandContext<OrganisationTx>) => deriveMandates.handle(input, within)),
      ...proposed.map((input) => (within: CommandContext<OrganisationTx>) => proposeMandate.handle(input, within)),
    ];
    for (const step of steps) {
      const outcome = await step(context);
      if (!outcome.ok) return outcome;
      entries.push(...outcome.value.entries);
    }
    return accept({ value: entries.length, entries });
  },
};
