import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { systemActor } from '../shared/actor';
import type { Statement } from '../shared/database';
import { inProject } from '../shared/project-root';
import { runCommand } from '../shared/run-command';
import { defineCategoryScheme, type CategorySchemeInput } from './commands/define-category-scheme';
import type { CatalogStore } from './context';
import { CATALOG_PERMISSIONS } from './rules/permissions';
import type { PowerCategory } from './rules/vocabulary';

const DEFINED: Statement = { name: 'defined-category-schemes', text: 'SELECT code FROM catalog.category_scheme' };

type Row = Record<'scheme' | 'name' | 'effective_from' | 'effective_to' | 'category' | 'ordinal' | 'type_code', string>;

/** Defines the category schemes every list needs (P1), as far as they are not defined: a start finds that by one statement. */
export async function seedCategorySchemes(store: CatalogStore): Promise<void> {
  const rows = parse<Row>(readFileSync(inProject('prisma', 'catalog', 'seed', 'category-schemes.csv')), { columns: true, bom: true });
  const schemes = new Map<string, CategorySchemeInput>();
  for (const row of rows) {
    const scheme = schemes.get(row.scheme) ?? {
      code: row.scheme,
      name: row.name,
      effectiveFrom: row.effective_from,
      effectiveTo: row.effective_to || null,
      categories: [],
    };
    scheme.categories.push({ category: row.category as PowerCategory, ordinal: Number(row.ordinal), typeCode: row.type_code });
    schemes.set(row.scheme, scheme);
  }
  const defined = new Set((await store.database.rows<{ code: string }>(DEFINED)).map(({ code }) => code));
  for (const scheme of schemes.values()) {
    if (defined.has(scheme.code)) continue;
    const outcome = await runCommand(store, CATALOG_PERMISSIONS, defineCategoryScheme, scheme, systemActor('seed'));
    if (!outcome.ok) throw new Error(`category-schemes.csv: ${outcome.refusal.message}`);
  }
}
