import { verify } from 'node:crypto';
import { findLatestCheckpoint, listCheckpoints } from '../../../../services/shared/checkpoints/checkpoint';
import { createCheckpointer } from '../../../../services/shared/checkpoints/checkpointer';
import { proveConsistency, proveInclusion } from '../../../../services/shared/checkpoints/proofs';
import { maskError } from '../../../../gateway/mask-answer';
import { Rejected } from '../../../../services/shared/errors';
import { readHead } from '../../../../services/shared/journal';
import { maskFault } from '../../../../services/shared/mask-fault';
import { until } from '../../../support/until';
import { type CheckpointedCatalog, checkpointedCatalog, newSigner, OFFICIAL } from './catalog-journal';
import { isConsistent, isIncluded } from './check-proof';

const MINUTE = 60_000;

describe('checkpoints', () => {
  let catalog: CheckpointedCatalog;
  const all = () => listCheckpoints(catalog.database, 'catalog', 0, 1_000_000);
  afterEach(() => catalog.drop());

  describe('of a journal that grows', () => {
    beforeEach(async () => {
      catalog = await checkpointedCatalog();
    });

    it('say what anybody can check with the key alone', async () => {
      await catalog.write(3);
      const { journal, treeSize, rootHash, at, signature, publicKey } = (await catalog.checkpoints.checkpoint())!;
      expect({ journal, treeSize, at }).toEqual({ journal: 'catalog', treeSize: 3, at: '2014-09-08T02:00:00.000Z' });
      const text = ['power-list-hub journal checkpoint', journal, treeSize, rootHash, at, ''].join('\n');
      expect(verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))).toBe(true);
      expect(publicKey).toBe(catalog.signer.publicKey);
    });

    it('are made when there is something new, and not again when there is not', async () => {
      expect(await catalog.checkpoints.checkpoint()).toBeNull();
      await catalog.write(2);
      const first = await catalog.checkpoints.checkpoint();
      catalog.clock.now = new Date(catalog.clock.now.getTime() + MINUTE);
      expect(await catalog.checkpoints.checkpoint()).toEqual(first);
      await catalog.write(1);
      await catalog.checkpoints.checkpoint();
      expect((await all()).map(({ treeSize }) => treeSize)).toEqual([2, 3]);
      expect(catalog.checkpoints.status()).toEqual({ treeSize: 3, head: 3, waitingSince: null, error: null });
    });

    it('are told to whoever keeps answers, each once', async () => {
      let rings = 0;
      await catalog.write(2);
      catalog.journal.wake.onRing(() => (rings += 1));
      await catalog.checkpoints.checkpoint();
      await catalog.checkpoints.checkpoint();
      expect(rings).toBe(1);
    });

    it('are the same whoever of two processes makes them', async () => {
      await catalog.write(300);
      const other = createCheckpointer(catalog.journal, { signer: catalog.signer });
      const [mine, theirs] = await Promise.all([catalog.checkpoints.checkpoint(), other.checkpoint()]);
      expect(theirs).toEqual(mine);
      expect(await all()).toHaveLength(1);
    });

    it('prove each row, and that the journal only grew', async () => {
      const sizes: number[] = [];
      for (const rows of [1, 254, 1, 2, 300]) {
        await catalog.write(rows);
        sizes.push((await catalog.checkpoints.checkpoint())!.treeSize);
      }
      const checkpoints = new Map((await all()).map((checkpoint) => [checkpoint.treeSize, checkpoint.rootHash]));
      for (const treeSize of sizes) {
        const proof = await proveInclusion(catalog.database, 'catalog', Math.ceil(treeSize / 2), treeSize);
        expect(isIncluded(proof.sequence - 1, treeSize, proof.leafHash, checkpoints.get(treeSize)!, proof.hashes)).toBe(true);
        const { hashes } = await proveConsistency(catalog.database, 'catalog', sizes[0]!, treeSize);
        expect(isConsistent(sizes[0]!, treeSize, checkpoints.get(sizes[0]!)!, checkpoints.get(treeSize)!, hashes)).toBe(true);
      }
    });

    it('prove nothing that is not signed', async () => {
      await catalog.write(5);
      await catalog.checkpoints.checkpoint();
      await catalog.write(1);
      const rejected = (inputPath: string) => ({ extensions: { code: 'BAD_USER_INPUT', inputPath } });
      await expect(proveInclusion(catalog.database, 'catalog', 1, 6)).rejects.toMatchObject(rejected('treeSize'));
      await expect(proveInclusion(catalog.database, 'catalog', 4, 3)).rejects.toMatchObject(rejected('sequence'));
      await expect(proveInclusion(catalog.database, 'catalog', 0, 3)).rejects.toMatchObject(rejected('sequence'));
      await expect(proveConsistency(catalog.database, 'catalog', 0, 3)).rejects.toMatchObject(rejected('from'));
      await expect(proveConsistency(catalog.database, 'catalog', 4, 3)).rejects.toMatchObject(rejected('from'));
    });

    it('cannot be edited with ordinary rights', async () => {
      await catalog.write(300);
      await catalog.checkpoints.checkpoint();
      for (const table of ['journal_checkpoint', 'journal_tree'])
        await expect(catalog.database.pool.query(`DELETE FROM catalog.${table}`)).rejects.toThrow('append-only');
    });
  });

  it('come by themselves after so many rows', async () => {
    catalog = await checkpointedCatalog({ everyRows: 10 });
    await catalog.checkpoints.start();
    await catalog.write(9);
    await catalog.write(1);
    await until(all, (found) => found.length > 0);
    expect((await all()).map(({ treeSize }) => treeSize)).toEqual([10]);
  });

  it('come by themselves after a while, until they are stopped', async () => {
    catalog = await checkpointedCatalog({ everyMs: 5 });
    await catalog.checkpoints.start();
    await catalog.write(1);
    await until(all, (found) => found.length > 0);
    await catalog.checkpoints.stop();
    await catalog.write(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await all()).map(({ treeSize }) => treeSize)).toEqual([1]);
  });

  describe('that fail', () => {
    const late = (minutes: number) => (catalog.clock.now = new Date(catalog.clock.now.getTime() + minutes * MINUTE));
    let isBroken: boolean;
    beforeEach(async () => {
      isBroken = true;
      const good = newSigner();
      const sign = (text: string): string => {
        if (isBroken) throw new Error('the key is gone');
        return good.sign(text);
      };
      catalog = await checkpointedCatalog({ signer: { ...good, sign } });
    });
    const stalled = { extensions: { code: 'JOURNAL_STALLED' } };

    it('stop decisions after ten minutes, not the hub’s own work, until they are made again', async () => {
      expect(await catalog.write(1, OFFICIAL)).toMatchObject({ ok: true });
      late(10);
      expect(await catalog.write(1, OFFICIAL)).toMatchObject({ ok: true });
      late(1);
      await expect(catalog.write(1, OFFICIAL)).rejects.toMatchObject(stalled);
      expect((await readHead(catalog.database, 'catalog')).seq).toBe(2);
      expect(catalog.checkpoints.status()).toMatchObject({ treeSize: 0, head: 2, error: 'the key is gone' });
      expect(await catalog.write(1)).toMatchObject({ ok: true }); // a follower, a seed
      isBroken = false;
      expect(await catalog.write(1, OFFICIAL)).toMatchObject({ ok: true });
      expect((await findLatestCheckpoint(catalog.database, 'catalog'))?.treeSize).toBe(3);
    });

    it('say why to who asked', () => {
      const told = new Rejected('JOURNAL_STALLED', '暂停');
      expect(maskError(told)).toMatchObject({ message: '暂停', extensions: { code: 'JOURNAL_STALLED' } });
      expect(maskFault({ message: told.message, extensions: told.extensions }, told)).toMatchObject({ message: '暂停', extensions: { code: 'JOURNAL_STALLED' } });
    });

    it('do not stop anything while no row waits', async () => {
      late(60);
      expect(await catalog.write(1, OFFICIAL)).toMatchObject({ ok: true });
    });

    it('are not forgotten by a restart', async () => {
      await catalog.write(1);
      late(11);
      const restarted = createCheckpointer(catalog.journal, { signer: { ...newSigner(), sign: () => { throw new Error('still gone'); } } });
      await restarted.start();
      expect(await restarted.isStalled()).toBe(true);
      await restarted.stop();
    });
  });

  it('are not made of a journal that was rewritten', async () => {
    catalog = await checkpointedCatalog();
    await catalog.write(5);
    await catalog.checkpoints.checkpoint();
    await catalog.tamper('journal', `UPDATE catalog.journal SET leaf = repeat('0', 64) WHERE seq = 2`);
    await catalog.write(1);
    await expect(catalog.checkpoints.checkpoint()).rejects.toThrow('catalog: the journal departs from its checkpoint of row 5');
    await catalog.tamper('journal', 'DELETE FROM catalog.journal WHERE seq > 3; UPDATE catalog.journal_head SET seq = 3');
    await expect(catalog.checkpoints.checkpoint()).rejects.toThrow('catalog: the journal ends at 3, before its checkpoint at 5');
  });

  it('are not built on one that the hub has not signed', async () => {
    catalog = await checkpointedCatalog();
    await catalog.write(2);
    await catalog.checkpoints.checkpoint();
    await catalog.tamper('journal_checkpoint', `UPDATE catalog.journal_checkpoint SET root = repeat('0', 64)`);
    await expect(catalog.checkpoints.checkpoint()).rejects.toThrow('the checkpoint of row 2 is not what was signed');
  });
});
