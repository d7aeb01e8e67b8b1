import { MANDATE_FINDING_KINDS } from './vocabulary';

const KINDS = Object.keys(MANDATE_FINDING_KINDS);

/** Where a finding stands among a region's, by its id alone: by agency, then in the order of the checks, then by what it is about. */
export function findingPlace(id: string): string {
  const [kind = '', agencyCode = ''] = id.split(':');
  return `${agencyCode} ${String(KINDS.indexOf(kind)).padStart(2, '0')} ${id}`;
}

export const compareFindings = (a: { id: string }, b: { id: string }): number => {
  const [left, right] = [findingPlace(a.id), findingPlace(b.id)];
  return left < right ? -1 : left > right ? 1 : 0;
};
