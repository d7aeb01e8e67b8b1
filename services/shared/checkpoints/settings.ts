import path from 'node:path';
import type { CheckpointSettings } from './checkpointer';
import { readOrMakeSigner, readSigner } from './signing-key';

/** How journals are signed, as a process is told: `HUB_SIGNING_KEY_FILE`, `HUB_CHECKPOINT_SECONDS`, `HUB_CHECKPOINT_STALL_SECONDS`. */
export interface CheckpointConfig {
  /** A key that somebody else keeps, PEM; null: the hub's own in its data directory, made at the first start. */
  signingKeyFile: string | null;
  dataDirectory: string;
  everySeconds: number;
  stallSeconds: number;
}

export const DEFAULT_EVERY_SECONDS = 60;
export const DEFAULT_STALL_SECONDS = 600;
const OWN_KEY = 'journal-signing.key';

export const checkpointSettings = ({ signingKeyFile, dataDirectory, everySeconds, stallSeconds }: CheckpointConfig): CheckpointSettings => ({
  signer: signingKeyFile === null ? readOrMakeSigner(path.resolve(dataDirectory, OWN_KEY)) : readSigner(signingKeyFile),
  everyMs: everySeconds * 1000,
  stallMs: stallSeconds * 1000,
});

/** For a service in a process of its own. */
export function checkpointSettingsOf(environment: NodeJS.ProcessEnv): CheckpointSettings {
  const seconds = (name: string, fallback: number): number => {
    const given = Number(environment[name] || fallback);
    if (!(given > 0)) throw new Error(`${name} must be a number of seconds above 0`);
    return given;
  };
  return checkpointSettings({
    signingKeyFile: environment.HUB_SIGNING_KEY_FILE || null,
    dataDirectory: environment.HUB_DATA || '.data',
    everySeconds: seconds('HUB_CHECKPOINT_SECONDS', DEFAULT_EVERY_SECONDS),
    stallSeconds: seconds('HUB_CHECKPOINT_STALL_SECONDS', DEFAULT_STALL_SECONDS),
  });
}
