import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Signs what the journals' checkpoints say (Ed25519). */
export interface CheckpointSigner {
  /** First 16 hexadecimal digits of the SHA-256 of the public key. */
  readonly keyId: string;
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;
  /** Base64. */
  sign(text: string): string;
}

export function createSigner(privateKey: KeyObject): CheckpointSigner {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`日志签名密钥应为 Ed25519，实为 ${privateKey.asymmetricKeyType}`);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return { keyId: keyIdOf(publicKey), publicKey, sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64') };
}

/** How a public key is named; a key of another form has no name. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16);

/** Whether the holder of the key has signed this text; anything that is no key or no signature has not. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false; // not a key: nothing is proven
  }
}

/** A key that somebody else keeps, PEM (PKCS #8). */
export const readSigner = (file: string): CheckpointSigner => createSigner(createPrivateKey(readFileSync(file)));

/** The hub's own key, made at the first start, readable by its owner alone. Several processes may start at once. */
export function readOrMakeSigner(file: string): CheckpointSigner {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(mine, file); // appears whole or not at all
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(mine, { force: true });
  }
  return readSigner(file);
}
