import type { ParsedList, RejectedRow } from '../../importers/parsed-list';
import type { PlacedPower } from '../../rules/identify-items';

/** A body named by a list and the agency and offices it is, as the organisation service answered. */
export interface BodyPlace {
  name: string;
  agencyCode: string;
  offices: { name: string; id: string }[];
}

/** Gives every power its agency and offices; a row whose body was not recognised is rejected, never guessed. */
export function placeBodies(
  list: ParsedList,
  bodies: readonly BodyPlace[],
): { placed: PlacedPower[]; rejected: Map<string, RejectedRow[]> } {
  const byName = new Map(bodies.map((body) => [body.name, body]));
  const rejected = new Map<string, RejectedRow[]>();
  const placed: PlacedPower[] = [];
  for (const sheet of list.sheets) {
    const unplaced: RejectedRow[] = [];
    for (const power of sheet.powers) {
      const body = byName.get(power.body);
      if (!body) {
        unplaced.push({ row: power.row, code: 'UNKNOWN_BODY', reason: `行使主体“${power.body}”未登记` });
        continue;
      }
      const offices = new Map(body.offices.map((office) => [office.name, office.id]));
      placed.push({
        ...power,
        agencyCode: body.agencyCode,
        officeIds: power.offices.flatMap((name) => offices.get(name) ?? []),
      });
    }
    rejected.set(sheet.name, unplaced);
  }
  return { placed, rejected };
}
