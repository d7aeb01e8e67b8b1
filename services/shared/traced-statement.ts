import { AsyncResource } from 'node:async_hooks';
import { type Attributes, beginSpan, isTracing, traced } from './tracing';

/** A statement as node-postgres takes it: its text, or an object with it. */
export type StatementLike = string | { name?: string; text?: string };

/** What a trace tells of a statement: its name, or for one without a name its verb and table. Never its text, which could hold a value. */
export function statementName(statement: StatementLike): string {
  const { name, text = '' } = typeof statement === 'string' ? { name: undefined, text: statement } : statement;
  if (name) return name;
  const verb = /^\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? 'SQL';
  const table = /\b(?:from|into|update)\s+((?:"?[a-z_]\w*"?\.)?"?[a-z_]\w*"?)/i.exec(text)?.[1]?.replaceAll('"', '');
  return table ? `${verb} ${table}` : verb;
}

const optionsOf = (name: string): { kind: 'client'; attributes: Attributes } => ({ kind: 'client', attributes: { 'db.system.name': 'postgresql', 'db.query.summary': name } });

/** Runs a statement as a step of the trace. */
export function tracedStatement<T>(statement: StatementLike, run: () => Promise<T>): Promise<T> {
  if (!isTracing()) return run();
  const name = statementName(statement);
  return traced(name, optionsOf(name), run);
}

/** The same for node-postgres' own `query`, which answers by a promise or by a callback. */
export function tracedQuery(args: unknown[], query: (...args: unknown[]) => unknown): unknown {
  const callback = args.at(-1);
  if (!isTracing()) return query(...args);
  const statement = args[0] as StatementLike;
  if (typeof callback !== 'function') return tracedStatement(statement, async () => query(...args));
  const name = statementName(statement);
  const span = beginSpan(name, optionsOf(name));
  const settled = AsyncResource.bind((fault: unknown, answer: unknown) => {
    span?.end(fault ? { fault } : {});
    (callback as (fault: unknown, answer: unknown) => void)(fault, answer);
  });
  return query(...args.slice(0, -1), settled);
}

/** A pool hands a connection to whoever waited, in the course of whoever gave it back: its trace would go astray. */
export const inOwnTrace = (callback: () => void): (() => void) => (isTracing() ? AsyncResource.bind(callback) : callback);
