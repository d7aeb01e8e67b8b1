import { readConfig } from './config';
import { openHome } from './databases';
import type * as RunHub from './run-hub';

/** `npm start`: gateway and services in one process. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const home = openHome(config);
  // Loaded while the embedded database opens in its thread: either takes about as long as the other.
  const { runHub } = require('./run-hub') as typeof RunHub;
  await runHub(config, home);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
