import type { IncomingHttpHeaders } from 'node:http';

export type Attributes = Record<string, string | number | boolean>;

/** One step of a trace. */
export interface Span {
  /** Steps begun in `work`, and in what follows from it, are part of this one. */
  run<T>(work: () => T): T;
  /** A fault is told by its name alone: its message may hold a value. */
  end(told?: { name?: string; attributes?: Attributes; fault?: unknown }): void;
}

export interface SpanOptions {
  kind?: 'server' | 'client';
  attributes?: Attributes;
  /** Headers of a call from elsewhere, whose trace this continues. */
  from?: IncomingHttpHeaders;
}

/** A process's tracer; start-tracing.ts makes it, and only where traces are wanted. */
export interface Tracer {
  begin(name: string, options?: SpanOptions): Span;
  /** W3C headers that let another process continue the trace. */
  headers(): Record<string, string>;
  stop(): Promise<void>;
}

/** One for the process, as traces cross all its parts; null costs a comparison at each step. */
let tracer: Tracer | null = null;

export function setTracer(next: Tracer | null): void {
  tracer = next;
}

export const isTracing = (): boolean => tracer !== null;

export const beginSpan = (name: string, options?: SpanOptions): Span | null => tracer?.begin(name, options) ?? null;

export const traceHeaders = (): Record<string, string> => tracer?.headers() ?? {};

/** Does `work` as a step of the trace, if there is one. */
export async function traced<T>(name: string, options: SpanOptions, work: () => T): Promise<Awaited<T>> {
  const span = beginSpan(name, options);
  if (span === null) return work() as Awaited<T>;
  try {
    const result = await span.run(work);
    span.end();
    return result;
  } catch (fault) {
    span.end({ fault });
    throw fault;
  }
}
