import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isGenuine } from '../../../../services/shared/checkpoints/checkpoint';
import { checkpointSettingsOf } from '../../../../services/shared/checkpoints/settings';
import { createSigner, isSignedBy, readOrMakeSigner, readSigner } from '../../../../services/shared/checkpoints/signing-key';

describe('the key that journals are signed with', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'signing-'));

  it('is made once, for its owner alone, and kept', () => {
    const file = path.join(folder, 'new', 'journal-signing.key');
    const first = readOrMakeSigner(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = readOrMakeSigner(file);
    expect(again.publicKey).toBe(first.publicKey);
    expect(isSignedBy(again.publicKey, 'text', first.sign('text'))).toBe(true);
    expect(isSignedBy(again.publicKey, 'other text', first.sign('text'))).toBe(false);
  });

  it('may be brought as PEM', () => {
    const file = path.join(folder, 'brought.pem');
    const { privateKey, publicKey } = generateKeyPairSync('ed25519', { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
    writeFileSync(file, privateKey);
    expect(checkpointSettingsOf({ HUB_SIGNING_KEY_FILE: file })).toMatchObject({ signer: { publicKey }, everyMs: 60_000, stallMs: 600_000 });
    expect(checkpointSettingsOf({ HUB_SIGNING_KEY_FILE: file, HUB_CHECKPOINT_SECONDS: '5', HUB_CHECKPOINT_STALL_SECONDS: '30' })).toMatchObject({ everyMs: 5_000, stallMs: 30_000 });
    expect(() => checkpointSettingsOf({ HUB_SIGNING_KEY_FILE: file, HUB_CHECKPOINT_SECONDS: 'soon' })).toThrow('HUB_CHECKPOINT_SECONDS');
    expect(readSigner(file).keyId).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is Ed25519 and nothing else', () => {
    expect(() => createSigner(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)).toThrow('Ed25519');
  });

  it('is no other key’s: a checkpoint names the key it is signed with', () => {
    const [mine, theirs] = [createSigner(generateKeyPairSync('ed25519').privateKey), createSigner(generateKeyPairSync('ed25519').privateKey)];
    const said = { journal: 'catalog', treeSize: 1, rootHash: 'ab', at: '2014-09-08T02:00:00.000Z' };
    const signature = mine.sign(`power-list-hub journal checkpoint\ncatalog\n1\nab\n${said.at}\n`);
    const checkpoint = { ...said, signature, keyId: mine.keyId, publicKey: mine.publicKey };
    expect(isGenuine(checkpoint)).toBe(true);
    expect(isGenuine({ ...checkpoint, journal: 'organisation' })).toBe(false);
    expect(isGenuine({ ...checkpoint, publicKey: theirs.publicKey })).toBe(false);
    expect(isGenuine({ ...checkpoint, keyId: theirs.keyId })).toBe(false);
    expect(isGenuine({ ...checkpoint, publicKey: 'no key' })).toBe(false);
  });
});
