// PGlite cannot be loaded inside jest's VM. This environment loads it outside, on demand, and hands it in as
// `openPglite`: by default from the snapshot that global-setup.ts took after all migrations.
const { readFileSync } = require('node:fs');
const { TestEnvironment } = require('jest-environment-node');

// A test database is small, and clearing 128 MB of buffers for each takes longer than filling it.
const BUFFERS = ['-c', 'shared_buffers=16MB'];

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.opened = [];
    // snapshot: a file to begin with, null for what is in `dataDir` already; dataDir: a folder, in memory when left out.
    this.global.openPglite = async ({ snapshot = process.env.HUB_TEST_SNAPSHOT, dataDir } = {}) => {
      const { PGlite } = require('@electric-sql/pglite');
      const loadDataDir = snapshot === null ? undefined : new Blob([readFileSync(snapshot)]);
      const db = await PGlite.create({ dataDir, loadDataDir, startParams: [...PGlite.defaultStartParams, ...BUFFERS] });
      this.opened.push(db);
      return db;
    };
  }

  async teardown() {
    await Promise.all(this.opened.filter((db) => !db.closed).map((db) => db.close()));
    await super.teardown();
  }
};
