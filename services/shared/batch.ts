import DataLoader from 'dataloader';

/** So many statements of one loader are under way at most: a second while the first is on its way back. */
const UNDER_WAY = 2;

/**
 * A loader shared by all requests: keys asked for in the same turn of the event loop, by whomever, become one
 * statement, and so do those asked for while the statements before are under way: the busier the database, the fewer
 * and larger they are. For public reads alone: it carries no caller's rights and must never be used inside a transaction.
 * When a batch fails, each key is tried once by itself, so that one bad key does not fail strangers' requests.
 */
export function sharedLoader<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly (Value | null)[]>,
  keyOf: (key: Key) => unknown = (key) => key,
): DataLoader<Key, Value | null, unknown> {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  const schedule = (dispatch: () => void): void => {
    if (underWay < UNDER_WAY) setImmediate(dispatch);
    else waiting.push(dispatch);
  };
  const settled = (): void => {
    underWay -= 1;
    const next = waiting.shift();
    if (next) setImmediate(next);
  };
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
  const counted = (keys: readonly Key[]) => {
    underWay += 1;
    return batch(keys).finally(settled);
  };
  return new DataLoader<Key, Value | null, unknown>(counted, { cache: false, maxBatchSize: 4000, batchScheduleFn: schedule });
}

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));

/** Puts rows in the order of the keys; null where a key has no row. */
export function inKeyOrder<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
