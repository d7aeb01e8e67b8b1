import { accept, refuse } from '../../shared/outcome';
import type { Command } from '../../shared/run-command';
import type { OrganisationTx } from '../context';
import { AGENCY, BODY_ALIAS, OFFICE } from '../queries/record-columns';
import { checkListedBodies, recogniseBodies, recogniseOffices, type ListedBody, type RegisterOfRegion } from '../rules/listed-bodies';
import type { OrganisationAction } from '../rules/permissions';
import { hasProblems, refuseAll } from '../rules/problems';
import type { OfficeRecord } from '../rules/records';
import { namedRegions } from './named-regions';
import { BODY_ALIASES, OFFICES } from './record-kinds';
import { storeAgencies } from './register-agencies';
import { storeRecords } from './store-records';

/** The bodies and offices of one list, as its importer reads them. */
export interface RegisterBodies {
  regionCode: string;
  bodies: readonly ListedBody[];
}

/** Whose the names are, in the order of the input. */
export interface RegisteredBodies {
  bodies: { name: string; agencyCode: string; offices: { name: string; id: string }[] }[];
  agenciesRegistered: number;
  officesRegistered: number;
}

/** Finds or registers the bodies and offices a list names. The same list again changes nothing. */
export const registerBodies: Command<OrganisationTx, OrganisationAction, RegisterBodies, RegisteredBodies> = {
  action: 'registerBodies',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ regionCode, bodies }, { tx }) {
    const unsayable = checkListedBodies(bodies);
    if (hasProblems(unsayable)) return refuseAll(unsayable);
    const register = await loadRegister(tx, regionCode, bodies.flatMap(({ code }) => code ?? []));
    if (register === null)
      return refuse('UNKNOWN_REGION', null, `区划不存在：${regionCode}`, [{ path: 'regionCode', value: regionCode }]);
    const found = recogniseBodies(bodies, register);
    if (hasProblems(found.problems)) return refuseAll(found.problems);
    const offices = recogniseOffices(bodies, found.codes, await loadOffices(tx, found.codes, bodies.flatMap(({ officeIds }) => officeIds ?? [])));
    if (hasProblems(offices.problems)) return refuseAll(offices.problems);
    const stored = [
      await storeAgencies(tx, found.fresh),
      await storeRecords(tx, BODY_ALIASES, found.aliases),
      await storeRecords(tx, OFFICES, offices.fresh),
    ];
    const value: RegisteredBodies = {
      bodies: bodies.map(({ name, offices: names }, i) => ({
        name,
        agencyCode: found.codes[i]!,
        offices: names.map((office, j) => ({ name: office, id: offices.ids[i]![j]! })),
      })),
      agenciesRegistered: found.fresh.length,
      officesRegistered: offices.fresh.length,
    };
    return accept({ value, entries: stored.flatMap(({ entries }) => entries) });
  },
};

/** What a region calls its bodies; null when there is no such region. Three statements, and one more for codes that are stated. */
export async function loadRegister(tx: OrganisationTx, regionCode: string, statedCodes: readonly string[] = []): Promise<RegisterOfRegion | null> {
  const region = (await namedRegions(tx, [regionCode])).get(regionCode);
  if (!region) return null;
  return {
    regionCode,
    region,
    agencies: await tx.$queryRawUnsafe(
      `SELECT ${AGENCY.columns} FROM ${AGENCY.table} WHERE a.region_code = $1 ORDER BY a.code COLLATE "C"`,
      regionCode,
    ),
    aliases: await tx.$queryRawUnsafe(`SELECT ${BODY_ALIAS.columns} FROM ${BODY_ALIAS.table} WHERE b.region_code = $1`, regionCode),
    elsewhere: statedCodes.length === 0 ? [] : await codesElsewhere(tx, regionCode, statedCodes),
  };
}

async function codesElsewhere(tx: OrganisationTx, regionCode: string, codes: readonly string[]): Promise<string[]> {
  const rows = await tx.agency.findMany({ where: { code: { in: [...codes] }, regionCode: { not: regionCode } }, select: { code: true } });
  return rows.map(({ code }) => code);
}

const loadOffices = (tx: OrganisationTx, agencyCodes: readonly string[], ids: readonly string[]): Promise<OfficeRecord[]> =>
  tx.$queryRawUnsafe(
    `SELECT ${OFFICE.columns} FROM ${OFFICE.table} WHERE o.agency_code = ANY($1::text[]) OR o.id = ANY($2::text[])
     ORDER BY length(o.id) DESC, o.id COLLATE "C" DESC`,
    agencyCodes,
    ids,
  );
