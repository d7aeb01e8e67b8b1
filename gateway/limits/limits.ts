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
}

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
};
