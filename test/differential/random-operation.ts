import { getNamedType, getNullableType, type GraphQLField, type GraphQLSchema, isEnumType, isLeafType, isListType, isNonNullType, isObjectType, isRequiredArgument, isUnionType, type GraphQLInputType } from 'graphql';

/** A number from 0 to 1, repeatable. */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Values for arguments by name; what is not here is left out, or taken from its type. */
export type Pools = Readonly<Record<string, readonly unknown[]>>;

/** Levels of fields: each operation draws how many it may have. */
const SHALLOWEST = 2;
const DEEPEST = 5;
const WIDEST = 4;
const MOST_ROOTS = 2;

/** A valid query over the API: some of the root fields, random selections, arguments from the pools. */
export function randomOperation(schema: GraphQLSchema, chance: Chance, pools: Pools, roots: readonly string[]): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const deepest = SHALLOWEST + Math.floor(chance() * (DEEPEST - SHALLOWEST + 1));

  function valueOf(name: string, type: GraphQLInputType): string | null {
    const pool = pools[name];
    if (pool) return toLiteral(pick(pool));
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const item = valueOf('', nullable.ofType);
      return item === null ? null : `[${item}]`;
    }
    const named = getNamedType(type);
    return isEnumType(named) ? pick(named.getValues()).name : null;
  }

  /** Null when a required argument has no value here: the field is not asked then. */
  function argumentsOf(field: GraphQLField<unknown, unknown>): string | null {
    const given: string[] = [];
    for (const argument of field.args) {
      const value = isRequiredArgument(argument) || argument.name === 'first' || chance() < 0.3 ? valueOf(argument.name, argument.type) : null;
      if (value !== null) given.push(`${argument.name}: ${value}`);
      else if (isNonNullType(argument.type) && argument.defaultValue === undefined) return null;
    }
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  function selection(typeName: string, depth: number): string {
    const type = schema.getType(typeName);
    if (isUnionType(type)) return `{ __typename ${type.getTypes().map((member) => `... on ${member.name} ${selection(member.name, depth + 1)}`).join(' ')} }`;
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || roots.includes(field.name));
    const chosen = new Set<string>();
    const parts: string[] = ['__typename'];
    for (let i = 0; i < (depth === 0 ? MOST_ROOTS : WIDEST); i += 1) {
      const field = pick(fields);
      const leaf = isLeafType(getNamedType(field.type));
      if (chosen.has(field.name) || (!leaf && depth >= deepest)) continue;
      chosen.add(field.name);
      const args = argumentsOf(field);
      if (args !== null) parts.push(`${field.name}${args} ${leaf ? '' : selection(getNamedType(field.type).name, depth + 1)}`);
    }
    return `{ ${parts.join(' ')} }`;
  }

  return `query ${selection('Query', 0)}`;
}

function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value).map(([key, each]) => `${key}: ${toLiteral(each)}`).join(', ')} }`;
}
