import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataDirectoryInUse, openDataDirectory } from '../../gateway/data-directory';
import { inProject } from '../../services/shared/project-root';

const folder = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'data-')), 'hub');

/** Another process that holds the folder until it is ended. */
async function holder(directory: string): Promise<ChildProcess> {
  const script = `require(${JSON.stringify(inProject('gateway', 'data-directory.ts'))}).openDataDirectory(${JSON.stringify(directory)});
    console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-r', inProject('test', 'support', 'run-typescript.js'), '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('the data directory', () => {
  it('is made when it does not exist, held, and free again after release', () => {
    const directory = folder();
    const held = openDataDirectory(directory);
    expect(held.file('pglite')).toBe(path.join(directory, 'pglite'));
    expect(() => openDataDirectory(directory)).toThrow(DataDirectoryInUse);
    held.release();
    openDataDirectory(directory).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('refuses a second process, in words that name the first and the way out', async () => {
    const directory = folder();
    const child = await holder(directory);
    try {
      expect(() => openDataDirectory(directory)).toThrow(`数据目录 ${directory} 正由进程 ${child.pid} 使用`);
      expect(() => openDataDirectory(directory)).toThrow('HUB_DATA');
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect(existsSync(path.join(directory, 'lock'))).toBe(true);
    openDataDirectory(directory).release(); // left behind by the killed process
  });

  it('is taken over from a process that is gone although its pid is in use again', () => {
    const directory = folder();
    openDataDirectory(directory).release();
    writeFileSync(path.join(directory, 'lock'), JSON.stringify({ pid: process.ppid, start: 'an earlier boot:1' }));
    const held = openDataDirectory(directory);
    expect(JSON.parse(readFileSync(path.join(directory, 'lock'), 'utf8')).pid).toBe(process.pid);
    held.release();
  });

  it('is taken over when the lock is unreadable', () => {
    const directory = folder();
    openDataDirectory(directory).release();
    writeFileSync(path.join(directory, 'lock'), '{"pid"');
    expect(() => openDataDirectory(directory).release()).not.toThrow();
  });
});
