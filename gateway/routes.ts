import type { AskSubgraph } from './ask-subgraph';
import type { Route } from './request-handler';

/** Addresses beside `/graphql`, by method and path; they reach the services through `ask`, wherever these run. */
export const hubRoutes = (_ask: AskSubgraph): Record<string, Route> => ({});
