// PGlite cannot be loaded inside jest's VM. This environment loads it outside, on demand, from the snapshot that
// global-setup.ts took after all migrations, and hands it in as `openPglite`.
const { readFileSync } = require('node:fs');
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.opened = [];
    this.global.openPglite = async () => {
      const { PGlite } = require('@electric-sql/pglite');
      const snapshot = new Blob([readFileSync(process.env.HUB_TEST_SNAPSHOT)]);
      const db = await PGlite.create({ loadDataDir: snapshot });
      this.opened.push(db);
      return db;
    };
  }

  async teardown() {
    await Promise.all(this.opened.filter((db) => !db.closed).map((db) => db.close()));
    await super.teardown();
  }
};
