import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { Key, Service } from './keep-a-copy';

/** What one page of changes did to the copy, and where its reader stands after it: stored together, or not at all. */
export interface Step {
  service: Service;
  /** Null before the first page. */
  cursor: string | null;
  sequence: number;
  /** What was read again; null: it is there no more. */
  records: Record<Key, unknown>;
  /** What is to be read again on a day to come, since what was decided holds from then on. */
  later: [key: Key, day: string][];
  /** What fell due by this day was read. */
  readOn?: string;
}

/** A copy in a file: one line a step. A line that was not written to its end counts as not written. */
export interface CopyLog {
  readonly records: ReadonlyMap<Key, unknown>;
  placeOf(service: Service): { cursor: string | null; sequence: number };
  dueBy(day: string): Key[];
  itemsCiting(instrumentId: string): Key[];
  append(step: Step): void;
}

/** Opens the copy as it was stored. `write` puts a line at the end of the file. */
export function openCopyLog(file: string, write: (file: string, line: string) => void = appendFileSync): CopyLog {
  const records = new Map<Key, unknown>();
  const places = new Map<Service, { cursor: string | null; sequence: number }>();
  const later = new Map<Key, Set<string>>();

  function apply({ service, cursor, sequence, records: read, later: days, readOn }: Step): void {
    places.set(service, { cursor, sequence });
    for (const [key, record] of Object.entries(read) as [Key, unknown][]) {
      if (record === null) records.delete(key);
      else records.set(key, record);
      if (readOn !== undefined) later.set(key, new Set([...(later.get(key) ?? [])].filter((day) => day > readOn)));
    }
    for (const [key, day] of days) later.set(key, (later.get(key) ?? new Set()).add(day));
  }

  const stored = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = stored.slice(0, stored.lastIndexOf('\n') + 1);
  if (whole.length < stored.length) truncateSync(file, Buffer.byteLength(whole));
  for (const line of whole.split('\n')) if (line !== '') apply(JSON.parse(line) as Step);

  return {
    records,
    placeOf: (service) => places.get(service) ?? { cursor: null, sequence: 0 },
    dueBy: (day) => [...later].filter(([, days]) => [...days].some((each) => each <= day)).map(([key]) => key),
    itemsCiting: (id) =>
      [...records].filter(([key, record]) => key.startsWith('item/') && (record as { legalBases: { instrument: { id: string } }[] }).legalBases.some(({ instrument }) => instrument.id === id)).map(([key]) => key),
    append(step) {
      write(file, `${JSON.stringify(step)}\n`);
      apply(step);
    },
  };
}
