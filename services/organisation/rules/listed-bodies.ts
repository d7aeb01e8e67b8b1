import { createBodyIndex } from './body-index';
import { bodyKey, isBeyondRegion, normaliseBodyName, registerName, type NamedRegion } from './body-name';
import { agencySerials, officeSerials } from './hub-codes';
import { nameProblems } from './name-checks';
import type { Problem } from './problems';
import type { AgencyRecord, BodyAliasRecord, OfficeRecord } from './records';
import { toAgency, toOffice } from './to-records';

/** A body with its offices as a list names them. */
export interface ListedBody {
  name: string;
  offices: readonly string[];
}

/** What the region's register knows. */
export interface RegisterOfRegion {
  regionCode: string;
  region: NamedRegion;
  agencies: readonly AgencyRecord[];
  aliases: readonly BodyAliasRecord[];
}

export function checkListedBodies(bodies: readonly ListedBody[]): Problem[] {
  return bodies.flatMap(({ name, offices }, i) => [
    ...nameProblems(normaliseBodyName(name), `bodies.${i}.name`),
    ...offices.flatMap((office, j) => nameProblems(normaliseBodyName(office), `bodies.${i}.offices.${j}`)),
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

/** Finds each body under the names the register and its memory have; an unknown one is a department to be registered. */
export function recogniseBodies(bodies: readonly ListedBody[], known: RegisterOfRegion): RecognisedBodies {
  const { regionCode, region } = known;
  const index = createBodyIndex(region, known.agencies, known.aliases);
  const nextCode = agencySerials(regionCode, known.agencies.map(({ code }) => code));
  const aliases = new Map<string, BodyAliasRecord>();
  const result: RecognisedBodies = { codes: [], fresh: [], aliases: [], problems: [] };
  bodies.forEach(({ name }, i) => {
    const found = index.find(name);
    const code = found?.code ?? nextCode();
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

/** Finds each office of its agency by name, an open one before a closed one; unknown ones are registered. */
export function recogniseOffices(bodies: readonly ListedBody[], codes: readonly string[], existing: readonly OfficeRecord[]): RecognisedOffices {
  const agencies = new Map([...new Set(codes)].map((code) => [code, officesOf(code, existing)]));
  const result: RecognisedOffices = { ids: [], fresh: [], problems: [] };
  bodies.forEach(({ offices }, i) => {
    const agencyCode = codes[i] ?? '';
    result.ids[i] = offices.flatMap((office, j) => {
      const name = normaliseBodyName(office);
      const { byName, nextId } = agencies.get(agencyCode)!;
      const id = byName.get(name) ?? nextId();
      if (id === null) {
        result.problems.push(codesUsedUp(`bodies.${i}.offices.${j}`, office));
        return [];
      }
      if (!byName.has(name)) result.fresh.push(toOffice({ id, agencyCode, name }));
      byName.set(name, id);
      return [id];
    });
  });
  return result;
}

function officesOf(agencyCode: string, existing: readonly OfficeRecord[]) {
  const offices = existing.filter((office) => office.agencyCode === agencyCode);
  const openLast = offices.toSorted((a, b) => Number(a.closedOn === null) - Number(b.closedOn === null));
  return {
    byName: new Map(openLast.map(({ name, id }) => [name, id])),
    nextId: officeSerials(agencyCode, offices.map(({ id }) => id)),
  };
}
