/** Codes that the hub gives: agency = region (6) + serial (3); office = agency + serial (2, 3 above 99); officer = agency + P + serial. */

export const isAgencyCodeIn = (regionCode: string, code: string): boolean =>
  code.length === 9 && code.startsWith(regionCode) && /^\d{3}$/.test(code.slice(6));

export const isOfficeIdOf = (agencyCode: string, id: string): boolean =>
  id.startsWith(agencyCode) && /^(?:\d{2}|[1-9]\d{2})$/.test(id.slice(agencyCode.length));

export const isOfficerIdOf = (agencyCode: string, id: string): boolean =>
  id.startsWith(`${agencyCode}P`) && /^(?:\d{2}|[1-9]\d{2})$/.test(id.slice(agencyCode.length + 1));

const LAST_SERIAL = 999;

/** Gives serials after the highest in use, so that a code is never given twice; null when the 999 are used up. */
export function serials(prefix: string, digits: number, used: readonly string[]): () => string | null {
  let last = Math.max(0, ...used.map((code) => Number(code.slice(prefix.length))));
  return () => (last >= LAST_SERIAL ? null : prefix + String(++last).padStart(digits, '0'));
}

export const agencySerials = (regionCode: string, used: readonly string[]) => serials(regionCode, 3, used);
export const officeSerials = (agencyCode: string, used: readonly string[]) => serials(agencyCode, 2, used);

/** The region an agency's code places it in. */
export const regionOfAgency = (agencyCode: string): string => agencyCode.slice(0, 6);
