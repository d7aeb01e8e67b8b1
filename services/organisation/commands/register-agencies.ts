import { accept } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { OrganisationTx } from '../context';
import { checkAgencies, type AgencyFacts } from '../rules/agency-checks';
import type { HeldIdentifier } from '../rules/identifier-checks';
import type { OrganisationAction } from '../rules/permissions';
import { hasProblems, refuseAll } from '../rules/problems';
import type { AgencyRecord } from '../rules/records';
import { coveringRegion } from '../rules/region-codes';
import { inStoredOrder, toAgency, type AgencyDraft } from '../rules/to-records';
import { checkAgencyRelations } from './check-agency-relations';
import { AGENCIES, REGIONS } from './record-kinds';
import { rememberFormerNames } from './remember-names';
import { loadRecords, registrationOf, storeRecords, type Registration, type Stored } from './store-records';

export interface RegisterAgencies {
  agencies: AgencyDraft[];
}

/** Registers agencies, each stated whole; one that is as it was stays untouched. */
export const registerAgencies: Command<OrganisationTx, OrganisationAction, RegisterAgencies, Registration> = {
  action: 'registerAgencies',
  target: ({ agencies }) => ({ regionCode: coveringRegion(agencies.map((agency) => agency.regionCode)) }),
  async handle({ agencies }, { tx }) {
    const wanted = agencies.map(toAgency);
    const problems = checkAgencies(wanted, await loadAgencyFacts(tx, wanted));
    if (hasProblems(problems)) return refuseAll(problems);
    const stored = await storeAgencies(tx, wanted.map(inStoredOrder));
    const tangled = await checkAgencyRelations(tx, stored.ids, stored.written.map(({ after }) => after.code));
    if (hasProblems(tangled)) return refuseAll(tangled);
    const renamed = await rememberFormerNames(tx, stored.written);
    return accept({ value: registrationOf(stored), entries: [...stored.entries, ...renamed] });
  },
};

/** What the register holds that these agencies refer to. */
export async function loadAgencyFacts(tx: OrganisationTx, agencies: readonly AgencyRecord[]): Promise<AgencyFacts> {
  const superiors = agencies.flatMap(({ parentCode, entrustedBy }) => [parentCode, entrustedBy].filter((code) => code !== null));
  return {
    regions: new Set((await loadRecords(tx, REGIONS, agencies.map(({ regionCode }) => ({ code: regionCode })))).map(({ code }) => code)),
    agencies: new Set((await loadRecords(tx, AGENCIES, superiors.map((code) => ({ code })))).map(({ code }) => code)),
    held: await loadHolders(tx, agencies.flatMap(({ identifiers }) => identifiers.map(({ value }) => value))),
  };
}

const loadHolders = (tx: OrganisationTx, values: string[]): Promise<HeldIdentifier[]> =>
  tx.$queryRawUnsafe(
    `SELECT agency_code AS "agencyCode", scheme, value, valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM organisation.agency_identifier WHERE value = ANY($1::text[])`,
    values,
  );

/** Agencies with their identifiers; four statements, however many. */
export async function storeAgencies(tx: OrganisationTx, agencies: readonly AgencyRecord[]): Promise<Stored<AgencyRecord>> {
  const stored = await storeRecords(tx, AGENCIES, agencies);
  const written = stored.written.map(({ after }) => after);
  await replaceIdentifiers(tx, written);
  return stored;
}

async function replaceIdentifiers(tx: OrganisationTx, agencies: readonly AgencyRecord[]): Promise<void> {
  if (agencies.length === 0) return;
  await tx.agencyIdentifier.deleteMany({ where: { agencyCode: { in: agencies.map(({ code }) => code) } } });
  const day = (text: string | null): Date | null => (text === null ? null : new Date(text));
  await tx.agencyIdentifier.createMany({
    data: agencies.flatMap(({ code: agencyCode, identifiers }) =>
      identifiers.map(({ scheme, value, validFrom, validTo }) => ({
        agencyCode,
        scheme,
        value,
        validFrom: day(validFrom),
        validTo: day(validTo),
      })),
    ),
  });
}

