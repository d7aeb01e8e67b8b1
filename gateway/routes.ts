import type { AskSubgraph } from './ask-subgraph';
import { importsRoute } from './imports-route';
import type { Route } from './request-handler';

/** Addresses beside `/graphql`, by method and path; they reach the services through `ask`, wherever these run. */
export const hubRoutes = (ask: AskSubgraph): Record<string, Route> => ({ 'POST /imports': importsRoute(ask) });
