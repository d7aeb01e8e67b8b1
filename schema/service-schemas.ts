import { type DefinitionNode, execute, type ExecutionResult, Kind, parse, print } from 'graphql';
import { createCatalogSubgraph } from '../services/catalog';
import { createOrganisationSubgraph } from '../services/organisation';
import { createServiceCenterSubgraph } from '../services/service-center';
import { serverDatabase } from '../services/shared/database';
import type { Subgraph } from '../services/shared/subgraph';
import type { SubgraphSdl } from './compose-supergraph';

/** The services, connected to nothing: a service opens its database when it starts. */
export function unconnectedSubgraphs(): Subgraph[] {
  const database = serverDatabase('postgresql://nobody@127.0.0.1:1/none');
  const catalog = createCatalogSubgraph({ database });
  const organisation = createOrganisationSubgraph({ database, feeds: { catalog: catalog.feed } });
  const feeds = { catalog: catalog.feed, organisation: organisation.feed };
  return [catalog, organisation, createServiceCenterSubgraph({ database, feeds })];
}

/** The services' own schemas, printed. */
export async function serviceSchemas(): Promise<SubgraphSdl[]> {
  return unconnectedSubgraphs().map(({ name, schema }) => ({ name, sdl: printSubgraph(name, schema) }));
}

/** SDL with the federation directives, in an order that does not depend on the order of the code. */
function printSubgraph(name: string, schema: Subgraph['schema']): string {
  const { data, errors } = execute({ schema, document: parse('{ _service { sdl } }') }) as ExecutionResult;
  if (errors?.[0]) throw new Error(`${name}: ${errors[0].message}`);
  const { sdl } = (data as { _service: { sdl: string } })._service;
  const document = parse(sdl, { noLocation: true });
  const definitions = document.definitions.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return `${print({ kind: Kind.DOCUMENT, definitions })}\n`;
}

/** The schema's own definition first, then types by name. */
const sortKey = (node: DefinitionNode): string => ('name' in node ? (node.name?.value ?? '') : '');
