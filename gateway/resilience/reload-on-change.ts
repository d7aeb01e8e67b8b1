import { unwatchFile, watchFile } from 'node:fs';

/** A file is looked at, not listened to: that works on every file system, network ones and container mounts too. */
const LOOK_EVERY_MS = 2_000;

/** Calls `reload` at SIGHUP and when the file has changed; the result ends that. */
export function reloadOnChange(file: string, reload: () => void): () => void {
  process.on('SIGHUP', reload);
  watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, reload);
  return () => {
    process.off('SIGHUP', reload);
    unwatchFile(file, reload);
  };
}
