const LEADING = /[\s：:；;，,、。.）)》]/;
const TRAILING = /[\s；;、，,]/;

/** The clause's words as the list prints them from `start` to `end`, without the marks, quotation marks and layout blanks around them. */
export function quoteClause(printed: string, start: number, end: number): string | null {
  let [from, to] = [start, end];
  while (from < to && LEADING.test(printed.charAt(from))) from++;
  while (to > from && TRAILING.test(printed.charAt(to - 1))) to--;
  if (to - from < 2) return null;
  const words = printed.slice(from, to).replace(/\s+/g, (blank) => (/[\n\u2028]/.test(blank) ? '\n' : blank.length > 1 ? ' ' : blank));
  const unquoted = /^[“"]([^“”"]*)[”"]?[。；;.]?$/.exec(words)?.[1] ?? words;
  return /[\u4e00-\u9fa5]{2}/.test(unquoted) ? unquoted : null;
}
