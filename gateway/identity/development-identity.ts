import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type Actor, type Role, ROLES } from '../../services/shared/actor';
import { bearerToken, type Identity, Unauthenticated } from './caller-identity';
import { type Proven, rememberedActors } from './remembered-actors';

/** An identity that also makes tokens, with a key of its own. */
export interface DevelopmentIdentity extends Identity {
  issue(actor: Actor, ttlSeconds: number): Promise<string>;
}

/** Both issuer and audience of tokens made here, so that a token for another system is refused. */
const HUB = 'power-list-hub';
const ALGORITHM = 'HS256';
const KEY_BYTES = 32;

/**
 * Tokens signed with a key in the data directory, made at the first start: for trial, tests and small places without an
 * identity provider. Whoever can read the key file can act as anyone; it is readable by its owner alone.
 */
export function createDevelopmentIdentity(keyFile: string): DevelopmentIdentity {
  const key = readOrMakeKey(keyFile);
  const verify = async (authorization: string): Promise<Proven> => {
    const token = bearerToken(authorization);
    const { jwtVerify } = await import('jose');
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        issuer: HUB,
        audience: HUB,
        requiredClaims: ['sub', 'exp'],
      });
      return { actor: toActor(payload), until: payload.exp! * 1000 };
    } catch (fault) {
      throw new Unauthenticated('bad token', { cause: fault });
    }
  };
  return {
    ...rememberedActors({ verify, keysInForce: () => key, now: Date.now }),
    async issue({ id, role, regionCode, agencyCode }, ttlSeconds) {
      const { SignJWT } = await import('jose');
      return new SignJWT({ role, regionCode, agencyCode })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(id)
        .setIssuer(HUB)
        .setAudience(HUB)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + ttlSeconds)
        .sign(key);
    },
  };
}

function toActor({ sub, role, regionCode, agencyCode }: Record<string, unknown>): Actor {
  if (typeof sub !== 'string' || !isRole(role)) throw new TypeError('token without subject or role');
  return { id: sub, role, regionCode: textOrNull(regionCode), agencyCode: textOrNull(agencyCode) };
}

const isRole = (value: unknown): value is Role => ROLES.includes(value as Role);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function readOrMakeKey(file: string): Uint8Array {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, `${randomBytes(KEY_BYTES).toString('base64url')}\n`);
    closeSync(handle);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (key.length < KEY_BYTES) throw new Error(`${file} 中的密钥不足 ${KEY_BYTES} 字节，请删除该文件后重新启动`);
  return new Uint8Array(key);
}
