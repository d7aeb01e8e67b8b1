import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { capRepresentations, MOST_REPRESENTATIONS } from '../../../services/shared/cap-representations';

describe('keys in one _entities call', () => {
  let resolved = 0;
  const schema = capRepresentations(
    buildSubgraphSchema({
      typeDefs: parse('extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) type Query { a: Int } type Item @key(fields: "code") { code: ID! }'),
      resolvers: { Item: { __resolveReference: ({ code }: { code: string }) => (resolved++, { code }) } },
    }),
  );
  const ask = async (count: number, isInline = false) => {
    resolved = 0;
    const source = isInline
      ? `{ _entities(representations: [${'{ __typename: "Item", code: "1" } '.repeat(count)}]) { __typename } }`
      : 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    const { data, errors } = await graphql({ schema, source, variableValues: { r: Array.from({ length: count }, (_, i) => ({ __typename: 'Item', code: String(i) })) } });
    return { found: (data?._entities as unknown[] | undefined)?.length ?? null, code: errors?.[0]?.extensions.code ?? null, resolved };
  };

  it('may be a thousand', async () => {
    expect(await ask(MOST_REPRESENTATIONS)).toEqual({ found: 1000, code: null, resolved: 1000 });
  });

  it('and no more, as a variable or written out, and none of them is looked up', async () => {
    expect(await ask(MOST_REPRESENTATIONS + 1)).toEqual({ found: null, code: 'BAD_USER_INPUT', resolved: 0 });
    expect(await ask(20_000)).toEqual({ found: null, code: 'BAD_USER_INPUT', resolved: 0 });
    expect(await ask(MOST_REPRESENTATIONS + 1, true)).toEqual({ found: null, code: 'BAD_USER_INPUT', resolved: 0 });
  });

  it('doing it twice changes nothing', () => {
    const field = schema.getQueryType()!.getFields()._entities!;
    const { resolve } = field;
    expect(capRepresentations(schema).getQueryType()!.getFields()._entities!.resolve).toBe(resolve);
  });
});
