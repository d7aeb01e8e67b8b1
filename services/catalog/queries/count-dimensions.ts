/** What figures can be counted by: the column of each dimension, and what puts its groups in order. */
export type CountDimensions<Dimension extends string> = Readonly<Record<Dimension, { column: string; order: string }>>;

/** The parts of a statement that counts by some of the dimensions. */
export interface Counting<Dimension extends string> {
  /** Those asked for, each once, in the order of the table. */
  asked: Dimension[];
  /** Names the set of them, so that each set is planned once. */
  name: string;
  /** Every dimension's column; null where it is not asked for. */
  select: string;
  /** `GROUP BY … ORDER BY …`; empty when nothing is asked for: one row then counts all. */
  grouped: string;
}

/** An enum's values as an array, to order by. */
export const vocabularyOrder = (values: object, column: string): string => `array_position(ARRAY['${Object.keys(values).join(`','`)}'], ${column})`;

export function countingBy<Dimension extends string>(dimensions: CountDimensions<Dimension>, groupBy: readonly Dimension[]): Counting<Dimension> {
  const all = Object.keys(dimensions) as Dimension[];
  const asked = all.filter((dimension) => groupBy.includes(dimension));
  const columns = asked.map((dimension) => dimensions[dimension]);
  return {
    asked,
    name: asked.map((dimension) => dimension[0]).join(''),
    select: all.map((dimension) => (asked.includes(dimension) ? dimensions[dimension].column : `NULL::text AS ${dimensions[dimension].column}`)).join(', '),
    grouped: columns.length === 0 ? '' : `GROUP BY ${columns.map(({ column }) => column).join(', ')} ORDER BY ${columns.map(({ order }) => order).join(', ')}`,
  };
}
