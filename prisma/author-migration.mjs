// Writes the next migration of a service: npm run migration -- <service> <name>
// The difference between its migrations and its schema.prisma, computed by Prisma's own engine (the WASM build from
// npm) with an embedded PGlite as shadow database. Read and edit the SQL before it is committed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const require = createRequire(import.meta.url);

async function schemaEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const directory = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const wasm = readFileSync(path.join(directory, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message() {} };
  return glue.SchemaEngine;
}

function migrationsIn(baseDir) {
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted()
    : [];
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

const [service, name] = process.argv.slice(2);
if (!service || !name) throw new Error('usage: npm run migration -- <service> <name>');
const schemaPath = path.resolve(`prisma/${service}/schema.prisma`);
const base = path.resolve(`prisma/${service}/migrations`);
const content = readFileSync(schemaPath, 'utf8');
const SchemaEngine = await schemaEngine();
const engine = await SchemaEngine.new(
  { datamodels: [[schemaPath, content]] },
  () => {},
  bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(new PGlite())),
);
const list = migrationsIn(base);
const { stdout } = await engine.diff({
  from: list.migrationDirectories.length > 0 ? { tag: 'migrations', ...list } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content }] },
  script: true,
  exitCode: null,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
});
const stamp = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
const directory = path.join(base, `${stamp}_${name}`);
mkdirSync(directory, { recursive: true });
writeFileSync(path.join(directory, 'migration.sql'), stdout);
writeFileSync(path.join(base, 'migration_lock.toml'), 'provider = "postgresql"\n');
console.log(path.relative(process.cwd(), directory));
process.exit(0);
