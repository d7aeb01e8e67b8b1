import { identifierFault, IDENTIFIER_STANDARDS } from './identifiers';
import type { Problem } from './problems';
import type { AgencyRecord, IdentifierRecord } from './records';

/** An identifier and whose it is. */
export interface HeldIdentifier extends IdentifierRecord {
  agencyCode: string;
}

/** Half-open periods; an unknown beginning or end reaches to all times. */
const overlap = (a: IdentifierRecord, b: IdentifierRecord): boolean =>
  (a.validFrom === null || b.validTo === null || a.validFrom < b.validTo) &&
  (b.validFrom === null || a.validTo === null || b.validFrom < a.validTo);

/**
 * Every identifier is valid in its scheme; on no day does one identify two agencies, or an agency have two of one
 * scheme. `held` are those the register has; an agency of the input is judged by what the input says of it.
 */
export function identifierProblems(agencies: readonly AgencyRecord[], held: readonly HeldIdentifier[]): Problem[] {
  const restated = new Set(agencies.map((agency) => agency.code));
  const taken = new Map<string, HeldIdentifier[]>();
  const take = (identifier: HeldIdentifier): void => {
    const key = `${identifier.scheme}:${identifier.value}`;
    taken.set(key, [...(taken.get(key) ?? []), identifier]);
  };
  held.filter((identifier) => !restated.has(identifier.agencyCode)).forEach(take);
  return agencies.flatMap(({ code: agencyCode, identifiers }, i) =>
    identifiers.flatMap((identifier, j) => {
      const others = taken.get(`${identifier.scheme}:${identifier.value}`) ?? [];
      const problem = faultOf(identifier) ?? clashOf(identifier, agencyCode, others, identifiers.slice(0, j));
      take({ ...identifier, agencyCode });
      return problem ? [{ ...problem, path: `agencies.${i}.identifiers.${j}`, value: identifier.value }] : [];
    }),
  );
}

type Fault = Pick<Problem, 'code' | 'rule' | 'message'>;

function faultOf({ scheme, value, validFrom, validTo }: IdentifierRecord): Fault | null {
  const fault = identifierFault(scheme, value);
  if (fault !== null) return { code: 'IDENTIFIER_INVALID', rule: IDENTIFIER_STANDARDS[scheme], message: fault };
  if (validFrom === null || validTo === null || validFrom < validTo) return null;
  return { code: 'DATES_REVERSED', rule: null, message: '标识的失效日期不晚于生效日期' };
}

function clashOf(
  identifier: IdentifierRecord,
  agencyCode: string,
  others: readonly HeldIdentifier[],
  own: readonly IdentifierRecord[],
): Fault | null {
  const rule = IDENTIFIER_STANDARDS[identifier.scheme];
  const taken = others.find((other) => other.agencyCode !== agencyCode && overlap(other, identifier));
  if (taken) return { code: 'IDENTIFIER_TAKEN', rule, message: `已属于 ${taken.agencyCode}` };
  if (own.some((other) => other.scheme === identifier.scheme && overlap(other, identifier)))
    return { code: 'IDENTIFIER_OVERLAP', rule, message: '同一机构同一时间有两个同类代码' };
  return null;
}
