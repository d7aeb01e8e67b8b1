import SchemaBuilder from '@pothos/core';
import FederationPlugin from '@pothos/plugin-federation';
import { graphql } from 'graphql';
import { connections, pageRequest, toPage, type Total } from '../../../services/shared/graphql/connection';
import type { HubBuilder } from '../../../services/shared/graphql/schema-builder';

/** A list of three words, of which the total is told as given. */
async function ask(query: string, total: Total, counts: 'ALL' | 'UP_TO_A_BOUND') {
  let counted = 0;
  const builder = new SchemaBuilder<{ DefaultFieldNullability: false }>({ plugins: [FederationPlugin], defaultFieldNullability: false } as never) as unknown as HubBuilder;
  const Word = builder.objectRef<string>('Word').implement({ fields: (t) => ({ text: t.string({ resolve: (word) => word }) }) });
  const WordConnection = connections(builder)('Word', Word, { counts });
  builder.queryType({
    fields: (t) => ({
      words: t.field({
        type: WordConnection,
        resolve: () =>
          toPage(['一', '二', '三'], pageRequest({ first: 2 }), (word) => word, async () => {
            counted += 1;
            return total;
          }),
      }),
    }),
  });
  const { data, errors } = await graphql({ schema: builder.toSchema(), source: query });
  return { words: data?.words, errors, counted };
}

describe('the total of a page', () => {
  it('that is exact is no lower bound', async () => {
    expect(await ask('{ words { totalCount totalCountIsLowerBound } }', 3, 'UP_TO_A_BOUND')).toEqual({ words: { totalCount: 3, totalCountIsLowerBound: false }, errors: undefined, counted: 1 });
  });

  it('that was not counted to the end says so, both fields from one count', async () => {
    expect(await ask('{ words { totalCount totalCountIsLowerBound } }', { moreThan: 10 }, 'UP_TO_A_BOUND')).toEqual({ words: { totalCount: 10, totalCountIsLowerBound: true }, errors: undefined, counted: 1 });
  });

  it('is not counted unless asked for', async () => {
    expect(await ask('{ words { nodes { text } pageInfo { hasNextPage } } }', 3, 'ALL')).toEqual({ words: { nodes: [{ text: '一' }, { text: '二' }], pageInfo: { hasNextPage: true } }, errors: undefined, counted: 0 });
  });

  it('of a list that is always counted whole has no such field', async () => {
    const { errors } = await ask('{ words { totalCountIsLowerBound } }', 3, 'ALL');
    expect(errors?.[0]?.message).toContain('Cannot query field "totalCountIsLowerBound"');
  });
});
