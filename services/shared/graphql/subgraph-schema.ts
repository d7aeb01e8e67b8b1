import { entitiesField, EntityType, serviceField } from '@apollo/subgraph/dist/types';
import { GraphQLList, GraphQLNonNull, type GraphQLNamedType, GraphQLObjectType, GraphQLSchema, GraphQLUnionType, isObjectType } from 'graphql';

/** The release of federation whose directives the subgraphs may use. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

/** What builds a schema: a builder of schema-builder.ts, whatever its context. */
interface Builder {
  toSchema(): GraphQLSchema;
  toSubGraphSchema(options: { linkUrl: string }): GraphQLSchema;
}

/**
 * A service's schema with federation's two root fields. The plugin's own way to it builds everything twice, sorts and
 * prints it, which is a good part of a start; here that is done when somebody asks for the SDL, as composing does.
 */
export function subgraphSchema(builder: Builder): GraphQLSchema {
  const { types, query, ...rest } = builder.toSchema().toConfig();
  const entities = new GraphQLUnionType({ ...EntityType.toConfig(), types: types.filter(isEntity) });
  const { fields, ...named } = query!.toConfig();
  const withFederation = new GraphQLObjectType({
    ...named,
    fields: {
      ...fields,
      ...(entities.getTypes().length > 0 && { _entities: { ...entitiesField, type: new GraphQLNonNull(new GraphQLList(entities)) } }),
      _service: { ...serviceField, resolve: () => ({ sdl: () => printedBy(builder) }) },
    },
  });
  return new GraphQLSchema({ ...rest, query: withFederation, types: types.map((type) => (type === query ? withFederation : type)) });
}

/** Whether others may ask this service for it by a key. */
function isEntity(type: GraphQLNamedType): type is GraphQLObjectType {
  const directives = type.extensions.directives as { name: string; args?: { resolvable?: boolean } }[] | undefined;
  return isObjectType(type) && directives?.some(({ name, args }) => name === 'key' && args?.resolvable !== false) === true;
}

function printedBy(builder: Builder): string {
  const field = builder.toSubGraphSchema({ linkUrl: FEDERATION }).getQueryType()!.getFields()._service!;
  return (field.resolve as () => { sdl: string })().sdl;
}
