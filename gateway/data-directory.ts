import { closeSync, existsSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The hub's own folder, held by one process at a time: the embedded database has no lock of its own. */
export interface DataDirectory {
  readonly path: string;
  file(...segments: string[]): string;
  release(): void;
}

/** Another process holds the folder. */
export class DataDirectoryInUse extends Error {
  constructor(directory: string, pid: number) {
    super(`数据目录 ${directory} 正由进程 ${pid} 使用。请先停止该进程，或用环境变量 HUB_DATA 指定另一个目录。`);
    this.name = 'DataDirectoryInUse';
  }
}

/** Who holds the lock. The start tells a process from a later one with the same pid; null where there is no /proc. */
interface Holder {
  pid: number;
  start: string | null;
}

/** Takes the folder, making it if need be; a lock left behind by a process that was killed is taken over. */
export function openDataDirectory(directory: string): DataDirectory {
  const folder = path.resolve(directory);
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'lock');
  while (!tryCreate(lock)) {
    const holder = readHolder(lock);
    if (holder !== null && isRunning(holder)) throw new DataDirectoryInUse(folder, holder.pid);
    removeStale(lock, holder);
  }
  return {
    path: folder,
    file: (...segments) => path.join(folder, ...segments),
    release: () => {
      if (readHolder(lock)?.pid === process.pid) rmSync(lock, { force: true });
    },
  };
}

function tryCreate(lock: string): boolean {
  const mine = `${lock}.${process.pid}`;
  const holder: Holder = { pid: process.pid, start: startOf(process.pid) };
  const handle = openSync(mine, 'w');
  writeSync(handle, JSON.stringify(holder));
  closeSync(handle);
  try {
    linkSync(mine, lock); // appears whole or not at all
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  } finally {
    rmSync(mine, { force: true });
  }
}

function readHolder(lock: string): Holder | null {
  try {
    const { pid, start } = JSON.parse(readFileSync(lock, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' ? { pid, start: start ?? null } : null;
  } catch {
    return null; // gone meanwhile, or not ours
  }
}

function isRunning({ pid, start }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const current = startOf(pid);
  return current === null || start === null ? current !== null || !HAS_PROC : start === current;
}

const HAS_PROC = existsSync('/proc/self/stat');

/**
 * When a process started, in ticks since a boot, with that boot's id: field 22 of `/proc/<pid>/stat`. Null where there
 * is no /proc, and for a process that has ended and only waits to be collected.
 */
function startOf(pid: number): string | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return afterName[0] === 'Z' ? null : `${boot}:${afterName[19]}`;
  } catch {
    return null;
  }
}

/** Moves the dead holder's lock away; puts it back if another process was quicker and the lock is now its. */
function removeStale(lock: string, dead: Holder | null): void {
  const away = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, away);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw fault;
  }
  const moved = readHolder(away);
  if (moved !== null && (moved.pid !== dead?.pid || moved.start !== dead.start)) linkSync(away, lock);
  rmSync(away, { force: true });
}
