import { PrismaClient } from '../../prisma/catalog/client/client';
import type { CatalogStore } from '../../services/catalog/context';
import { seedCategorySchemes } from '../../services/catalog/seed';
import { Wake } from '../../services/shared/wake';
import { testDatabase, type TestDatabase } from './database';

/** A catalog with its category schemes and nothing else, its clock in the test's hands. */
export async function emptyCatalog(): Promise<{ db: TestDatabase; store: CatalogStore; clock: { now: Date } }> {
  const db = await testDatabase();
  const database = db.connect();
  const clock = { now: new Date('2014-09-08T02:00:00Z') };
  const prisma = new PrismaClient({ adapter: database.adapter() });
  const store: CatalogStore = { schema: 'catalog', database, prisma, wake: new Wake(), now: () => clock.now };
  await seedCategorySchemes(store);
  return { db, store, clock };
}
