/** The same sequence once its first member is there; null when it has none. */
export async function afterFirst<T>(sequence: AsyncIterable<T>): Promise<AsyncGenerator<T> | null> {
  const iterator = sequence[Symbol.asyncIterator]();
  const first = await iterator.next();
  return first.done ? null : resumed(first.value, iterator);
}

async function* resumed<T>(first: T, iterator: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
