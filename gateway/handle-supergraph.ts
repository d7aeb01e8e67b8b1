import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildSchema, type GraphQLEnumType, type GraphQLSchema } from 'graphql';

type Given = Parameters<typeof unifiedGraphHandler>[0];

/**
 * The Rust planner over a supergraph, with the hub's own way to the services. At the first call the library would stitch
 * all their schemas out of the supergraph, only to see whether one of them has its calls rewritten. None has: it reads
 * the supergraph again by then, and finds one with the services' names and nothing to stitch.
 */
export async function handleSupergraph(given: Given, ask: Given['onSubgraphExecute']): ReturnType<typeof unifiedGraphHandler> {
  const options = { ...given, onSubgraphExecute: ask };
  const handled = await unifiedGraphHandler(options);
  options.unifiedGraph = namesAlone(given.unifiedGraph);
  return handled;
}

function namesAlone(supergraph: GraphQLSchema): GraphQLSchema {
  const names = (supergraph.getType('join__Graph') as GraphQLEnumType).getValues().map(({ name }) => name);
  return buildSchema(`
    directive @join__type(graph: join__Graph!) repeatable on OBJECT
    directive @join__graph(name: String!, url: String!) on ENUM_VALUE
    enum join__Graph { ${names.map((name) => `${name} @join__graph(name: "${name}", url: "")`).join(' ')} }
    type Query ${names.map((name) => `@join__type(graph: ${name})`).join(' ')} { service: String }
  `);
}
