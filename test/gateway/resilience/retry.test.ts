import { parse } from 'graphql';
import { isWorthRetrying, pauseMs, withOneRetry } from '../../../gateway/resilience/retry';
import { CallFailed } from '../../../gateway/subgraph-failure';

const READ = parse('{ a }');
const transient = new CallFailed('SUBGRAPH_UNAVAILABLE', 'reset', { isTransient: true });
const open = new AbortController().signal;

describe('one retry', () => {
  it.each([
    ['a read whose connection failed', '{ a }', transient, true],
    ['a mutation', 'mutation { a }', transient, false],
    ['a subscription', 'subscription { a }', transient, false],
    ['a document with any mutation in it', 'query A { a } mutation B { a }', transient, false],
    ['a read that took too long', '{ a }', new CallFailed('SUBGRAPH_TIMEOUT', 'late'), false],
    ['a read that was answered 500', '{ a }', new CallFailed('SUBGRAPH_UNAVAILABLE', '500'), false],
    ['a read that was answered with garbage', '{ a }', new Error('garbage'), false],
  ])('%s', (_name, document, fault, isRetried) => {
    expect(isWorthRetrying(parse(document), fault)).toBe(isRetried);
  });

  it('asks twice and not three times', async () => {
    const attempt = jest.fn().mockRejectedValue(transient);
    const onRetry = jest.fn();
    await expect(withOneRetry({ document: READ, signal: open, onRetry }, attempt)).rejects.toBe(transient);
    expect([attempt.mock.calls.length, onRetry.mock.calls.length]).toEqual([2, 1]);
  });

  it('gives the second answer', async () => {
    const attempt = jest.fn().mockRejectedValueOnce(transient).mockResolvedValueOnce('answer');
    await expect(withOneRetry({ document: READ, signal: open, onRetry: () => undefined }, attempt)).resolves.toBe('answer');
  });

  it('does not begin again when the deadline has passed, nor when it passes in the pause', async () => {
    const attempt = jest.fn().mockRejectedValue(transient);
    await expect(withOneRetry({ document: READ, signal: AbortSignal.abort(), onRetry: () => undefined }, attempt)).rejects.toBe(transient);
    const deadline = new AbortController();
    const retried = withOneRetry({ document: READ, signal: deadline.signal, onRetry: () => undefined }, attempt);
    setImmediate(() => deadline.abort());
    await expect(retried).rejects.toMatchObject({ name: 'AbortError' });
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('pauses for 20 to 100 ms', () => {
    expect([pauseMs(0), pauseMs(0.5), pauseMs(0.999)]).toEqual([20, 60, 99]);
  });
});
