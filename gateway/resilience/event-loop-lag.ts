import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 20;
const SAMPLE_MS = 500;

/** How late this process's event loop runs. */
export interface LagMeter {
  /** Mean delay of the last half second, milliseconds. */
  lagMs(): number;
  stop(): void;
}

export function createLagMeter(): LagMeter {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let lagMs = 0;
  delays.enable();
  const timer = setInterval(() => {
    // A reading includes the interval at which it is taken; a mean of nothing is NaN.
    lagMs = Math.max(0, delays.mean / 1e6 - RESOLUTION_MS) || 0;
    delays.reset();
  }, SAMPLE_MS).unref();
  return {
    lagMs: () => lagMs,
    stop() {
      clearInterval(timer);
      delays.disable();
    },
  };
}
