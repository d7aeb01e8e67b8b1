import type { CONTEXT } from './context';

/** A resource as it is written: its IRI, its class, and what is said of it in terms of the context. */
export type Node = { '@id': string; '@type': keyof typeof CONTEXT } & { [Term in keyof typeof CONTEXT]?: Said | readonly Said[] };
type Said = string | number | Node;

/** The same without what is not said: null, and what nothing is in. */
export function said(node: { [Term in keyof Node]: Node[Term] | null }): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))) as Node;
}
