/** A closed vocabulary: the English code and the field's Chinese term. */
export type Terms = Readonly<Record<string, string>>;

/** Enum values for a vocabulary, each described by its term. */
export const describedValues = <T extends Terms>(terms: T) =>
  Object.fromEntries(Object.entries(terms).map(([value, term]) => [value, { description: term }])) as {
    [Value in keyof T & string]: { description: string };
  };

/** Options of the enum of a vocabulary. */
export const describedEnum = <T extends Terms>(terms: T, description: string) => ({ description, values: describedValues(terms) });
