import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';

type Key = string | number;
type Place = Record<Key, unknown>;

/** What a value that is no longer a promise becomes in the answer; throws on whatever is not the plain way to one. */
export type Complete = (run: Run, value: unknown) => unknown;

/** A field of a selection, with all that is known of it before it is asked. */
export interface PreparedField {
  /** Its name in the answer. */
  key: string;
  /** The field of the schema: its resolver may be another by the time it is asked. */
  asked: { resolve?: GraphQLFieldResolver<unknown, unknown> | undefined };
  /** The same object wherever the field stands in one run. */
  argumentsIn: (run: Run) => Record<string, unknown>;
  info: GraphQLResolveInfo;
  complete: Complete;
}

/** Thrown by what completes a value; it is always the same, as nobody is told. */
export const UNUSUAL = new Error('not the plain way to an answer');

/** One run of a prepared query: each value goes to its place in the answer, at once or when it is known. */
export class Run {
  readonly argumentsOf = new Map<object, Record<string, unknown>>();
  private awaited = 0;
  private usual = true;
  private settle: (() => void) | undefined;

  constructor(
    readonly context: unknown,
    readonly variables: Record<string, unknown>,
  ) {}

  /** The whole answer's data, or null as soon as anything unusual is met. */
  data(roots: readonly PreparedField[]): object | null | Promise<object | null> {
    const data = this.select(roots, undefined);
    if (!this.usual) return null;
    if (this.awaited === 0) return data;
    return new Promise((resolve) => (this.settle = () => resolve(this.usual ? data : null)));
  }

  /** An object of the answer. */
  select(fields: readonly PreparedField[], source: unknown): object {
    const answer: Place = {};
    for (const field of fields) {
      if (!this.usual) break;
      let value: unknown;
      try {
        value = (field.asked.resolve ?? defaultFieldResolver)(source, field.argumentsIn(this), this.context, field.info);
      } catch {
        this.depart();
        break;
      }
      this.put(answer, field.key, value, field.complete);
    }
    return answer;
  }

  /** A list of the answer. Every item is taken, whatever the ones before were: a promise left alone could fail unheard. */
  list(items: Iterable<unknown>, complete: Complete): unknown[] {
    const answer: unknown[] = [];
    for (const item of items) this.put(answer as unknown as Place, answer.length, item, complete);
    return answer;
  }

  private put(place: Place, key: Key, value: unknown, complete: Complete): void {
    if (!isPromise(value)) return this.complete(place, key, value, complete);
    place[key] = null; // keeps its turn
    this.awaited += 1;
    value.then(
      (known) => this.arrive(place, key, known, complete),
      () => this.depart(),
    );
  }

  private arrive(place: Place, key: Key, value: unknown, complete: Complete): void {
    this.awaited -= 1;
    if (this.usual) this.complete(place, key, value, complete);
    if (this.awaited === 0) this.settle?.();
  }

  private complete(place: Place, key: Key, value: unknown, complete: Complete): void {
    try {
      place[key] = complete(this, value);
    } catch {
      place[key] = null;
      this.depart();
    }
  }

  private depart(): void {
    this.usual = false;
    this.settle?.();
  }
}

const isPromise = (value: unknown): value is PromiseLike<unknown> => typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
