import DataLoader from 'dataloader';

/**
 * A loader shared by all requests: keys asked for in the same turn of the event loop, by whomever, become one
 * statement. For public reads alone: it carries no caller's rights and must never be used inside a transaction.
 * When a batch fails, each key is tried once by itself, so that one bad key does not fail strangers' requests.
 */
export function sharedLoader<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly (Value | null)[]>,
  keyOf: (key: Key) => unknown = (key) => key,
): DataLoader<Key, Value | null, unknown> {
  const batch = async (keys: readonly Key[]): Promise<(Value | null | Error)[]> => {
    const distinct = [...new Map(keys.map((key) => [keyOf(key), key])).values()];
    const found = new Map<unknown, Value | null | Error>();
    try {
      const values = await load(distinct);
      distinct.forEach((key, i) => found.set(keyOf(key), values[i] ?? null));
    } catch (fault) {
      if (distinct.length === 1) throw fault;
      await Promise.all(
        distinct.map(async (key) => found.set(keyOf(key), await load([key]).then(([value]) => value ?? null, asError))),
      );
    }
    return keys.map((key) => found.get(keyOf(key)) ?? null);
  };
  return new DataLoader<Key, Value | null, unknown>(batch, {
    cache: false,
    maxBatchSize: 4000,
    batchScheduleFn: (callback) => setImmediate(callback),
  });
}

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));

/** Puts rows in the order of the keys; null where a key has no row. */
export function inKeyOrder<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
