/**
 * Lets so many works run at once; the rest wait in line, and whoever would be too far back to be served in time is
 * turned away.
 */
export function createTurns({ atOnce, waiting: most }: { atOnce: number; waiting: number }) {
  const line: (() => void)[] = [];
  let running = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result | 'TOO_MANY_WAIT'> => {
    if (running < atOnce) running += 1;
    else if (line.length >= most) return 'TOO_MANY_WAIT';
    else await new Promise<void>((turn) => line.push(turn)); // whoever ends hands its place on
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
