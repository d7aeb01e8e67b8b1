import { regionOfAgency } from '../../rules/hub-codes';

/** Whose a mandate is, by its id (agency code, `-M`, version): what the caller must be allowed, known before anything is read. */
export function agencyOfMandate(id: string): { agencyCode: string; regionCode: string } {
  const agencyCode = id.split('-')[0] ?? '';
  return { agencyCode, regionCode: regionOfAgency(agencyCode) };
}
