import { accept } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { OrganisationTx } from '../context';
import type { OrganisationAction } from '../rules/permissions';
import { hasProblems, refuseAll } from '../rules/problems';
import { checkRegions } from '../rules/region-checks';
import { coveringRegion } from '../rules/region-codes';
import { toRegion, type RegionDraft } from '../rules/to-records';
import { REGIONS } from './record-kinds';
import { loadRecords, registrationOf, storeRecords, type Registration } from './store-records';

export interface DefineRegions {
  regions: RegionDraft[];
}

/** Defines regions and zones; one that is as it was stays untouched. */
export const defineRegions: Command<OrganisationTx, OrganisationAction, DefineRegions, Registration> = {
  action: 'defineRegions',
  target: ({ regions }) => ({ regionCode: coveringRegion(regions.map((region) => region.code)) }),
  async handle({ regions }, { tx }) {
    const wanted = regions.map(toRegion);
    const parents = wanted.flatMap(({ parentCode }) => (parentCode === null ? [] : [{ code: parentCode }]));
    const problems = checkRegions(wanted, await loadRecords(tx, REGIONS, parents));
    if (hasProblems(problems)) return refuseAll(problems);
    const stored = await storeRecords(tx, REGIONS, wanted);
    return accept({ value: registrationOf(stored), entries: stored.entries });
  },
};
