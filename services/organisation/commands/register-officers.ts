import { accept } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { OrganisationTx } from '../context';
import { checkOfficers } from '../rules/office-checks';
import type { OrganisationAction } from '../rules/permissions';
import { hasProblems, refuseAll } from '../rules/problems';
import { coveringRegion, regionOfCode } from '../rules/region-codes';
import { toOfficer, type OfficerDraft } from '../rules/to-records';
import { AGENCIES, OFFICERS, OFFICES } from './record-kinds';
import { loadRecords, registrationOf, storeRecords, type Registration } from './store-records';

export interface RegisterOfficers {
  officers: OfficerDraft[];
}

/** Registers the people who handle items (承办人), each stated whole; one who is as before stays untouched. */
export const registerOfficers: Command<OrganisationTx, OrganisationAction, RegisterOfficers, Registration> = {
  action: 'registerOfficers',
  target: ({ officers }) => ({ regionCode: coveringRegion(officers.map((officer) => regionOfCode(officer.agencyCode.trim()))) }),
  async handle({ officers }, { tx }) {
    const wanted = officers.map(toOfficer);
    const agencies = await loadRecords(tx, AGENCIES, wanted.map(({ agencyCode }) => ({ code: agencyCode })));
    const named = wanted.flatMap(({ officeId }) => (officeId === null ? [] : [{ id: officeId }]));
    const offices = await loadRecords(tx, OFFICES, named);
    const problems = checkOfficers(wanted, {
      agencies: new Set(agencies.map(({ code }) => code)),
      agencyOfOffice: new Map(offices.map(({ id, agencyCode }) => [id, agencyCode])),
    });
    if (hasProblems(problems)) return refuseAll(problems);
    const stored = await storeRecords(tx, OFFICERS, wanted);
    return accept({ value: registrationOf(stored), entries: stored.entries });
  },
};
