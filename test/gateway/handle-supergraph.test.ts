import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { handleSupergraph } from '../../gateway/handle-supergraph';
import { inProject } from '../../services/shared/project-root';

const SDL = readFileSync(inProject('schema', 'supergraph.graphql'), 'utf8');

/** What the library asks of the gateway's runtime to plan over a supergraph. */
const given = () => ({ unifiedGraph: buildSchema(SDL, { assumeValid: true, assumeValidSDL: true }), getUnifiedGraphSDL: () => SDL }) as unknown as Parameters<typeof handleSupergraph>[0];

describe('the supergraph at the first call of a service', () => {
  it('is not stitched: its services are known by name alone', async () => {
    const handled = await handleSupergraph(given(), () => ({}));
    for (const name of ['CATALOG', 'ORGANISATION', 'SERVICE_CENTER']) {
      const known = handled.getSubgraphSchema(name);
      expect(Object.keys(known.getQueryType()!.getFields())).toEqual(['service', '_entities']);
    }
    expect(() => handled.getSubgraphSchema('ELSEWHERE')).toThrow('not found');
  });

  it('is whole for who plans and checks', async () => {
    const { unifiedGraph } = await handleSupergraph(given(), () => ({}));
    expect(unifiedGraph.getType('PowerItem')).toBeDefined();
  });
});
