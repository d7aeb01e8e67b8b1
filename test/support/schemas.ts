import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** Database schema → its migrations. */
export const SCHEMAS: readonly (readonly [string, string])[] = (
  [
    ['catalog', 'catalog'],
    ['organisation', 'organisation'],
    ['service_center', 'service-center'],
  ] as const
)
  .map(([schema, service]) => [schema, path.join(root, 'prisma', service, 'migrations')] as const)
  .filter(([, directory]) => existsSync(directory));
