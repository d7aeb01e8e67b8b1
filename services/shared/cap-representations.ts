import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

/** Keys in one `_entities` field: the gateway asks for more in several calls. */
export const MOST_REPRESENTATIONS = 1000;

type EntitiesResolver = GraphQLFieldResolver<unknown, unknown, { representations: readonly unknown[] }>;

const capped = new WeakSet<GraphQLSchema>();

/** Makes a subgraph refuse a call with more keys than that before it resolves any, however the keys are written. */
export function capRepresentations(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  if (!field?.resolve || capped.has(schema)) return schema;
  const resolve: EntitiesResolver = field.resolve;
  const refuseLong: EntitiesResolver = (root, args, context, info) => {
    if (args.representations.length > MOST_REPRESENTATIONS) throw tooMany(args.representations.length);
    return resolve(root, args, context, info);
  };
  field.resolve = refuseLong;
  capped.add(schema);
  return schema;
}

/** `http` is for a subgraph's own server: nothing of such a call was carried out. */
const tooMany = (found: number): GraphQLError =>
  new GraphQLError(`一次最多查询 ${MOST_REPRESENTATIONS} 个实体，收到 ${found} 个`, {
    extensions: { code: 'BAD_USER_INPUT', inputPath: 'representations', http: { status: 400 } },
  });
