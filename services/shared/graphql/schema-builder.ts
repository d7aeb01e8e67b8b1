import SchemaBuilder from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import { GraphQLError } from 'graphql';
import type { Actor } from '../actor';
import accessPlugin, { type AccessOptions } from './access-plugin';
import nullableRootsPlugin from './nullable-roots-plugin';

/** What every service's context carries. */
export interface CallContext {
  actor: Actor;
  requestId: string;
}

/** Settings common to the three services' builders. */
export interface HubTypes<Context extends CallContext> {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
}

/** The years that PostgreSQL and ISO 8601 write alike. */
const CALENDAR_DAY = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** A real calendar day in ISO 8601, kept as text: no time zone can move it. */
export function parseDay(value: unknown): string {
  if (typeof value === 'string' && CALENDAR_DAY.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (day.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError(`日期应写作 YYYY-MM-DD，收到：${String(value).slice(0, 40)}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function parseInstant(value: unknown): string {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time))
    throw new GraphQLError('时间应为 ISO 8601，例如 2014-09-05T09:00:00+08:00', { extensions: { code: 'BAD_USER_INPUT' } });
  const instant = new Date(time).toISOString();
  if (!/^(?!0000)\d{4}-/.test(instant)) throw new GraphQLError(`时间应在公元 1 年至 9999 年之间，收到：${String(value).slice(0, 40)}`, { extensions: { code: 'BAD_USER_INPUT' } });
  return instant;
}

/** A Pothos builder with federation, the hub's scalars and who each field is for; fields are non-null unless they say otherwise or are a query's roots. */
export function createSchemaBuilder<Context extends CallContext>(decisions: AccessOptions) {
  // Plugins see a field from the last to the first: what access adds to it, federation prints.
  const builder = new SchemaBuilder<HubTypes<Context>>({ plugins: [DirectivesPlugin, FederationPlugin, accessPlugin, nullableRootsPlugin], access: decisions, defaultFieldNullability: false });
  builder.scalarType('Date', {
    description: 'A calendar day, ISO 8601 `YYYY-MM-DD`.',
    serialize: (value) => value,
    parseValue: parseDay,
  });
  builder.scalarType('DateTime', {
    description: 'An instant, ISO 8601 with time zone; answered in UTC with milliseconds.',
    serialize: (value) => value,
    parseValue: parseInstant,
  });
  builder.queryType({});
  builder.mutationType({});
  return builder;
}

/** The builder of a service whose context is `Context`. */
export type HubBuilder<Context extends CallContext = CallContext> = ReturnType<typeof createSchemaBuilder<Context>>;
