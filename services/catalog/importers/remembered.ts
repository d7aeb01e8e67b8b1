/** Distinct texts kept for each reading; a city's lists have fewer, and whatever comes after begins anew. */
const MOST = 2000;
/** A longer text is a sentence of its own, and is not met again. */
const LONGEST = 400;

/**
 * Rows of a list say the same words over and over (its levels, categories, bodies and offices, the promulgation of an
 * instrument): what a pure reading made of a text is kept for the next row that has it.
 */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}
