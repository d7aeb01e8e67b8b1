import { readConfig } from './config';
import { createHub } from './hub';

/** `npm run rebuild-projection`: empties what each service keeps of the others and replays it from zero. */
async function main(): Promise<void> {
  const hub = await createHub(readConfig(process.env));
  try {
    for (const subgraph of Object.values(hub.subgraphs)) {
      await subgraph.rebuild();
      for (const follower of subgraph.followers) {
        const { source, cursor } = await follower.status();
        console.log(`${subgraph.name}：已按 ${source} 的日志重建，至第 ${cursor} 行`);
      }
    }
  } finally {
    await hub.stop();
  }
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
