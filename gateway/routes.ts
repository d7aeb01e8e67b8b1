import type { AskSubgraph } from './ask-subgraph';
import { changesRoute, type ChangesSource } from './changes/changes-route';
import type { HubConfig } from './config';
import { exportsRoute } from './exports/exports-route';
import { documentsRoute, importsRoute } from './imports-route';
import { journalKeyRoute } from './journal-key-route';
import type { Limits } from './limits/limits';
import { mandatesReportRoute } from './reports/reports-route';
import type { Route } from './request-handler';
import { supervisionRunsRoute } from './supervision-run';

export interface RoutesOptions extends Pick<HubConfig, 'iriBase'> {
  ask: AskSubgraph;
  changes: ChangesSource;
  limits: Pick<Limits, 'exports'>;
}

/** Addresses beside `/graphql`, by method and path; they reach the services through `ask`, wherever these run. */
export const hubRoutes = ({ ask, changes, limits, iriBase }: RoutesOptions): Record<string, Route> => ({
  'POST /imports': importsRoute(ask),
  'POST /imports/mandates': documentsRoute(ask, 'mandates'),
  'POST /imports/guides': documentsRoute(ask, 'guides'),
  'GET /journal/public-key': journalKeyRoute(ask),
  'POST /supervision/runs': supervisionRunsRoute(ask),
  'GET /exports/items': exportsRoute(ask, { atOnce: limits.exports, iriBase }),
  'GET /reports/mandates': mandatesReportRoute(ask),
  'GET /changes/catalog': changesRoute('catalog', changes),
  'GET /changes/organisation': changesRoute('organisation', changes),
  'GET /changes/service-center': changesRoute('service-center', changes),
});
