import { DEFAULT_LIMITS, type Limits } from './limits';

/** The environment variable of each limit, and between what it may be set. */
export const LIMIT_VARIABLES: Record<keyof Limits, readonly [variable: string, least: number, most: number]> = {
  bodyBytes: ['HUB_LIMIT_BODY_BYTES', 1024, 64 * 1024 * 1024],
  tokens: ['HUB_LIMIT_TOKENS', 10, 100_000],
  selections: ['HUB_LIMIT_SELECTIONS', 10, 100_000],
  depth: ['HUB_LIMIT_DEPTH', 2, 100],
  aliases: ['HUB_LIMIT_ALIASES', 0, 10_000],
  rootFields: ['HUB_LIMIT_ROOT_FIELDS', 1, 10_000],
  directives: ['HUB_LIMIT_DIRECTIVES', 0, 10_000],
  variablesDepth: ['HUB_LIMIT_VARIABLES_DEPTH', 1, 1000],
  validationErrors: ['HUB_LIMIT_VALIDATION_ERRORS', 1, 100],
  costAnonymous: ['HUB_LIMIT_COST_ANONYMOUS', 1, 1_000_000_000],
  costLoggedIn: ['HUB_LIMIT_COST_LOGGED_IN', 1, 1_000_000_000],
  costTrusted: ['HUB_LIMIT_COST_TRUSTED', 1, 1_000_000_000],
  plainList: ['HUB_LIMIT_PLAIN_LIST', 1, 1000],
  exports: ['HUB_LIMIT_EXPORTS', 1, 1000],
};

const entries = Object.entries(LIMIT_VARIABLES) as [keyof Limits, (typeof LIMIT_VARIABLES)[keyof Limits]][];

/** The limits' part of the environment, as a shape of whole numbers. */
export const limitShape = <Shape>(number: (least: number, most: number, fallback: number) => Shape): Record<string, Shape> =>
  Object.fromEntries(entries.map(([limit, [variable, least, most]]) => [variable, number(least, most, DEFAULT_LIMITS[limit])]));

export const limitsOf = (environment: object): Limits =>
  Object.fromEntries(entries.map(([limit, [variable]]) => [limit, (environment as Record<string, number>)[variable]])) as unknown as Limits;
