import { collectDefaultMetrics, Registry } from 'prom-client';

let registry: Registry | null = null;

/** Memory, processor time, garbage collection, handles, event loop: one registry for the process, since its observers cannot be taken out again. */
export function processMetrics(): Registry {
  if (registry === null) collectDefaultMetrics({ register: (registry = new Registry()) });
  return registry;
}
