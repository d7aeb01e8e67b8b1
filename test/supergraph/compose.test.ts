import { buildSchema, type GraphQLObjectType, validate } from 'graphql';
import { composeSupergraph } from '../../schema/compose-supergraph';
import { describeDifference } from '../../schema/describe-difference';
import { contractOperations, readOperations } from '../../schema/read-operations';
import { serviceSchemas } from '../../schema/service-schemas';
import { toySchemas } from '../support/toy-supergraph';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

describe('composition', () => {
  const { api, supergraph } = toySchemas();
  const schema = buildSchema(api);
  const typeOf = (type: string, field: string): string => String((schema.getType(type) as GraphQLObjectType).getFields()[field]!.type);

  it('says in one line each what is wrong', () => {
    const composed = composeSupergraph([
      { name: 'one', sdl: `${LINK} type Query { a: A } type A @key(fields: "id") { id: ID! size: Int! }` },
      { name: 'two', sdl: `${LINK} type Query { b: A } type A @key(fields: "id") { id: ID! size: String! }` },
    ]);
    expect(composed).toEqual({ ok: false, errors: expect.arrayContaining([expect.stringMatching(/A\.size.*one.*two|A\.size.*two.*one/)]) });
    expect((composed as { errors: string[] }).errors.every((line) => !line.includes('\n'))).toBe(true);
  });

  it('names the subgraph whose SDL does not parse', () => {
    const composed = composeSupergraph([{ name: 'one', sdl: 'type Query {' }]);
    expect(composed).toEqual({ ok: false, errors: [expect.stringMatching(/^\[one\] Syntax Error/)] });
  });

  it('does not list every path that one mistake breaks', () => {
    const fields = Array.from({ length: 40 }, (_, i) => `f${i}: Int`).join(' ');
    const composed = composeSupergraph([
      { name: 'one', sdl: `${LINK} type Query { a: A } type A { id: ID! }` },
      { name: 'two', sdl: `${LINK} type Query { b: Int } type A @key(fields: "id") { id: ID! ${fields} }` },
    ]);
    expect((composed as { errors: string[] }).errors.length).toBeLessThanOrEqual(11);
  });

  it('carries no address', () => {
    expect(supergraph).not.toMatch(/https?:\/\/(?!specs\.)/);
  });

  describe('makes nullable what another service must answer', () => {
    it('root fields', () => {
      expect(typeOf('Query', 'catalogChanges')).toBe('ChangeConnection');
      expect(typeOf('Query', 'powerItems')).toBe('PowerItemConnection');
    });
    it('fields contributed to an entity of another service', () => {
      expect(typeOf('PowerItem', 'link')).toBe('Link');
      expect(typeOf('PowerItem', 'mandateFindings')).toBe('[MandateFinding!]');
      expect(typeOf('Agency', 'powerItems')).toBe('PowerItemConnection');
    });
    it('references to an entity of another service', () => {
      expect(typeOf('PowerItem', 'implementingAgency')).toBe('Agency');
      expect(typeOf('Duty', 'items')).toBe('[PowerItem]!');
      expect(typeOf('AgencyCoverage', 'agency')).toBe('Agency');
    });
    it('and nothing else', () => {
      expect(typeOf('PowerItem', 'name')).toBe('String!');
      expect(typeOf('PowerItem', 'legalBases')).toBe('[LegalBasis!]!');
      expect(typeOf('Agency', 'offices')).toBe('[Office!]!');
      expect(typeOf('Office', 'agency')).toBe('Agency!');
      expect(typeOf('PowerItemConnection', 'nodes')).toBe('[PowerItem!]!');
      expect(typeOf('Mutation', 'approveMandate')).toBe('ApproveMandateResult!');
    });
  });

  it('lets every operation of the contract validate over its smallest schema', () => {
    const contract = contractOperations();
    expect(contract).toHaveLength(12);
    for (const { name, document } of contract) expect({ name, errors: validate(schema, document) }).toEqual({ name, errors: [] });
  });
});

describe('the hub’s own graph', () => {
  it('composes, and answers every operation of its consumers', async () => {
    const composed = composeSupergraph(await serviceSchemas());
    if (!composed.ok) throw new Error(composed.errors.join('\n'));
    const schema = buildSchema(composed.apiSdl);
    const waiting = readOperations().filter(({ document }) => validate(schema, document).length > 0);
    expect(waiting.map(({ name }) => name)).toEqual([]);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).not.toContain('importList'); // internal
  });
});

describe('the difference of two printed schemas', () => {
  it('names what went and what came, with its type', () => {
    const before = 'type A {\n  x: Int\n  y: Int\n}\n';
    const after = 'type A {\n  x: Int!\n  y: Int\n}\ntype B {\n  y: Int\n}\n';
    expect(describeDifference('schema/a.graphql', before, after)).toBe(
      ['schema/a.graphql: 4 lines differ', '  - A: x: Int', '  + A: x: Int!', '  + type B {', '  + B: y: Int'].join('\n'),
    );
  });

  it('is cut short', () => {
    const after = Array.from({ length: 100 }, (_, i) => `type T${i}`).join('\n');
    expect(describeDifference('f', '', after).split('\n')).toHaveLength(22);
  });
});
