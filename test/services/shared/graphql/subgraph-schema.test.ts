import { execute, executeSync, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { ANONYMOUS } from '../../../../services/shared/actor';
import { createSchemaBuilder } from '../../../../services/shared/graphql/schema-builder';
import { subgraphSchema } from '../../../../services/shared/graphql/subgraph-schema';

const SDL = parse('{ _service { sdl } }');
const NOBODY: Parameters<typeof createSchemaBuilder>[0] = { access: {}, permissions: {} };

/** One entity of its own, one that is only referred to, one type without a key. */
function toyBuilder() {
  const builder = createSchemaBuilder(NOBODY);
  const Plain = builder.objectRef<{ name: string }>('Plain').implement({ fields: (t) => ({ name: t.exposeString('name') }) });
  const Own = builder.objectRef<{ code: string }>('Own').implement({ fields: (t) => ({ code: t.exposeID('code') }) });
  builder.asEntity(Own, { key: builder.selection<{ code: string }>('code'), resolveReference: ({ code }) => ({ code }) });
  const Other = builder.externalRef('Other', builder.keyDirective(builder.selection<{ id: string }>('id'), false)).implement({ externalFields: (t) => ({ id: t.id() }) });
  builder.queryFields((t) => ({
    plain: t.field({ type: Plain, resolve: () => ({ name: 'x' }) }),
    other: t.field({ type: Other, resolve: () => ({ id: '1' }) }),
  }));
  builder.mutationField('touch', (t) => t.boolean({ resolve: () => true }));
  return builder;
}

describe('the schema of a service', () => {
  it('is what federation’s plugin makes', () => {
    const plugins = toyBuilder().toSubGraphSchema({ linkUrl: 'https://specs.apollo.dev/federation/v2.9' });
    const own = subgraphSchema(toyBuilder());
    expect(printSchema(lexicographicSortSchema(own))).toBe(printSchema(plugins));
    expect(executeSync({ schema: own, document: SDL })).toEqual(executeSync({ schema: plugins, document: SDL }));
  });

  it('resolves its entities', async () => {
    const document = parse('{ _entities(representations: [{ __typename: "Own", code: "7" }]) { ... on Own { code } } }');
    expect(await execute({ schema: subgraphSchema(toyBuilder()), document, contextValue: { actor: ANONYMOUS } })).toEqual({ data: { _entities: [{ code: '7' }] } });
  });

  it('is printed when somebody asks for its SDL, not before', () => {
    const builder = toyBuilder();
    const print = jest.spyOn(builder, 'toSubGraphSchema');
    const schema = subgraphSchema(builder);
    expect(print).not.toHaveBeenCalled();
    executeSync({ schema, document: SDL });
    expect(print).toHaveBeenCalledTimes(1);
  });
});
