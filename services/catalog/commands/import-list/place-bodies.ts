import type { ParsedList, RejectedRow } from '../../importers/parsed-list';
import type { PlacedPower } from '../../rules/identify-items';
import type { ListedPower } from '../../rules/listed-power';

/** A body named by a list and the agency and offices it is, as the organisation service answered. */
export interface BodyPlace {
  name: string;
  /** The agency's code as the hub's form states it, where it does. */
  code?: string | null;
  agencyCode: string;
  /** `statedId` is an office's as the form states it. */
  offices: { name: string; statedId?: string | null; id: string }[];
}

const keyOf = (code: string | null | undefined, name: string): string => `${code ?? ''} ${name}`;

/** Gives every power its agency and offices; a row whose body was not recognised is rejected, never guessed. */
export function placeBodies(
  list: ParsedList,
  bodies: readonly BodyPlace[],
): { placed: PlacedPower[]; rejected: Map<string, RejectedRow[]> } {
  const byKey = new Map(bodies.map((body) => [keyOf(body.code, body.name), body]));
  const rejected = new Map<string, RejectedRow[]>();
  const placed: PlacedPower[] = [];
  for (const sheet of list.sheets) {
    const unplaced: RejectedRow[] = [];
    for (const power of sheet.powers) {
      const body = byKey.get(keyOf(power.form?.agencyCode, power.body));
      if (body) placed.push({ ...power, agencyCode: body.agencyCode, officeIds: officesOf(power, body) });
      else unplaced.push({ row: power.row, code: 'UNKNOWN_BODY', reason: `行使主体“${power.body}”未登记` });
    }
    rejected.set(sheet.name, unplaced);
  }
  return { placed, rejected };
}

/** By id where the hub's form states ids, else by name; what nobody knows has none. */
function officesOf({ form, offices: names }: ListedPower, { offices }: BodyPlace): string[] {
  if (!form?.agencyCode) return names.flatMap((name) => offices.find((office) => office.name === name)?.id ?? []);
  return form.officeIds.flatMap((stated) => offices.find(({ statedId }) => statedId === stated)?.id ?? []);
}
