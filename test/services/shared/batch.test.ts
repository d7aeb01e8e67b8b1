import { sharedLoader } from '../../../services/shared/batch';

/** A database that answers when it is told to. */
function heldDatabase() {
  const asked: { keys: readonly number[]; answer: () => void; fail: () => void }[] = [];
  const load = (keys: readonly number[]) =>
    new Promise<string[]>((resolve, reject) => asked.push({ keys, answer: () => resolve(keys.map(String)), fail: () => reject(new Error('gone')) }));
  return { asked, loader: sharedLoader<number, string>(load) };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('a loader shared by all requests', () => {
  it('asks once for what is asked in one turn, each key once', async () => {
    const { asked, loader } = heldDatabase();
    const found = Promise.all([1, 2, 1].map((key) => loader.load(key)));
    await turn();
    expect(asked.map(({ keys }) => keys)).toEqual([[1, 2]]);
    asked[0]!.answer();
    expect(await found).toEqual(['1', '2', '1']);
  });

  it('has two statements under way at most: what is asked meanwhile becomes the next', async () => {
    const { asked, loader } = heldDatabase();
    const found: Promise<string | null>[] = [];
    for (let key = 0; key < 10; key += 1) {
      found.push(loader.load(key));
      await turn();
    }
    expect(asked.map(({ keys }) => keys)).toEqual([[0], [1]]);
    asked[1]!.answer();
    await turn();
    expect(asked.map(({ keys }) => keys)).toEqual([[0], [1], [2, 3, 4, 5, 6, 7, 8, 9]]);
    asked[0]!.answer();
    asked[2]!.answer();
    expect(await Promise.all(found)).toEqual(Array.from({ length: 10 }, (_, key) => String(key)));
  });

  it('goes on after a statement that failed', async () => {
    const { asked, loader } = heldDatabase();
    const first = loader.load(1).catch((fault: unknown) => fault);
    await turn();
    const second = loader.load(2);
    await turn();
    const third = loader.load(3);
    await turn();
    expect(asked).toHaveLength(2);
    asked[0]!.fail();
    expect(await first).toEqual(new Error('gone'));
    await turn();
    expect(asked.map(({ keys }) => keys)).toEqual([[1], [2], [3]]);
    asked[1]!.answer();
    asked[2]!.answer();
    expect(await Promise.all([second, third])).toEqual(['2', '3']);
  });
});
