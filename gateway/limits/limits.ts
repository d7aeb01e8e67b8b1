/** What the endpoint takes from one request. Numbers are configuration; these are where to start. */
export interface Limits {
  /** Bytes of a request's body. */
  bodyBytes: number;
  tokens: number;
  /** Selections, counted as if every fragment were written out where it is spread. */
  selections: number;
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
  /** How deep variables may nest. */
  variablesDepth: number;
  validationErrors: number;
  /** Budgets of an operation's cost: selections weighted by the lengths of the lists around them. */
  costAnonymous: number;
  costLoggedIn: number;
  costTrusted: number;
  /** How long a list is taken to be that has no `first`. */
  plainList: number;
  /** Exports that are written at one time; one client has half of them. */
  exports: number;
}

/** How long a page is taken to be whose field has no default: the longest that most fields give. */
export const LONGEST_PAGE = 100;

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 1024 * 1024,
  tokens: 2000,
  selections: 2000,
  depth: 12,
  aliases: 30,
  rootFields: 30,
  directives: 50,
  variablesDepth: 32,
  validationErrors: 5,
  // The dearest operation of the contract, a directory of all departments, is about 5,000.
  costAnonymous: 10_000,
  costLoggedIn: 50_000,
  costTrusted: 200_000,
  plainList: 10,
  exports: 4,
};
