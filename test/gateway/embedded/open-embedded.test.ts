import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runHubCommand } from '../../support/hub-process';
import { temporaryFolder } from '../../support/sample-database';

const ask = (dataDir: string) => runHubCommand('../test/gateway/embedded/ask-embedded.ts', [dataDir], {});

describe('the embedded database in its thread', () => {
  it('leaves the hub its turns while a statement takes its time, keeps what was written, and says when it is closed', async () => {
    const dataDir = path.join(temporaryFolder(), 'pglite');
    await (await globalThis.openPglite({ snapshot: null, dataDir })).close();
    for (const kept of [1, 2]) {
      const { code, stdout, stderr } = await ask(dataDir);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const seen = JSON.parse(stdout) as { turnsMeanwhile: number };
      expect(seen).toMatchObject({ kept, afterClose: 'the embedded database is closed' });
      expect(seen.turnsMeanwhile).toBeGreaterThan(20); // in the same thread there would be none
    }
  });

  it('refuses a folder that holds no database, and the process ends', async () => {
    const dataDir = path.join(temporaryFolder(), 'pglite');
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, 'PG_VERSION'), 'no version');
    const { code, stdout, stderr } = await ask(dataDir);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('is closed when the hub over it cannot be made, so that a command says why and ends', async () => {
    const folder = temporaryFolder();
    await (await globalThis.openPglite({ snapshot: null, dataDir: path.join(folder, 'pglite') })).close();
    mkdirSync(path.join(folder, 'identity.key')); // where a key should be
    const { code, stderr } = await runHubCommand('rebuild-projection-cli.ts', [], { HUB_DATA: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('EISDIR');
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });
});
