import { createBodyIndex } from './body-index';
import { bodyKey, isBeyondRegion, normaliseBodyName, registerName, type NamedRegion } from './body-name';
import { agencySerials, isAgencyCodeIn, isOfficeIdOf, officeSerials } from './hub-codes';
import { nameProblems } from './name-checks';
import type { Problem } from './problems';
import type { AgencyRecord, BodyAliasRecord, OfficeRecord } from './records';
import { toAgency, toOffice } from './to-records';

/** A body with its offices as a list names them. */
export interface ListedBody {
  name: string;
  offices: readonly string[];
  /** The agency's code, where the hub's own form states it. */
  code?: string | null | undefined;
  /** Ids of `offices`, where the form states them; a name it could not tell is empty. */
  officeIds?: readonly string[] | null | undefined;
}

/** What the region's register knows. */
export interface RegisterOfRegion {
  regionCode: string;
  region: NamedRegion;
  agencies: readonly AgencyRecord[];
  aliases: readonly BodyAliasRecord[];
  /** Codes of agencies of other regions, among those a list states. */
  elsewhere: readonly string[];
}

/** What is stated by a code may go by any name; whether there is such a code is known later. */
export function checkListedBodies(bodies: readonly ListedBody[]): Problem[] {
  return bodies.flatMap(({ name, offices, code, officeIds }, i) => [
    ...(code ? [] : nameProblems(normaliseBodyName(name), `bodies.${i}.name`)),
    ...offices.flatMap((office, j) => (officeIds?.[j] ? [] : nameProblems(normaliseBodyName(office), `bodies.${i}.offices.${j}`))),
  ]);
}

const codesUsedUp = (path: string, value: string): Problem => ({
  code: 'CODES_USED_UP',
  rule: null,
  message: '序号已用完（至多 999）',
  path,
  value,
});

/** Whose each name is: a body the region has, or one to register, with the names worth remembering. */
export interface RecognisedBodies {
  /** Agency code of each body, in the list's order. */
  codes: string[];
  fresh: AgencyRecord[];
  aliases: BodyAliasRecord[];
  problems: Problem[];
}

/**
 * Finds each body by the code that the hub's own form states, else under the names the register and its memory have; an
 * unknown one is a department to be registered, under the code that is stated where the region has it to give.
 */
export function recogniseBodies(bodies: readonly ListedBody[], known: RegisterOfRegion): RecognisedBodies {
  const { regionCode, region } = known;
  const index = createBodyIndex(region, known.agencies, known.aliases);
  const registered = new Set([...known.agencies.map(({ code }) => code), ...known.elsewhere]);
  const givable = (code: string | null | undefined): code is string => typeof code === 'string' && isAgencyCodeIn(regionCode, code);
  const nextCode = agencySerials(regionCode, [...known.agencies, ...bodies].flatMap(({ code }) => (givable(code) ? code : [])));
  const aliases = new Map<string, BodyAliasRecord>();
  const result: RecognisedBodies = { codes: [], fresh: [], aliases: [], problems: [] };
  bodies.forEach(({ name, code: stated }, i) => {
    const found = stated && registered.has(stated) ? { code: stated, inferred: false } : index.find(name);
    const code = found?.code ?? (givable(stated) ? stated : nextCode());
    if (code === null) {
      result.problems.push(codesUsedUp(`bodies.${i}.name`, name));
      return;
    }
    result.codes[i] = code;
    if (found?.inferred) {
      const key = bodyKey(name, region);
      aliases.set(key, { regionCode, key, name: normaliseBodyName(name), agencyCode: code, confirmed: false });
    }
    if (found) return;
    result.problems.push(...nameProblems(normaliseBodyName(name), `bodies.${i}.name`));
    registered.add(code);
    const kind = isBeyondRegion(name, region) ? 'OTHER' : 'DEPARTMENT';
    const agency = toAgency({ code, regionCode, name: registerName(name, region), kind });
    result.fresh.push(agency);
    index.add(agency);
  });
  return { ...result, aliases: [...aliases.values()] };
}

/** The office id of every office named under each body, and the offices to register. */
export interface RecognisedOffices {
  ids: string[][];
  fresh: OfficeRecord[];
  problems: Problem[];
}

/**
 * Finds each office by the id that the hub's own form states, else of its agency by name, an open one before a closed
 * one; unknown ones are registered, under the id that is stated where it is the agency's to give.
 */
export function recogniseOffices(bodies: readonly ListedBody[], codes: readonly string[], existing: readonly OfficeRecord[]): RecognisedOffices {
  const stated = bodies.flatMap(({ officeIds }) => officeIds ?? []);
  const agencies = new Map([...new Set(codes)].map((code) => [code, officesOf(code, existing, stated)]));
  const registered = new Set(existing.map(({ id }) => id));
  const result: RecognisedOffices = { ids: [], fresh: [], problems: [] };
  bodies.forEach(({ offices, officeIds }, i) => {
    const agencyCode = codes[i] ?? '';
    result.ids[i] = offices.flatMap((office, j) => {
      const stated = officeIds?.[j];
      if (stated && registered.has(stated)) return [stated];
      const name = normaliseBodyName(office);
      const { byName, nextId } = agencies.get(agencyCode)!;
      const id = byName.get(name) ?? (stated && isOfficeIdOf(agencyCode, stated) ? stated : nextId());
      if (id === null) {
        result.problems.push(codesUsedUp(`bodies.${i}.offices.${j}`, office));
        return [];
      }
      if (!byName.has(name)) {
        result.problems.push(...nameProblems(name, `bodies.${i}.offices.${j}`));
        result.fresh.push(toOffice({ id, agencyCode, name }));
        registered.add(id);
      }
      byName.set(name, id);
      return [id];
    });
  });
  return result;
}

function officesOf(agencyCode: string, existing: readonly OfficeRecord[], stated: readonly string[]) {
  const offices = existing.filter((office) => office.agencyCode === agencyCode);
  const openLast = offices.toSorted((a, b) => Number(a.closedOn === null) - Number(b.closedOn === null));
  return {
    byName: new Map(openLast.map(({ name, id }) => [name, id])),
    nextId: officeSerials(agencyCode, [...offices.map(({ id }) => id), ...stated.filter((id) => isOfficeIdOf(agencyCode, id))]),
  };
}
