import { setImmediate } from 'node:timers/promises';
import { createTurns } from '../../../gateway/pages/turns';

/** A work that ends when it is told to. */
function work() {
  let end!: (value: string) => void;
  let fail!: (fault: Error) => void;
  const done = new Promise<string>((resolve, reject) => ((end = resolve), (fail = reject)));
  const run = jest.fn(() => done);
  return { run, end, fail };
}

it('runs so many at once, the rest in their order, and turns away whoever would wait too long', async () => {
  const turns = createTurns({ atOnce: 2, waiting: 1 });
  const [first, second, third] = [work(), work(), work()] as const;
  const results = [turns(first.run), turns(second.run), turns(third.run)];
  expect(await turns(async () => 'fourth')).toBe('TOO_MANY_WAIT');
  expect([first, second, third].map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 0]);
  second.end('2');
  await setImmediate();
  expect(third.run).toHaveBeenCalledTimes(1);
  third.end('3');
  first.end('1');
  expect(await Promise.all(results)).toEqual(['1', '2', '3']);
});

it('gives the place on when a work fails', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 1 });
  const failing = work();
  const failed = turns(failing.run);
  const next = turns(async () => 'next');
  failing.fail(new Error('down'));
  await expect(failed).rejects.toThrow('down');
  expect(await next).toBe('next');
  expect(await turns(async () => 'later')).toBe('later');
});
