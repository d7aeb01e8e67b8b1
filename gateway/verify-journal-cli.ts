import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSavedEvidence, type SavedEvidence } from '../services/shared/checkpoints/saved-evidence';
import { keyIdOf } from '../services/shared/checkpoints/signing-key';
import type { JournalHead } from '../services/shared/journal';
import type { Subgraph } from '../services/shared/subgraph';
import type { Witness } from '../services/shared/verify-journal';
import { readConfig } from './config';
import { createHub } from './hub';

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

interface Asked {
  services: string[];
  /** What was kept of the hub's answers, JSON lines. */
  evidence: SavedEvidence;
  /** The only key whose checkpoints count, PEM; null: each checkpoint's own. */
  trustedKey: string | null;
}

function readArguments(): Asked {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { checkpoints: { type: 'string' }, 'public-key': { type: 'string' } } });
  return {
    services: positionals,
    evidence: readSavedEvidence(values.checkpoints === undefined ? '' : readFileSync(values.checkpoints, 'utf8')),
    trustedKey: values['public-key'] === undefined ? null : readFileSync(values['public-key'], 'utf8'),
  };
}

/** A service's journal in the database: `service-center` → `service_center`. */
const journalOf = (service: string): string => service.replaceAll('-', '_');

/**
 * `npm run verify-journal [-- <service>…] [--checkpoints FILE] [--public-key FILE]`: checks the chains, the Merkle roots and
 * the signatures, and names the first bad row; exit code 1 when one is bad. FILE is what somebody has kept of the hub's
 * answers: checkpoints, and changes with their hashes, JSON lines.
 */
async function main(): Promise<void> {
  const { services, evidence, trustedKey } = readArguments();
  const config = readConfig(process.env);
  const hub = await createHub(config);
  const anchorFile = path.join(config.dataDirectory, 'journal-anchors.json');
  const anchors = readAnchors(anchorFile);
  try {
    const subgraphs = Object.values(hub.subgraphs);
    const unknown = services.find((name) => !subgraphs.some((subgraph) => subgraph.name === name));
    if (unknown !== undefined) throw new Error(`没有名为 ${unknown} 的服务；可用：${subgraphs.map(({ name }) => name).join('、')}`);
    const foreign = evidence.checkpoints.find(({ publicKey }) => trustedKey !== null && keyIdOf(publicKey) !== keyIdOf(trustedKey));
    if (foreign) throw new Error(`${foreign.journal} 的检查点（${foreign.treeSize} 行）由另一把密钥 ${foreign.keyId} 签署`);
    for (const subgraph of subgraphs.filter(({ name }) => services.length === 0 || services.includes(name))) {
      const journal = journalOf(subgraph.name);
      const anchor = anchors[subgraph.name];
      const witnesses = await witnessesOf(subgraph.name, subgraphs);
      if (anchor) witnesses.push({ name: '上次核验', ...anchor });
      const told = witnesses.map(({ name }) => name);
      const changes = evidence.changes.filter((change) => change.journal === journal);
      const published = evidence.checkpoints.filter((checkpoint) => checkpoint.journal === journal);
      const saved = changes.map(({ seq, hash }) => ({ name: '所存变更', seq, hash }));
      const result = await subgraph.verifyJournal([...saved, ...witnesses], published);
      if (result.ok) {
        if (result.head.seq > 0) anchors[subgraph.name] = result.head;
        const others = told.length > 0 ? `，与 ${told.join('、')} 所记一致` : '';
        const kept = published.length + changes.length > 0 ? `，与所存 ${published.length} 个检查点、${changes.length} 条变更一致` : '';
        console.log(`✓ ${subgraph.name}：${result.head.seq} 行，末行哈希 ${result.head.hash}${others}${kept}`);
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
