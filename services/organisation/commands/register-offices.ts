import { accept } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { OrganisationTx } from '../context';
import { checkOffices } from '../rules/office-checks';
import type { OrganisationAction } from '../rules/permissions';
import { hasProblems, refuseAll } from '../rules/problems';
import { coveringRegion, regionOfCode } from '../rules/region-codes';
import { toOffice, type OfficeDraft } from '../rules/to-records';
import { AGENCIES, OFFICES } from './record-kinds';
import { loadRecords, registrationOf, storeRecords, type Registration } from './store-records';

export interface RegisterOffices {
  offices: OfficeDraft[];
}

/** Registers internal offices, each stated whole; one that is as it was stays untouched. */
export const registerOffices: Command<OrganisationTx, OrganisationAction, RegisterOffices, Registration> = {
  action: 'registerOffices',
  target: ({ offices }) => ({ regionCode: coveringRegion(offices.map((office) => regionOfCode(office.agencyCode.trim()))) }),
  async handle({ offices }, { tx }) {
    const wanted = offices.map(toOffice);
    const agencies = await loadRecords(tx, AGENCIES, wanted.map(({ agencyCode }) => ({ code: agencyCode })));
    const problems = checkOffices(wanted, new Set(agencies.map(({ code }) => code)));
    if (hasProblems(problems)) return refuseAll(problems);
    const stored = await storeRecords(tx, OFFICES, wanted);
    return accept({ value: registrationOf(stored), entries: stored.entries });
  },
};
