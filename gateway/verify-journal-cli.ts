import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JournalHead } from '../services/shared/journal';
import type { Subgraph } from '../services/shared/subgraph';
import type { Witness } from '../services/shared/verify-journal';
import { readConfig } from './config';
import { createHub } from './one-process';

/** What other services remember of a service's journal: the place their followers reached. */
async function witnessesOf(name: string, subgraphs: readonly Subgraph[]): Promise<Witness[]> {
  const witnesses: Witness[] = [];
  for (const { name: reader, followers } of subgraphs) {
    const follower = followers.find(({ source }) => source === name);
    const head = await follower?.cursor();
    if (head && head.seq > 0) witnesses.push({ name: reader, ...head });
  }
  return witnesses;
}

/** Heads found good before, kept beside the data: a journal cut or restored since then contradicts them. */
type Anchors = Record<string, JournalHead>;

function readAnchors(file: string): Anchors {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Anchors) : {};
}

/** `npm run verify-journal [-- <service>…]`: checks the chains and names the first bad row; exit code 1 when one is bad. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const hub = await createHub(config);
  const anchorFile = path.join(config.dataDirectory, 'journal-anchors.json');
  const anchors = readAnchors(anchorFile);
  try {
    const subgraphs = Object.values(hub.subgraphs);
    const asked = process.argv.slice(2);
    const unknown = asked.find((name) => !subgraphs.some((subgraph) => subgraph.name === name));
    if (unknown !== undefined) throw new Error(`没有名为 ${unknown} 的服务；可用：${subgraphs.map(({ name }) => name).join('、')}`);
    for (const subgraph of subgraphs.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
      const anchor = anchors[subgraph.name];
      const witnesses = await witnessesOf(subgraph.name, subgraphs);
      if (anchor) witnesses.push({ name: '上次核验', ...anchor });
      const result = await subgraph.verifyJournal(witnesses);
      if (result.ok) {
        if (result.head.seq > 0) anchors[subgraph.name] = result.head;
        const others = witnesses.length > 0 ? `，与 ${witnesses.map(({ name }) => name).join('、')} 所记一致` : '';
        console.log(`✓ ${subgraph.name}：${result.head.seq} 行，末行哈希 ${result.head.hash}${others}`);
        continue;
      }
      console.log(`✗ ${subgraph.name}：${result.bad.message}（${result.bad.problem}）`);
      process.exitCode = 1;
    }
    writeFileSync(anchorFile, `${JSON.stringify(anchors, null, 2)}\n`);
  } finally {
    await hub.stop();
  }
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 2;
});
