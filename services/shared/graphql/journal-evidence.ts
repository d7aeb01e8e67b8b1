import { type Checkpoint, findLatestCheckpoint } from '../checkpoints/checkpoint';
import { type ConsistencyProof, type InclusionProof, proveConsistency, proveInclusion } from '../checkpoints/proofs';
import type { Store } from '../store';
import type { CallContext, HubBuilder } from './schema-builder';

/** Adds JournalCheckpoint, InclusionProof and ConsistencyProof, and `<service>JournalCheckpoint` and so on: the journal as evidence. */
export function addJournalEvidence<Context extends CallContext>(typed: HubBuilder<Context>, service: string, { database, schema }: Store): void {
  const builder = typed as unknown as HubBuilder;
  const JournalCheckpoint = builder.objectRef<Checkpoint>('JournalCheckpoint').implement({
    shareable: true,
    description:
      'A signed statement (检查点) of where a service’s journal stood. Who keeps it can prove later that the journal was rewritten, cut or restored from a backup (P7). ' +
      'Signed is the text of five lines, each ended by a line feed: `power-list-hub journal checkpoint`, then `journal`, `treeSize`, `rootHash`, `at` as they are answered here.',
    fields: (t) => ({
      journal: t.exposeString('journal', { description: 'Whose journal, e.g. `catalog`; a checkpoint of one is none of another.' }),
      treeSize: t.exposeInt('treeSize', { description: 'Rows of the journal, from the first.' }),
      rootHash: t.exposeString('rootHash', { description: 'Root of the Merkle tree over these rows, RFC 6962 with SHA-256, hexadecimal.' }),
      at: t.field({ type: 'DateTime', description: 'When it was signed.', resolve: (checkpoint) => checkpoint.at }),
      signature: t.exposeString('signature', { description: 'Ed25519 signature of the text above, Base64.' }),
      keyId: t.exposeString('keyId', { description: 'First 16 hexadecimal digits of the SHA-256 of the public key.' }),
      publicKey: t.exposeString('publicKey', { description: 'The key to check the signature with, PEM; also at `GET /journal/public-key`.' }),
    }),
  });
  const Inclusion = builder.objectRef<InclusionProof>('InclusionProof').implement({
    shareable: true,
    description: 'Proof that a row is in the journal of a size (包含证明), RFC 6962 2.1.1.',
    fields: (t) => ({
      sequence: t.exposeInt('sequence', { description: 'The row; its place in the tree is one less.' }),
      treeSize: t.exposeInt('treeSize', { description: 'Rows of the tree.' }),
      leafHash: t.exposeString('leafHash', { description: 'SHA-256 of a zero byte and the row’s entry as canonical JSON (RFC 8785), hexadecimal.' }),
      rootHash: t.exposeString('rootHash', { description: 'Root that the proof leads to; equals the one in a checkpoint of this size.' }),
      hashes: t.exposeStringList('hashes', { description: 'Sibling hashes from the leaf up, hexadecimal.' }),
    }),
  });
  const Consistency = builder.objectRef<ConsistencyProof>('ConsistencyProof').implement({
    shareable: true,
    description: 'Proof that the journal of one size is the beginning of the journal of a later one (一致性证明), RFC 6962 2.1.2.',
    fields: (t) => ({
      from: t.exposeInt('from', { description: 'Rows of the earlier tree.' }),
      to: t.exposeInt('to', { description: 'Rows of the later tree.' }),
      fromRootHash: t.exposeString('fromRootHash', { description: 'Root of the earlier tree, hexadecimal.' }),
      toRootHash: t.exposeString('toRootHash', { description: 'Root of the later tree, hexadecimal.' }),
      hashes: t.exposeStringList('hashes', { description: 'Hashes of the proof, in the order of RFC 6962, hexadecimal.' }),
    }),
  });
  builder.queryFields((t) => ({
    [`${service}JournalCheckpoint`]: t.field({
      type: JournalCheckpoint,
      nullable: true,
      description: 'The last checkpoint of this service’s journal; null until there is one. A new one is made every minute or 1,000 rows, when there is anything new.',
      resolve: () => findLatestCheckpoint(database, schema),
    }),
    [`${service}InclusionProof`]: t.field({
      type: Inclusion,
      description: 'Proves that a row is in the journal of a size. BAD_USER_INPUT for a size beyond the last checkpoint or a row beyond the size.',
      args: {
        sequence: t.arg.int({ required: true, description: 'The row, from 1; `sequence` of a change.' }),
        treeSize: t.arg.int({ required: true, description: 'Rows of the tree, 1 to the last checkpoint’s `treeSize`.' }),
      },
      resolve: (_root, { sequence, treeSize }) => proveInclusion(database, schema, sequence, treeSize),
    }),
    [`${service}ConsistencyProof`]: t.field({
      type: Consistency,
      description: 'Proves that the journal has only grown between two sizes. BAD_USER_INPUT for a size beyond the last checkpoint or sizes in the wrong order.',
      args: {
        from: t.arg.int({ required: true, description: 'Rows of the earlier tree, from 1.' }),
        to: t.arg.int({ required: true, description: 'Rows of the later tree, at most the last checkpoint’s `treeSize`.' }),
      },
      resolve: (_root, { from, to }) => proveConsistency(database, schema, from, to),
    }),
  }));
}
