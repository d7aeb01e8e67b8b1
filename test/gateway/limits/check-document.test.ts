import { parse } from 'graphql';
import { aliases } from '../../../gateway/limits/aliases';
import { checkDocument } from '../../../gateway/limits/check-document';
import { depth } from '../../../gateway/limits/depth';
import { directives } from '../../../gateway/limits/directives';
import { expandedSelections } from '../../../gateway/limits/expanded-selections';
import { DEFAULT_LIMITS } from '../../../gateway/limits/limits';
import { rootFields } from '../../../gateway/limits/root-fields';
import { unsafeNames } from '../../../gateway/limits/unsafe-names';
import { variables } from '../../../gateway/limits/variables';
import type { Violation } from '../../../gateway/limits/violation';
import { readOperations } from '../../../schema/read-operations';

type Rule = (document: ReturnType<typeof parse>, most: number) => Violation | null;

/** A rule lets exactly `count` through. */
function expectCount(rule: Rule, query: string, count: number): void {
  expect(rule(parse(query), count)).toBeNull();
  expect(rule(parse(query), count - 1)).not.toBeNull();
}

describe('what a document weighs', () => {
  it('counts selections with every fragment written out where it is spread', () => {
    expectCount(expandedSelections, '{ a b { c } }', 3);
    expectCount(expandedSelections, '{ a { ...f ...f } } fragment f on T { b c }', 1 + 2 * (1 + 2));
    expectCount(expandedSelections, '{ ... on T { a } ... @include(if: true) { b } }', 4);
  });

  it('takes a fragment that contains itself for endless', () => {
    expect(expandedSelections(parse('{ ...f } fragment f on T { a { ...f } }'), 1e9)?.message).toContain('循环');
    expect(expandedSelections(parse('{ a } fragment f on T { ...g } fragment g on T { ...f }'), 1e9)).not.toBeNull();
  });

  it('counts 2^60 selections without visiting them', () => {
    const query = Array.from({ length: 60 }, (_, i) => `fragment f${i} on T { ...f${i + 1} ...f${i + 1} }`).join(' ');
    expect(expandedSelections(parse(`{ ...f0 } ${query} fragment f60 on T { a }`), 2000)).not.toBeNull();
  });

  it('measures depth through fragments, in fields', () => {
    expectCount(depth, '{ a { b { c } } d }', 3);
    expectCount(depth, '{ a { ...f } } fragment f on T { b { ... on U { c } } }', 3);
  });

  it('leaves introspection out of depth', () => {
    expectCount(depth, '{ a { b } __schema { types { fields { type { ofType { ofType { name } } } } } } }', 2);
  });

  it('counts aliases, of fields, wherever they are spread', () => {
    expectCount(aliases, '{ x: a y: b c ...f ...f } fragment f on Query { z: d }', 4);
  });

  it('counts root fields of the operation, not fields in general', () => {
    expectCount(rootFields, '{ a { b c d } ...f ... on Query { e } } fragment f on Query { g h }', 4);
    expect(rootFields(parse('{ a { ...f } } fragment f on T { b c d e }'), 1)).toBeNull();
  });

  it('counts directives as written', () => {
    expectCount(directives, 'query @x { a @y b @y @z }', 4);
  });

  it('lets every operation of the contract pass', () => {
    for (const { name, document } of readOperations()) expect({ name, violation: checkDocument(document, DEFAULT_LIMITS) }).toEqual({ name, violation: null });
  });
});

describe('names', () => {
  it.each([
    '{ __proto__: a }',
    '{ constructor }',
    'query ($prototype: Int) { a }',
    'query __proto__ { a }',
    '{ ...constructor } fragment constructor on T { a }',
    '{ a(__proto__: 1) }',
    '{ a(b: { __proto__: 1 }) }',
    '{ a @constructor }',
    '{ ... on __proto__ { a } }',
    '{ __defineGetter__: a }',
    '{ a { __typename: b } }',
  ])('refuses %s', (query) => {
    expect(unsafeNames(parse(query))?.code).toBe('UNSAFE_NAME');
  });

  it('takes names that only contain one', () => {
    expect(unsafeNames(parse('{ proto__: a constructors __typename kind: __typename }'))).toBeNull();
  });
});

describe('variables', () => {
  it('may nest to the limit and no deeper, in objects and lists', () => {
    for (const leaf of [1, 'text']) expect(variables({ a: [{ b: leaf }] }, 3)).toBeNull();
    expect(variables({ a: [{ b: 1 }] }, 2)?.code).toBe('VARIABLES_DEPTH_LIMIT');
  });

  it('may be absent', () => {
    expect(variables(undefined, 1)).toBeNull();
    expect(variables(null, 1)).toBeNull();
  });

  it('may not have a null character anywhere', () => {
    for (const value of [{ a: '\0' }, { a: [{ b: ['x', 'y\0'] }] }]) expect(variables(value, 32)?.code).toBe('UNSAFE_TEXT');
  });

  it('may not have a poisoned key anywhere', () => {
    expect(variables(JSON.parse('{"a":[{"b":{"__proto__":{}}}]}'), 32)?.code).toBe('UNSAFE_NAME');
    expect(variables({ a: { constructor: 1 } }, 32)?.code).toBe('UNSAFE_NAME');
  });
});
