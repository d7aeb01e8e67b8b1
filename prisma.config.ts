import { defineConfig } from 'prisma/config';

// `generate`, `format` and `validate` need no schema engine; this stops the attempt to download one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= '/bin/false';

const service = process.env.HUB_SERVICE ?? 'catalog';

export default defineConfig({
  schema: `prisma/${service}/schema.prisma`,
  migrations: { path: `prisma/${service}/migrations` },
});
