import { accept } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { OrganisationTx } from '../context';
import type { OrganisationAction } from '../rules/permissions';
import { defineRegions, type DefineRegions } from './define-regions';
import { registerAgencies, type RegisterAgencies } from './register-agencies';
import { registerOfficers, type RegisterOfficers } from './register-officers';
import { registerOffices, type RegisterOffices } from './register-offices';
import type { Registration } from './store-records';

export type LoadSample = DefineRegions & RegisterAgencies & RegisterOffices & RegisterOfficers;

const STEPS = [defineRegions, registerAgencies, registerOffices, registerOfficers] as const;

/** The whole sample in one transaction: a start that is cut off leaves nothing half-loaded. Answers the records written. */
export const loadSample: Command<OrganisationTx, OrganisationAction, LoadSample, number> = {
  action: 'loadSample',
  target: () => ({}),
  async handle(sample, context) {
    const entries = [];
    for (const step of STEPS) {
      const outcome = await (step as Command<OrganisationTx, OrganisationAction, LoadSample, Registration>).handle(sample, context);
      if (!outcome.ok) return outcome;
      entries.push(...outcome.value.entries);
    }
    return accept({ value: entries.length, entries });
  },
};
