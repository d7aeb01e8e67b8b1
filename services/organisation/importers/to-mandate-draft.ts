import { normaliseBodyName } from '../rules/body-name';
import { dutyNumber } from '../rules/mandates/derive-mandate';
import type { MandateDraft } from '../rules/mandates/mandate-document';
import type { OfficeRecord } from '../rules/records';
import type { ParsedMandate } from './parsed-mandate';

/** A parsed mandate as one proposes it, and what it left open. */
export interface DraftOfFile {
  draft: MandateDraft;
  /** Names of offices that perform duties and that the register does not have open on the day. */
  unknownOffices: string[];
  /** Duties whose kind was suggested by their words, not stated. */
  suggestedKinds: number;
}

/** Offices are found by name among the agency's; a duty without a printed number gets the first one that is free. */
export function toMandateDraft(parsed: ParsedMandate, offices: readonly Pick<OfficeRecord, 'id' | 'name' | 'closedOn'>[], effectiveOn: string): DraftOfFile {
  const open = offices.filter(({ closedOn }) => closedOn === null || closedOn > effectiveOn);
  const byName = new Map(open.map(({ name, id }) => [normaliseBodyName(name), id]));
  const idOf = (name: string | null): string | null => (name === null ? null : (byName.get(normaliseBodyName(name)) ?? null));
  const nextNumber = freeNumbers(parsed.duties.flatMap(({ number }) => number ?? []));
  const { title, documentNumber, issuedOn, changes, staffing, posts } = parsed;
  const draft: MandateDraft = {
    title,
    documentNumber,
    issuedOn,
    effectiveOn,
    duties: parsed.duties.map(({ number, text, kind, officeName, levels, itemCodes }) => ({
      number: number ?? nextNumber(),
      text,
      kind,
      officeId: idOf(officeName),
      levels,
      itemCodes,
    })),
    changes,
    offices: parsed.offices.map(({ number, name, duties }) => ({ number, name, officeId: idOf(name), duties })),
    staffing,
    posts,
  };
  const named = parsed.duties.flatMap(({ officeName }) => officeName ?? []);
  return {
    draft,
    unknownOffices: [...new Set(named.filter((name) => idOf(name) === null))],
    suggestedKinds: parsed.duties.filter(({ kindSuggested }) => kindSuggested).length,
  };
}

function freeNumbers(taken: readonly string[]): () => string {
  const used = new Set(taken);
  let last = 0;
  return () => {
    do last += 1;
    while (used.has(dutyNumber(last)));
    return dutyNumber(last);
  };
}
