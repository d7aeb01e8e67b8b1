import { buildSchema, parse } from 'graphql';
import { budget, clientKind } from '../../../gateway/limits/budget';
import { operationCost, operationCosts } from '../../../gateway/limits/cost';
import { expandedSelections } from '../../../gateway/limits/expanded-selections';
import { foldExpanded } from '../../../gateway/limits/fold-expanded';
import { DEFAULT_LIMITS, LONGEST_PAGE } from '../../../gateway/limits/limits';
import { toySchemas } from '../../support/toy-supergraph';
import { readOperations } from '../../../schema/read-operations';

const schema = buildSchema(`
  type Query { item: Item items(first: Int = 20): Page feed(first: Int): Page runs(first: Int = 3): [Item!]! things: [Thing!] }
  type Page { total: Int nodes: [Item!]! edges: [Edge!]! info: Info }
  type Info { next: String }
  type Edge { node: Item! }
  type Item { name: String tags: [String!]! parts: [Item!]! items(first: Int = 20): Page }
  type Other { name: String parts: [Item!]! }
  union Thing = Item | Other
`);
const cost = (text: string, variables?: Record<string, unknown>, operationName?: string): number =>
  operationCost({ schema, document: parse(text), variables, operationName }, { page: 100, plain: 10 });

describe('the costs of a document that comes again', () => {
  it('are those of each time, whatever the variables', () => {
    const sizes = { page: 100, plain: 10 };
    const document = parse('query A($n: Int = 7, $m: Int, $code: ID) { items(first: $n) { nodes { items(first: $m) { nodes { name } } } } } query B { item { name } }');
    const costOf = operationCosts(sizes);
    const variables = [undefined, {}, { n: 3 }, { n: null }, { n: 'x' }, { m: 2 }, { n: 3, m: 2, code: 'y' }, { n: 3, code: 'z' }];
    for (let round = 0; round < 2; round += 1)
      for (const operationName of ['A', 'B'])
        for (const given of variables) {
          const asked = { schema, document, operationName, variables: given };
          expect([operationName, given, costOf(asked)]).toEqual([operationName, given, operationCost(asked, sizes)]);
        }
  });
});

describe('what an operation costs', () => {
  it.each([
    ['each selection', '{ item { name } }', 2],
    ['lists of values cost no more than one', '{ item { tags } }', 2],
    ['a plain list counts ten times', '{ item { parts { name } } }', 1 + 1 + 10],
    ['lists in lists multiply', '{ item { parts { parts { name } } } }', 1 + 1 + 10 * (1 + 10)],
    ['a page counts by its first', '{ items(first: 50) { nodes { name } } }', 1 + 1 + 50],
    ['what stands beside the nodes counts once', '{ items(first: 50) { total info { next } nodes { name } } }', 1 + 1 + 2 + 1 + 50],
    ['nodes and edges each', '{ items(first: 5) { nodes { name } edges { node { name } } } }', 1 + (1 + 5) + (1 + 5 * 2)],
    ['a page without first, by its default', '{ items { nodes { name } } }', 1 + 1 + 20],
    ['a page without a default, by the longest', '{ feed { nodes { name } } }', 1 + 1 + 100],
    ['a list that is itself the page', '{ runs { name } }', 1 + 3],
    ['pages in pages multiply', '{ items(first: 10) { nodes { items(first: 10) { nodes { name } } } } }', 1 + 1 + 10 * (1 + 1 + 10)],
    ['fragments where they are spread', '{ items(first: 7) { ...p } } fragment p on Page { nodes { ...i } } fragment i on Item { name }', 1 + 1 + 7],
    ['inline fragments, of a union too', '{ things { ... on Item { parts { name } } ... on Other { name } } }', 1 + 10 * (1 + 10 + 1)],
    ['aliases each', '{ a: items(first: 2) { nodes { name } } b: items(first: 3) { nodes { name } } }', 4 + 5],
    ['a page that is empty or negative, as one', '{ items(first: 0) { nodes { name } } x: items(first: -5) { nodes { name } } }', 3 + 3],
    ['introspection once, it has rules of its own', '{ __schema { types { name } } }', 1],
  ])('%s', (_what, text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  it('takes first from variables, their defaults, and the field’s when neither says', () => {
    const text = 'query ($n: Int = 4) { items(first: $n) { nodes { name } } }';
    expect(cost(text, { n: 30 })).toBe(32);
    expect(cost(text)).toBe(6);
    expect(cost(text, { n: null })).toBe(22);
    expect(cost('query ($n: Int) { items(first: $n) { nodes { name } } }', {})).toBe(22);
    expect(cost(text, { n: 'many' })).toBe(22); // refused later, as a value of the wrong type
  });

  it('weighs the operation that is asked for', () => {
    const text = 'query A { item { name } } query B { items { nodes { name } } }';
    expect([cost(text, {}, 'A'), cost(text, {}, 'B'), cost(text)]).toEqual([2, 22, 0]);
  });
});

describe('budgets', () => {
  it('are by who asks, and a registered document has its own', () => {
    expect(clientKind({ isPublic: true, isTrusted: false })).toBe('anonymous');
    expect(clientKind({ isPublic: false, isTrusted: false })).toBe('loggedIn');
    expect([true, false].map((isPublic) => clientKind({ isPublic, isTrusted: true }))).toEqual(['trusted', 'trusted']);
  });

  it('name cost and budget when they are exceeded', () => {
    expect(budget(10_000, 'anonymous', DEFAULT_LIMITS)).toBeNull();
    expect(budget(10_001, 'anonymous', DEFAULT_LIMITS)?.message).toMatch(/10001.*10000/);
    expect(budget(10_001, 'loggedIn', DEFAULT_LIMITS)).toBeNull();
    expect(budget(200_001, 'trusted', DEFAULT_LIMITS)?.code).toBe('COST_LIMIT');
  });

  it('leave room for every operation of the contract with its longest page, even anonymous', () => {
    const api = buildSchema(toySchemas().api);
    for (const { name, document, variables } of readOperations()) {
      const weight = operationCost({ schema: api, document, variables: { ...variables, first: LONGEST_PAGE } }, { page: LONGEST_PAGE, plain: DEFAULT_LIMITS.plainList });
      expect([name, budget(weight, 'anonymous', DEFAULT_LIMITS)]).toEqual([name, null]);
    }
  });
});

describe('the time a fragment bomb takes', () => {
  it.each([
    [4, 8],
    [2, 17],
  ])('%i^%i: each selection is looked at once, as it is written', (width, length) => {
    const text = ['{ a { ...f0 } }', ...Array.from({ length }, (_, i) => `fragment f${i} on T { ${`...f${i + 1} `.repeat(width)}}`), `fragment f${length} on T { b }`].join(' ');
    const document = parse(text);
    let looks = 0;
    const selections = foldExpanded(document, { of: (_selection, inside) => (looks++, 1 + inside), join: (a, b) => a + b });
    expect(looks).toBe(2 + width * length + 1);
    expect(selections).toBeGreaterThan(width ** length);
    expect(expandedSelections(document, DEFAULT_LIMITS.selections)?.code).toBe('SELECTION_LIMIT');
  });
});
