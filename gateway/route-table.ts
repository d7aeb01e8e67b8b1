/** What an address leads to. */
export interface Found<Value> {
  /** Method and pattern, e.g. `GET /guides/:code.html`: a name for it that holds nothing of the client's. */
  name: string;
  value: Value;
  /** What stands in the pattern's places, decoded. */
  params: Readonly<Record<string, string>>;
}

/**
 * Finds what is mounted at a method and path. Patterns name their places with a colon, each within one segment:
 * `GET /lists/:region/:edition.html`.
 */
export function routeTable<Value>(routes: Iterable<readonly [name: string, value: Value]>): (method: string, pathname: string) => Found<Value> | null {
  const exact = new Map<string, Value>();
  const patterns: { name: string; value: Value; shape: RegExp }[] = [];
  for (const [name, value] of routes)
    if (name.includes(':')) patterns.push({ name, value, shape: toShape(name) });
    else exact.set(name, value);
  return (method, pathname) => {
    const asked = `${method} ${pathname}`;
    const value = exact.get(asked);
    if (value !== undefined) return { name: asked, value, params: {} };
    for (const { name, value, shape } of patterns) {
      const params = decoded(shape.exec(asked)?.groups);
      if (params) return { name, value, params };
    }
    return null;
  };
}

const toShape = (name: string): RegExp => new RegExp(`^${name.replaceAll('.', String.raw`\.`).replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

/** Null for what does not match and for what is not encoded as addresses are. */
function decoded(groups: Record<string, string> | undefined): Record<string, string> | null {
  try {
    return groups ? Object.fromEntries(Object.entries(groups).map(([place, text]) => [place, decodeURIComponent(text)])) : null;
  } catch {
    return null;
  }
}
