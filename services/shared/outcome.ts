/** Where a refusal points: the input path and the offending value. */
export interface RefusalDetail {
  path: string;
  value: string | null;
}

/** A rule said no (never thrown): stable code, the rule's number in plan or law, Chinese message, and where. */
export interface Refusal {
  code: string;
  rule: string | null;
  message: string;
  details: RefusalDetail[];
}

/** What a rule or a command answers: a value, or a refusal as a value. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (
  code: string,
  rule: string | null,
  message: string,
  details: RefusalDetail[] = [],
): Outcome<never> => ({ ok: false, refusal: { code, rule, message, details } });
